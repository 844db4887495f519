import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readPostgresAddress, shownPostgresAddress } from '../../src/platform/postgres-address.ts';
import { keepSecret, withoutSecrets } from '../../src/platform/secrets.ts';

const folder = mkdtempSync(join(tmpdir(), 'steamscope-address-'));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (text: string) => readPostgresAddress(text);

/** The sentence that refuses an address. */
function refused(text: string): string {
  try {
    read(text);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the address was taken');
}

const PLAIN = {
  hosts: [{ host: 'db.example', port: 5432 }],
  user: 'me',
  password: 'hunter2',
  database: 'name',
  startup: {},
};

describe('an address as people have it is the plain one', () => {
  test.each([
    ['alone', 'postgres://me:hunter2@db.example:5432/name'],
    ['of another name', 'postgresql://me:hunter2@db.example:5432/name'],
    ['with white space and a line end', '  postgres://me:hunter2@db.example:5432/name \r\n'],
    ['in double quotes', '"postgres://me:hunter2@db.example:5432/name"'],
    ['in quotes twice', `"'postgres://me:hunter2@db.example:5432/name'"`],
    ['with its setting', "DATABASE_URL='postgres://me:hunter2@db.example:5432/name'"],
    ['with its setting in a shell', 'export DATABASE_URL=postgres://me:hunter2@db.example:5432/name'],
    ['as the line of a provider', "psql 'postgresql://me:hunter2@db.example:5432/name?sslmode=disable'"],
    ['as another line', 'psql -d "postgres://me:hunter2@db.example:5432/name"'],
    ['as a third', 'psql postgres://me:hunter2@db.example:5432/name'],
    ['of SQLAlchemy', 'postgresql+psycopg://me:hunter2@db.example:5432/name'],
    ['of Java', 'jdbc:postgresql://db.example:5432/name?user=me&password=hunter2&ApplicationName=x'],
    ['with a slash at its end', 'postgres://me:hunter2@db.example:5432/name/'],
    [
      'of Prisma',
      'postgres://me:hunter2@db.example:5432/name?schema=public&connection_limit=1&pool_timeout=0',
    ],
    ['of a provider', 'postgres://me:hunter2@db.example:5432/name?channel_binding=require'],
    ['of node-postgres', 'postgres://me:hunter2@db.example:5432/name?uselibpqcompat=true&sslmode=disable'],
    ['of Go', 'postgres://me:hunter2@db.example:5432/name?pool_max_conns=4&default_query_exec_mode=exec'],
    ['of Rails', 'postgres://me:hunter2@db.example:5432/name?pool=5&prepared_statements=false&encoding=utf8'],
  ])('%s', (_, text) => {
    expect(read(text)).toMatchObject(PLAIN);
    expect(read(text).tls.mode).toBe('off');
  });
});

describe('a password', () => {
  test.each([
    ['p%40%3A%2F%3F%23%25%20s', 'p@:/?#% s'],
    ['p@ss', 'p@ss'],
    ['a:b', 'a:b'],
    ['pässwörd', 'pässwörd'],
    ['p+s&t=u', 'p+s&t=u'],
    ['', null],
  ])('%s is decoded', (written, password) => {
    expect(read(`postgres://me:${written}@db.example/name`)).toMatchObject({ user: 'me', password });
  });

  test.each(['pa%ss', 'pa%', 'pa%zzss', 'pa#ss', '12#ss', 'pa/ss', '12/ss', 'pa?ss', '12?ss'])(
    '%s is refused, with the cure and without a part of it',
    (written) => {
      expect(refused(`postgresql://op:${written}@127.0.0.1:5432/db`)).toBe(
        'should be an address in which the signs # % / ? and spaces in the user or the password are written as ' +
          '%23 %25 %2F %3F and %20, such as postgres://user@host/name',
      );
    },
  );

  test('with a space is refused', () => {
    expect(refused('postgres://op:pa ss@host/db')).toMatch(/^should be the address of a Postgres database/);
  });

  test.each(['pa%ss-of-nobody', 'pa#ss-of-nobody', 'pa/ss@of-nobody', "pa'ss?of-nobody"])(
    '%s is hidden in every text, although its address cannot be read',
    (password) => {
      keepSecret({ DATABASE_URL: `postgres://op:${password}@127.0.0.1:5432/db` });
      for (const form of [password, encodeURIComponent(password), JSON.stringify(password).slice(1, -1)])
        expect(withoutSecrets(`it says ${form}.`)).toBe('it says [secret].');
    },
  );

  test('among the parameters is hidden, too', () => {
    keepSecret({ DATABASE_URL: '"postgres://db.example/db?user=me&password=word%2Dof-nobody"' });
    expect(withoutSecrets('word%2Dof-nobody, word-of-nobody')).toBe('[secret], [secret]');
  });

  test('of the example in a message is no secret', () => {
    expect(withoutSecrets(refused('postgres://op:pa#ss@host/db'))).toMatch(
      /such as postgres:\/\/user@host\/name$/,
    );
  });
});

describe('the servers', () => {
  test.each([
    ['postgres://db.example/name', [{ host: 'db.example', port: null }]],
    ['postgres:///name', []],
    ['postgres://[::1]:6432/name', [{ host: '::1', port: 6432 }]],
    ['postgres://me@[2001:db8::7]/name', [{ host: '2001:db8::7', port: null }]],
    [
      'postgres://me@one:5432,two:6432,[::1]/name?target_session_attrs=primary',
      [
        { host: 'one', port: 5432 },
        { host: 'two', port: 6432 },
        { host: '::1', port: null },
      ],
    ],
    ['postgres://me@/name?host=/var/run/postgresql', [{ host: '/var/run/postgresql', port: null }]],
    ['postgres://me@%2Fvar%2Frun%2Fpostgresql/name', [{ host: '/var/run/postgresql', port: null }]],
    ['postgres:///name?host=/cloudsql/a:b:c&port=6432', [{ host: '/cloudsql/a:b:c', port: 6432 }]],
    [
      'postgres://other/name?host=one,two&port=1,2',
      [
        { host: 'one', port: 1 },
        { host: 'two', port: 2 },
      ],
    ],
  ])('of %s', (text, hosts) => {
    expect(read(text)).toMatchObject({ hosts, database: 'name' });
  });

  test.each(['0', '65536', '99999', '-1', 'http'])('have no port %s', (port) => {
    expect(refused(`postgres://me@db.example:${port}/name`)).toMatch(
      /^should be an address with a port from 1 to 65535/,
    );
  });

  test.each([
    'mysql://me@host/name',
    'postgres:me@host',
    'host=db.example dbname=name',
    'postgres://me@ho"st/name',
    '',
  ])('of %j are none', (text) => {
    expect(refused(text)).toMatch(/^should be the address of a Postgres database/);
  });

  test('are shown without a password', () => {
    expect(shownPostgresAddress('postgres://me:hunter2@one:1,[::1]/name?password=hunter3')).toBe(
      'me@one:1,[::1]/name',
    );
    expect(shownPostgresAddress('postgres://')).toBe('localhost');
  });
});

describe('the parameters', () => {
  test.each([
    ['', 'off'],
    ['sslmode=disable', 'off'],
    ['sslmode=allow', 'prefer'],
    ['sslmode=prefer&channel_binding=prefer', 'prefer'],
    ['uselibpqcompat=true&sslmode=prefer', 'prefer'],
    ['sslmode=require', 'encrypt'],
    ['sslmode=no-verify', 'encrypt'],
    ['sslmode=require&sslaccept=strict', 'verify-full'],
    ['sslmode=verify-ca', 'verify-ca'],
    ['sslmode=verify-full', 'verify-full'],
    ['sslmode=require&sslrootcert=system', 'verify-full'],
    ['ssl=true', 'verify-full'],
    ['ssl=false', 'off'],
  ])('%s encrypt: %s', (parameters, mode) => {
    expect(read(`postgres://me@host/name?${parameters}`).tls.mode).toBe(mode);
  });

  test('with a root certificate, require checks the authority', () => {
    const file = join(folder, 'root.crt');
    writeFileSync(file, 'a certificate');
    expect(read(`postgres://me@host/name?sslmode=require&sslrootcert=${file}`).tls).toMatchObject({
      mode: 'verify-ca',
      files: { ca: 'a certificate' },
    });
    expect(refused('postgres://me@host/name?sslrootcert=/nowhere.crt')).toMatch(
      /whose sslrootcert is a file .*ENOENT/,
    );
  });

  test('of Postgres and libpq are kept', () => {
    expect(
      read(
        'postgres://me@host/name?application_name=a%20b&options=endpoint%3Dep-x&statement_timeout=5000' +
          '&connect_timeout=7&keepalives_idle=9&pgbouncer=true&sslnegotiation=direct&sslmode=require',
      ),
    ).toMatchObject({
      startup: { application_name: 'a b', options: 'endpoint=ep-x', statement_timeout: '5000' },
      connectTimeoutS: 7,
      keepAliveS: 9,
      pooler: true,
      tls: { mode: 'encrypt', direct: true },
    });
  });

  test.each([
    ['sslmode=on', /whose sslmode is one of disable, allow, prefer, require,/],
    ['ssl=maybe', /whose ssl is one of/],
    ['target_session_attrs=any-of', /whose target_session_attrs is one of/],
    ['connect_timeout=soon', /whose connect_timeout is a number of seconds/],
    ['conect_timeout=5', /without the parameter conect_timeout, which is not known here/],
    ['search_path=x', /without the parameter search_path/],
    ['sslcrl=/x', /without the parameter sslcrl/],
    ['%22hunter2%22=1', /without a parameter, which/],
  ])('%s are refused by name', (parameters, said) => {
    const sentence = refused(`postgres://me@host/name?${parameters}`);
    expect(sentence).toMatch(said);
    expect(sentence).not.toContain('hunter2');
    const example = / such as (\S+)/.exec(sentence)![1]!;
    expect(() => read(example)).not.toThrow();
  });
});
