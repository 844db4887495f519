import { readFileSync } from 'node:fs';
import { PostgresAddressError } from './postgres-address-parts.ts';

/**
 * How a connection is encrypted: `off`; `prefer`: where the server offers it; `encrypt`: always, with any certificate;
 * `verify-ca`: with a certificate of a trusted authority; `verify-full`: one that is made out to the host, too.
 */
type TlsMode = 'off' | 'prefer' | 'encrypt' | 'verify-ca' | 'verify-full';

/** The encryption that an address asks for. */
export interface Tls {
  readonly mode: TlsMode;
  /** Certificates and keys, as PEM texts; unset: those of the system, or none. */
  readonly files: { readonly ca?: string; readonly cert?: string; readonly key?: string };
  readonly passphrase?: string;
  /** Whether the connection begins with TLS, without asking the server first (Postgres 17 and later). */
  readonly direct: boolean;
}

/**
 * The modes by the words of `sslmode`: libpq's, and `no-verify` of node-postgres. `allow` would try without encryption
 * first; a server that takes either is content with `prefer`.
 */
const MODES: Readonly<Record<string, TlsMode>> = {
  disable: 'off',
  allow: 'prefer',
  prefer: 'prefer',
  require: 'encrypt',
  'no-verify': 'encrypt',
  'verify-ca': 'verify-ca',
  'verify-full': 'verify-full',
};

/** The words of `ssl`, which other clients have in place of `sslmode`. */
const SWITCH: Readonly<Record<string, TlsMode>> = {
  true: 'verify-full',
  1: 'verify-full',
  on: 'verify-full',
  false: 'off',
  0: 'off',
  off: 'off',
};

/** The parameters that are about encryption. */
export const TLS_PARAMETERS: ReadonlySet<string> = new Set([
  'ssl',
  'sslmode',
  'sslaccept',
  'sslrootcert',
  'sslcert',
  'sslkey',
  'sslpassword',
  'sslnegotiation',
]);

/**
 * The encryption that these parameters ask for, with libpq's meaning of `sslmode`.
 *
 * @throws PostgresAddressError for an unknown word, and for a file that cannot be read
 */
export function tlsOf(given: ReadonlyMap<string, string>): Tls {
  const root = given.get('sslrootcert');
  const ca = root === undefined || root === 'system' ? undefined : pemFile('sslrootcert', root);
  const cert = given.has('sslcert') ? pemFile('sslcert', given.get('sslcert')!) : undefined;
  const key = given.has('sslkey') ? pemFile('sslkey', given.get('sslkey')!) : undefined;
  const passphrase = given.get('sslpassword');
  const negotiation = given.get('sslnegotiation') ?? 'postgres';
  if (negotiation !== 'postgres' && negotiation !== 'direct')
    throw wrongWord('sslnegotiation', ['postgres', 'direct']);
  return {
    mode: modeOf(given, root),
    files: {
      ...(ca === undefined ? {} : { ca }),
      ...(cert === undefined ? {} : { cert }),
      ...(key === undefined ? {} : { key }),
    },
    ...(passphrase === undefined ? {} : { passphrase }),
    direct: negotiation === 'direct',
  };
}

function modeOf(given: ReadonlyMap<string, string>, root: string | undefined): TlsMode {
  const word = given.get('sslmode') ?? given.get('ssl');
  const words = given.has('sslmode') ? MODES : { ...MODES, ...SWITCH };
  if (word !== undefined && !Object.hasOwn(words, word))
    throw wrongWord(
      given.has('sslmode') ? 'sslmode' : 'ssl',
      Object.keys(given.has('sslmode') ? MODES : SWITCH),
    );
  if (root === 'system') return 'verify-full';
  const mode = word === undefined ? (root === undefined ? 'off' : 'prefer') : words[word]!;
  // With a root certificate, libpq checks the server's certificate; `sslaccept=strict` is Prisma's word for it.
  if (mode === 'encrypt' && given.get('sslaccept') === 'strict') return 'verify-full';
  return mode === 'encrypt' && root !== undefined ? 'verify-ca' : mode;
}

function pemFile(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new PostgresAddressError(
      `should be an address whose ${name} is a file that this user can read (${code}), such as ` +
        'postgres://user@host/name?sslmode=require',
    );
  }
}

/** The error for a parameter whose value is none of the possible words. */
export function wrongWord(name: string, words: readonly string[]): PostgresAddressError {
  return new PostgresAddressError(
    `should be an address whose ${name} is one of ${words.join(', ')}, such as postgres://user@host/name?${name}=${words.at(-1)}`,
  );
}
