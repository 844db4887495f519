/** A failure of the database that a person can mend. */
export interface DatabaseFailure {
  /** The fault, as the end of a sentence: `the password is not accepted`. */
  message: string;
  /** The remedy, as a sentence without its full stop. */
  cure: string;
}

/** The content of an error of Node, TLS, postgres.js or Postgres. Postgres's own message has no values of a query. */
interface Refusal {
  /** Node's or postgres.js's code, or the SQLSTATE. */
  readonly code: string;
  readonly message: string;
  /** Postgres's severity in English, such as `FATAL`; empty where Postgres did not answer. */
  readonly severity: string;
  /** The call of the operating system that failed, such as `connect`; empty where none did. */
  readonly syscall: string;
}

type Sentence = DatabaseFailure | ((refusal: Refusal) => DatabaseFailure | null);

/**
 * The sentence for an error that a person can cause and mend.
 *
 * @param error an error of postgres.js or Drizzle, or one with such an error as its cause
 * @returns null for any other error, which is a fault of the program
 */
export function describeDatabaseFailure(error: unknown): (DatabaseFailure & { code: string }) | null {
  const refusal = refusalOf(error);
  if (refusal === null) return null;
  const failure = failureOf(refusal);
  return failure === null ? null : { ...failure, code: refusal.code };
}

function failureOf(refusal: Refusal): DatabaseFailure | null {
  const { code, message, severity } = refusal;
  const sentence = Object.hasOwn(SENTENCES, code) ? SENTENCES[code]! : null;
  if (sentence !== null) return typeof sentence === 'function' ? sentence(refusal) : sentence;
  if (/^(?:ERR_(?:SSL|TLS)_|EPROTO$)/.test(code)) return TLS_BROKEN;
  // A fatal answer ends the connection: a server or a pooler that does not let the program in says why.
  if (severity === 'FATAL') return { message: `it says: ${message}`, cure: RIGHT_ADDRESS };
  return null;
}

/** The code of an error of the database or of one of its causes; empty where none has one. */
export function databaseCodeOf(error: unknown): string {
  return refusalOf(error)?.code ?? '';
}

/** The refusal in an error or in its causes; null where none of them has a code. */
function refusalOf(error: unknown): Refusal | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code, severity = '', syscall = '' } = at as unknown as Record<string, unknown>;
    if (typeof code === 'string')
      return { code, message: at.message, severity: String(severity), syscall: String(syscall) };
  }
  return null;
}

const RIGHT_ADDRESS = 'Give the address of a Postgres server, such as postgres://user@host:5432/name';
const WAIT = 'Wait a minute and try again';
const NOT_ANSWERING = 'Check that the host is right, the server runs, and no firewall is in between';
export const TRANSACTION_POOLER =
  'Set DATABASE_DIRECT_URL to the address of the server itself, and leave DATABASE_URL at the pooler (docs/scaling.md)';
const OTHER_CERTIFICATE =
  "Add sslrootcert=FILE with the authority's certificate to the address, or sslmode=require to encrypt without checking it";
const BROKEN_FILES =
  "Stop the server, copy its files, and restore its last back-up; the server's log says more";

const CUT_OFF: DatabaseFailure = {
  message: 'the server ended the connection',
  cure: "Check that it runs; the server's log says why it did",
};

const TLS_BROKEN: DatabaseFailure = {
  message: 'the server does not speak TLS there',
  cure: 'Set sslmode=prefer in the address, or sslmode=disable where the way to the server is safe',
};

/** Sentences by code: Node's, OpenSSL's and postgres.js's, and SQLSTATEs (Postgres documentation, appendix A). */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  // The way to the server.
  ECONNREFUSED: {
    message: 'no server listens there',
    cure: 'Start the server, or set the right host and port',
  },
  // Node says so where a server ends the connection in place of answering in TLS.
  ECONNRESET: ({ message }) => (/before secure TLS connection/.test(message) ? TLS_BROKEN : CUT_OFF),
  EPIPE: CUT_OFF,
  ENOENT: onlySocket({
    message: 'there is no socket of a server in that folder',
    cure: 'Start the server, or set the right folder or host',
  }),
  EACCES: onlySocket({
    message: 'this user may not open its socket',
    cure: "Add this user to the group of the socket's folder, or name a host in place of the folder",
  }),
  ENOTFOUND: { message: 'there is no such host', cure: 'Set the right host' },
  EAI_AGAIN: { message: 'the name of the host cannot be looked up', cure: 'Set the right host, or mend DNS' },
  ETIMEDOUT: { message: 'it does not answer', cure: NOT_ANSWERING },
  CONNECT_TIMEOUT: { message: 'it does not answer', cure: NOT_ANSWERING },
  EHOSTUNREACH: { message: 'no way leads to its host', cure: 'Set the right host, or mend the network' },
  ENETUNREACH: { message: 'no way leads to its network', cure: 'Set the right host, or mend the network' },
  CONNECTION_CLOSED: CUT_OFF,
  CONNECTION_DESTROYED: CUT_OFF,
  CONNECTION_ENDED: CUT_OFF,

  // Encryption.
  DEPTH_ZERO_SELF_SIGNED_CERT: {
    message: 'its certificate is signed by itself, so nobody vouches for it',
    cure: OTHER_CERTIFICATE,
  },
  SELF_SIGNED_CERT_IN_CHAIN: {
    message: 'its certificate comes from an authority that is unknown here',
    cure: OTHER_CERTIFICATE,
  },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: {
    message: 'its certificate comes from an authority that is unknown here',
    cure: OTHER_CERTIFICATE,
  },
  UNABLE_TO_GET_ISSUER_CERT: {
    message: 'its certificate comes from an authority that is unknown here',
    cure: OTHER_CERTIFICATE,
  },
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: {
    message: 'its certificate comes from an authority that is unknown here',
    cure: OTHER_CERTIFICATE,
  },
  CERT_HAS_EXPIRED: {
    message: 'its certificate has expired',
    cure: "Renew the server's certificate, or set this machine's clock",
  },
  CERT_NOT_YET_VALID: {
    message: 'its certificate is not valid yet',
    cure: "Set this machine's clock, or renew the server's certificate",
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    message: 'its certificate is made out to another host',
    cure: 'Use the host that the certificate names, or sslmode=verify-ca in the address',
  },

  // Letting in.
  '28P01': { message: 'the password is not accepted', cure: 'Set the right user and password' },
  '28000': ({ message }) => notLetIn(message),
  SASL_SIGNATURE_MISMATCH: {
    message: 'it does not know the password itself, so it is another server',
    cure: RIGHT_ADDRESS,
  },
  AUTH_TYPE_NOT_IMPLEMENTED: {
    message: 'it asks for a kind of password that is not supported here',
    cure: 'Set scram-sha-256 or md5 for this user in its pg_hba.conf',
  },
  '3D000': { message: 'there is no such database', cure: 'Make it (createdb), or set the right name' },
  '42501': (refusal) => missingRight(refusal),
  '42704': refusedSetting,
  '22023': refusedSetting,
  '42601': refusedSetting,
  '08P01': ({ message }) =>
    /startup parameter/i.test(message)
      ? { message: `it is a pooler (it says: ${message})`, cure: TRANSACTION_POOLER }
      : { message: `it says: ${message}`, cure: TRANSACTION_POOLER },
  '26000': { message: 'it is a pooler in transaction mode', cure: TRANSACTION_POOLER },
  '42P05': { message: 'it is a pooler in transaction mode', cure: TRANSACTION_POOLER },
  '55000': ({ message }) => ({
    message: `it says: ${message}`,
    cure: 'Let it take connections again, or set another database',
  }),
  '0A000': ({ message }) => ({
    message: `it cannot do something that is needed: ${message}`,
    cure: 'Use Postgres 14 or later',
  }),

  // The state of the server.
  '57P01': { message: 'the server is being stopped, or somebody ended the connection', cure: WAIT },
  '57P02': { message: 'the server has crashed and is starting again', cure: WAIT },
  '57P03': { message: 'it is starting or stopping', cure: WAIT },
  '57P04': {
    message: 'the database has been dropped',
    cure: 'Make it again (createdb), or set the right name',
  },
  '57P05': {
    message: 'the server ends idle connections',
    cure: 'Set idle_session_timeout to 0 for this role: alter role … set idle_session_timeout = 0',
  },
  '25006': {
    message: 'it is read-only (a replica?)',
    cure: 'Set DATABASE_DIRECT_URL, or DATABASE_URL where only that is set, to the primary server',
  },
  '57014': ({ message }) => cancelled(message),
  '55P03': {
    message: 'another session holds a lock for too long',
    cure: 'End that session (pg_stat_activity shows it), or raise lock_timeout for this role',
  },
  '55006': {
    message: 'another session is using what has to change',
    cure: 'End that session, and try again',
  },
  '40001': { message: 'another session changed the same rows at the same moment', cure: 'Try again' },
  '40P01': { message: 'two sessions waited for each other', cure: 'Try again' },

  // Room.
  '53300': {
    message: 'it has no free connection',
    cure: "Raise the server's max_connections (or the role's connection limit), or put a pooler before it (docs/scaling.md)",
  },
  '53100': {
    message: "the server's disk is full",
    cure: 'Free space on it (docs/operating.md), and try again',
  },
  '53200': {
    message: 'the server has no memory left',
    cure: 'Give its machine more memory, or lower its work_mem and maintenance_work_mem',
  },
  '53400': { message: 'a limit of the server is reached', cure: "Raise it; the server's log names it" },
  '54000': {
    message: 'a limit of Postgres itself is exceeded',
    cure: 'Report this line with the source that was loaded',
  },
  '54001': { message: "the server's stack is too small", cure: "Raise the server's max_stack_depth" },

  // The files of the server.
  '58030': {
    message: 'the server cannot read or write its disk',
    cure: 'Check that disk; the log of the server says more',
  },
  '58P01': { message: 'a file of the server is gone', cure: BROKEN_FILES },
  XX001: { message: 'a table of the server is corrupted', cure: BROKEN_FILES },
  XX002: {
    message: 'an index of the server is corrupted',
    cure: 'Build the indexes anew as the owner of the database: reindex database "…"',
  },
};

/** A failure to open a socket. With the same codes Node says that a file cannot be opened, which is another matter. */
function onlySocket(failure: DatabaseFailure): Sentence {
  return ({ syscall }) => (syscall === 'connect' ? failure : null);
}

/** Code 28000: the role, its right to log in, or the server's list of who may come from where. */
function notLetIn(message: string): DatabaseFailure {
  if (/no encryption|SSL off/.test(message)) {
    return {
      message: 'the server lets this user in with encryption only',
      cure: 'Add sslmode=require to the address',
    };
  }
  if (/SSL encryption|SSL on/.test(message) && /pg_hba/.test(message)) {
    return {
      message: 'the server does not let this user in with encryption',
      cure: "Set sslmode=disable in the address, or add the user to the server's pg_hba.conf",
    };
  }
  if (/not permitted to log in/.test(message)) {
    return { message: 'this role may not log in', cure: 'Run as an administrator: alter role … login' };
  }
  if (/does not exist/.test(message)) {
    return { message: 'there is no such role', cure: 'Make it (createuser), or set the right user' };
  }
  return {
    message: 'the server does not let this user in',
    cure: "Add the user or this machine to the server's pg_hba.conf",
  };
}

/** Code 42501: the right to connect is another matter than a right on a schema or a table. */
function missingRight({ message, severity }: Refusal): DatabaseFailure {
  if (severity === 'FATAL') {
    return {
      message: 'this user may not connect to the database',
      cure: 'Run: grant connect on database … to …',
    };
  }
  const [, kind, name] =
    /permission denied for (database|schema|table|view|sequence) "?([^"]+)"?$/.exec(message) ?? [];
  if (kind === 'database') {
    return {
      message: `this user may not make schemas in the database ${name}, and every refresh makes one`,
      cure: `Run as its owner: grant create on database "${name}" to …`,
    };
  }
  if (kind !== undefined) {
    return {
      message: `this user has no right to the ${kind} ${name}`,
      cure: 'Use the role that owns it, or make this one the owner: npm run doctor says how',
    };
  }
  return {
    message: `this user has no right to do what is needed (${message})`,
    cure: 'Use the role that owns the tables: npm run doctor says which rights are missing',
  };
}

/** A setting of the address that the server refuses when a connection opens; later it would be a fault of a query. */
function refusedSetting({ message, severity }: Refusal): DatabaseFailure | null {
  if (severity !== 'FATAL') return null;
  return {
    message: `it refuses a setting of the address: ${message}`,
    cure: 'Correct that parameter of the address, or take it out',
  };
}

/** Code 57014: a limit of time, or a person. */
function cancelled(message: string): DatabaseFailure {
  if (/statement timeout/.test(message)) {
    return {
      message: 'a query took longer than statement_timeout allows',
      cure: 'Take statement_timeout out of the address, or raise it: alter role … set statement_timeout = 0',
    };
  }
  return { message: 'a query was cancelled at the server', cure: 'Try again' };
}
