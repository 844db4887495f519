/** The address of a Postgres database that cannot be used. The message names the mistake and never repeats a value. */
export class PostgresAddressError extends Error {
  /** @param should the form that the address should have, as the end of the sentence “The address should …” */
  constructor(should: string) {
    super(should);
    this.name = 'PostgresAddressError';
  }
}

/** A plain address, as the example in messages. */
const EXAMPLE = 'such as postgres://user@host/name';

const notAnAddress = () =>
  new PostgresAddressError(`should be the address of a Postgres database, ${EXAMPLE}`);

const signsInside = () =>
  new PostgresAddressError(
    'should be an address in which the signs # % / ? and spaces in the user or the password are written as ' +
      `%23 %25 %2F %3F and %20, ${EXAMPLE}`,
  );

const wrongPort = () =>
  new PostgresAddressError(
    `should be an address with a port from 1 to 65535, such as postgres://user@host:5432/name`,
  );

/** A server that an address names. */
export interface Host {
  /** A name, an IP address without brackets, or the folder of a Unix socket. */
  readonly host: string;
  /** Null where the address names none. */
  readonly port: number | null;
}

/** The parts of an address, decoded. */
export interface AddressParts {
  /** Empty where the address names no host. */
  readonly hosts: readonly Host[];
  readonly user: string | null;
  readonly password: string | null;
  readonly database: string | null;
  readonly parameters: readonly (readonly [name: string, value: string])[];
}

/** Matches the beginning of an address, also as SQLAlchemy (`+psycopg`) and Java (`jdbc:`) write it. */
const SCHEME = /^(?:jdbc:)?(?:postgres|postgresql|pgsql)(?:\+[a-z0-9_]+)?:\/\//i;

/**
 * The address alone: without white space and quotes around it, the name of the setting before it, or the command
 * `psql` that providers show it in.
 */
export function addressAlone(text: string): string {
  let alone = text.trim().replace(/^(?:export\s+)?[A-Z][A-Z_]*\s*=\s*/, '');
  const command = /^psql\s+(?:-d\s+|--dbname[=\s]\s*)?(?:"([^"]*)"|'([^']*)'|(\S+))/.exec(unquoted(alone));
  if (command !== null) alone = command[1] ?? command[2] ?? command[3]!;
  return unquoted(alone);
}

/** The text without the quotes and white space around it. */
function unquoted(text: string): string {
  const inside = /^\s*(["'`])(.*)\1\s*;?\s*$/s.exec(text);
  return inside === null ? text.trim() : unquoted(inside[2]!);
}

/**
 * Takes an address apart and decodes its parts. A host, a port, a user, a password and a name among the parameters
 * replace those before them, as in libpq.
 *
 * @throws PostgresAddressError
 */
export function splitAddress(text: string): AddressParts {
  const scheme = SCHEME.exec(text);
  if (scheme === null || /\s/.test(text)) throw notAnAddress();
  const [, authority, path = '', query = ''] = /^([^/?#]*)(?:\/([^?#]*))?(?:\?([^#]*))?/.exec(
    text.slice(scheme[0].length),
  )!;
  const at = authority!.lastIndexOf('@');
  const isCut = text.includes('#') || path.includes('@') || (at === -1 && secretsInQuery(query));
  if (isCut) throw signsInside();
  const [user, password] = at === -1 ? [null, null] : accountOf(authority!.slice(0, at));
  const parts = {
    hosts: hostsOf(authority!.slice(at + 1), at === -1),
    user,
    password,
    database: decoded(path.replace(/\/+$/, '')) || null,
    parameters: [...new URLSearchParams(query.replaceAll('+', '%2B'))],
  };
  if (parts.database?.includes('/') && !/%2f/i.test(path)) throw notAnAddress();
  return withParameters(parts);
}

/** Whether a query looks like the end of a password with a `?` in it. */
function secretsInQuery(query: string): boolean {
  return query.split('&').some((part) => part.includes('@') && !/^(?:user|password)=/.test(part));
}

function accountOf(text: string): [user: string | null, password: string | null] {
  const colon = text.indexOf(':');
  if (colon === -1) return [decoded(text) || null, null];
  return [decoded(text.slice(0, colon)) || null, decoded(text.slice(colon + 1)) || null];
}

/** @param isFirst whether nothing stands before the hosts, so that they may be a user and the start of a password */
function hostsOf(text: string, isFirst: boolean): Host[] {
  if (text === '') return [];
  return text.split(',').map((one) => {
    const match = /^(?:\[([0-9a-f:.%]+)\]|([^:[\]]*))(?::(.*))?$/i.exec(one);
    if (match === null) throw notAnAddress();
    const [, v6, name, port] = match;
    if (port !== undefined && !/^\d*$/.test(port)) throw isFirst ? signsInside() : wrongPort();
    const host = v6 ?? decoded(name!);
    if (!host.startsWith('/') && /[^\p{L}\p{N}._:%-]/u.test(host)) throw notAnAddress();
    return { host, port: port === undefined || port === '' ? null : portOf(port) };
  });
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535) throw wrongPort();
  return port;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw signsInside();
  }
}

function withParameters(parts: AddressParts): AddressParts {
  const given = new Map(parts.parameters);
  const take = (name: string) => {
    const value = given.get(name);
    given.delete(name);
    return value === '' ? undefined : value;
  };
  const [host, address, ports] = [take('host'), take('hostaddr'), take('port')?.split(',').map(portOf)];
  const named = (host ?? address)?.split(',').map((one) => ({ host: one, port: null })) ?? parts.hosts;
  return {
    hosts: (named.length === 0 && ports !== undefined ? [{ host: 'localhost', port: null }] : named).map(
      ({ host, port }, place) => ({ host, port: ports?.[place] ?? ports?.[0] ?? port }),
    ),
    user: take('user') ?? parts.user,
    password: take('password') ?? parts.password,
    database: take('dbname') ?? parts.database,
    parameters: [...given],
  };
}
