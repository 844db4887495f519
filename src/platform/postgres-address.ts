import { addressAlone, type Host, PostgresAddressError, splitAddress } from './postgres-address-parts.ts';
import { TLS_PARAMETERS, type Tls, tlsOf, wrongWord } from './postgres-tls.ts';

/** The address of a Postgres database, decoded, with the parameters that mean something to this program. */
export interface PostgresAddress {
  /** Empty where the address names no host. */
  readonly hosts: readonly Host[];
  readonly user: string | null;
  /** A secret. */
  readonly password: string | null;
  readonly database: string | null;
  readonly tls: Tls;
  /** The kind of server among several hosts, as libpq's `target_session_attrs` has it; null for any. */
  readonly targetSession: TargetSession | null;
  /** Settings that the server gets when a connection opens, such as `application_name`. */
  readonly startup: Readonly<Record<string, string>>;
  /** Seconds that opening a connection may take; null where the address does not say. */
  readonly connectTimeoutS: number | null;
  /** Seconds of silence before a connection is probed; 0 for never; null where the address does not say. */
  readonly keepAliveS: number | null;
  /** Whether the address says that it leads to a pooler in transaction mode (`pgbouncer=true`). */
  readonly pooler: boolean;
}

const TARGET_SESSIONS = ['read-write', 'read-only', 'primary', 'standby', 'prefer-standby'] as const;
type TargetSession = (typeof TARGET_SESSIONS)[number];

/** Parameters that the server itself understands when a connection opens. */
const STARTUP: ReadonlySet<string> = new Set([
  'application_name',
  'options',
  'statement_timeout',
  'lock_timeout',
  'idle_in_transaction_session_timeout',
  'idle_session_timeout',
  'transaction_timeout',
]);

/** Parameters with a meaning of their own here. */
const OWN: ReadonlySet<string> = new Set([
  'connect_timeout',
  'keepalives',
  'keepalives_idle',
  'target_session_attrs',
  'pgbouncer',
]);

/**
 * Parameters that are left out: they steer other clients (their pools, caches and drivers), or parts of libpq that
 * have no counterpart here. They are in lower case, because Java and Prisma write them in mixed case.
 */
const WITHOUT_MEANING: ReadonlySet<string> = new Set(
  [
    // libpq
    'channel_binding client_encoding fallback_application_name gssencmode gssdelegation gsslib krbsrvname',
    'keepalives_count keepalives_interval load_balance_hosts sslcompression sslsni tcp_user_timeout',
    // node-postgres, Prisma
    'uselibpqcompat schema connection_limit pool_timeout socket_timeout statement_cache_size sslidentity',
    // Java
    'applicationname channelbinding connecttimeout currentschema gssencmode loadbalancehosts logintimeout',
    'preparedstatementcachequeries preparethreshold rewritebatchedinserts sockettimeout sslfactory stringtype',
    'targetservertype tcpkeepalive',
    // Python, Ruby and Go
    'async_fallback command_timeout conn_health_checks conn_max_age prepared_statement_cache_size ssl_require',
    'checkout_timeout encoding pool prepared_statements reaping_frequency timeout',
    'binary_parameters default_query_exec_mode pool_max_conns pool_min_conns pool_health_check_period',
    'pool_max_conn_idle_time pool_max_conn_lifetime statement_cache_capacity',
    // providers' own notes
    'supa workaround',
  ].flatMap((names) => names.split(' ')),
);

/**
 * Reads the address of a Postgres database as people have it: with quotes around it, as a line for `psql`, and with the
 * parameters of other clients. The parameters mean the same as in libpq.
 *
 * @throws PostgresAddressError for anything that would mean something else than it says
 */
export function readPostgresAddress(text: string): PostgresAddress {
  const { parameters, ...parts } = splitAddress(addressAlone(text));
  const given = new Map<string, string>();
  for (const [written, value] of parameters) {
    const name = written.toLowerCase();
    if (WITHOUT_MEANING.has(name) || value === '') continue;
    if (!STARTUP.has(name) && !OWN.has(name) && !TLS_PARAMETERS.has(name)) throw unknownParameter(written);
    given.set(name, value);
  }
  const idle = seconds(given, 'keepalives_idle');
  return {
    ...parts,
    tls: tlsOf(given),
    targetSession: targetSessionOf(given.get('target_session_attrs'), parts.hosts.length),
    startup: Object.fromEntries([...given].filter(([name]) => STARTUP.has(name))),
    connectTimeoutS: seconds(given, 'connect_timeout'),
    keepAliveS: given.get('keepalives') === '0' ? 0 : idle,
    pooler: given.get('pgbouncer') === 'true',
  };
}

/** An address in the form that people may see: the user, the hosts and the name, such as `me@db.example:5432/name`. */
export function shownPostgresAddress(text: string): string {
  const { user, hosts, database } = readPostgresAddress(text);
  const servers = hosts.map(({ host, port }) => {
    const shown = host.includes(':') && !host.startsWith('/') ? `[${host}]` : host;
    return port === null ? shown : `${shown}:${port}`;
  });
  return `${user === null ? '' : `${user}@`}${servers.join(',') || 'localhost'}${database === null ? '' : `/${database}`}`;
}

function targetSessionOf(word: string | undefined, hosts: number): TargetSession | null {
  if (word === undefined || word === 'any') return null;
  const known = TARGET_SESSIONS.find((one) => one === word);
  if (known === undefined) throw wrongWord('target_session_attrs', ['any', ...TARGET_SESSIONS]);
  // postgres.js would ask a single host of the wrong kind for ever; its refusal to write says it better.
  return hosts > 1 ? known : null;
}

function seconds(given: ReadonlyMap<string, string>, name: string): number | null {
  const value = given.get(name);
  if (value === undefined) return null;
  if (/^\d{1,6}$/.test(value)) return Number(value);
  throw new PostgresAddressError(
    `should be an address whose ${name} is a number of seconds, such as postgres://user@host/name?${name}=10`,
  );
}

/** The name is shown only where it looks like one: the end of a password with a `?` in it may stand there. */
function unknownParameter(name: string): PostgresAddressError {
  const shown = /^[a-z][a-z0-9_.-]{0,40}$/i.test(name) ? `the parameter ${name}` : 'a parameter';
  return new PostgresAddressError(
    `should be an address without ${shown}, which is not known here, such as postgres://user@host/name ` +
      '(settings of the server go into options=-c%20name=value)',
  );
}
