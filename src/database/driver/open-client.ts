import { type ConnectionOptions, checkServerIdentity } from 'node:tls';
import postgres from 'postgres';
import { type PostgresAddress, readPostgresAddress } from '../../platform/postgres-address.ts';

type Options = postgres.Options<Record<string, never>>;

/** Postgres's usual port. */
const USUAL_PORT = 5432;

/**
 * Options for connections to a pooler in transaction mode, which does not keep named prepared statements. A
 * query also waits until the query before it on its connection has ended (`max_pipeline`). Otherwise
 * postgres.js asks for the types of parameters while another answer is under way, and pgbouncer 1.18 was seen
 * to hold both back for ever.
 */
export const POOLED: Options & { max_pipeline: number } = { prepare: false, max_pipeline: 0 };

/**
 * A client of the database at an address. postgres.js gets the parts of the address, never the address: it passes every
 * parameter that it does not know on to the server, which refuses them, and it knows fewer words than libpq.
 *
 * @throws PostgresAddressError
 */
export function openClient(address: string, options: Options = {}): postgres.Sql {
  const parts = readPostgresAddress(address);
  const { user, password, database, targetSession, startup, connectTimeoutS, keepAliveS, pooler } = parts;
  const { connection, ...rest } = options;
  // The type is wide because postgres.js's own lacks `sslnegotiation` and lists of hosts and ports.
  const made: object = {
    ...(connectTimeoutS === null ? {} : { connect_timeout: connectTimeoutS }),
    ...(keepAliveS === null ? {} : { keep_alive: keepAliveS }),
    ...(targetSession === null ? {} : { target_session_attrs: targetSession }),
    ...rest,
    ...(pooler ? POOLED : {}),
    ...placeOf(parts),
    ...(user === null ? {} : { user }),
    ...(password === null ? {} : { pass: password }),
    ...(database === null ? {} : { database }),
    // A pooler takes no start-up parameters but those that its own address names.
    connection: { ...(pooler ? {} : connection), ...startup },
  };
  return postgres(made);
}

/** The place of the servers: hosts and ports or a socket, and the encryption of the way there. */
function placeOf({ hosts, tls }: PostgresAddress) {
  const usualPort = Number(process.env.PGPORT) || USUAL_PORT;
  const named = hosts.length > 0 ? hosts : [{ host: process.env.PGHOST || 'localhost', port: null }];
  const host = named.map((one) => one.host || 'localhost');
  const port = named.map((one) => one.port ?? usualPort);
  // As in libpq, a socket on this machine is never encrypted.
  if (host[0]!.startsWith('/'))
    return { host, port, path: `${host[0]}/.s.PGSQL.${port[0]}`, ssl: false as const };
  return {
    host,
    port,
    ssl: sslOf(tls, host),
    sslnegotiation: tls.direct && tls.mode !== 'off' ? 'direct' : null,
  };
}

function sslOf({ mode, files, passphrase }: PostgresAddress['tls'], hosts: readonly string[]) {
  if (mode === 'off') return false;
  if (mode === 'prefer') return 'prefer';
  const given = { ...files, ...(passphrase === undefined ? {} : { passphrase }) };
  return { ...given, ...verification(mode, hosts) };
}

function verification(mode: PostgresAddress['tls']['mode'], hosts: readonly string[]): ConnectionOptions {
  if (mode === 'encrypt') return { rejectUnauthorized: false };
  if (mode === 'verify-ca') return { checkServerIdentity: () => undefined };
  // postgres.js gives the host to TLS only where it is a name, so an IP address would be compared with `localhost`.
  return hosts.length > 1
    ? {}
    : { checkServerIdentity: (_, certificate) => checkServerIdentity(hosts[0]!, certificate) };
}
