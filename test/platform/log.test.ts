import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../../src/platform/log.ts';
import { keepSecret } from '../../src/platform/secrets.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

// None of these is a real secret. The password has characters that addresses, JSON and Base64 each write differently.
const PASSWORD = 'p@ss "word\\of/nobody';
const DATABASE = `postgres://steamscope:${encodeURIComponent(PASSWORD)}@db.example/steamscope`;
const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.a-token_of_nobody_that_is_long_enough';
const SOURCE = 'https://reader:source-password@files.example/games.json.gz?key=key-of-nobody';
const INTERACTION_TOKEN = 'aW50ZXJhY3Rpb246MTIzOm5vYm9keQ';
const OTHER_TOKEN = 'unlike-any-other-token';

const SECRETS = [
  PASSWORD,
  encodeURIComponent(PASSWORD),
  JSON.stringify(PASSWORD).slice(1, -1),
  Buffer.from(PASSWORD).toString('base64'),
  TOKEN,
  'source-password',
  'key-of-nobody',
  INTERACTION_TOKEN,
  OTHER_TOKEN,
  'hunter2',
];

beforeAll(() => keepSecret({ DISCORD_TOKEN: TOKEN, DATABASE_URL: DATABASE, GAMES_SOURCE: SOURCE }));

/** The line that a log writes for these details, as text and parsed. */
function logged(details: object, message = 'it happened'): { text: string; line: Record<string, unknown> } {
  let text = '';
  createLog('info', {
    write: (line) => {
      text += line;
    },
  }).info(details, message);
  return { text, line: JSON.parse(text) };
}

function thrown(message: string, more: object = {}): Error {
  return Object.assign(new Error(message), more);
}

describe('no secret is in the log', () => {
  const shapes: [string, object, string?][] = [
    ['in the message', {}, `cannot reach ${DATABASE} with ${TOKEN} and ${PASSWORD}`],
    ['in a field', { a: TOKEN, b: { c: [PASSWORD, { d: SOURCE }] } }],
    ['in the name of a field', { [TOKEN]: 1, nested: { [PASSWORD]: 2 } }],
    ['in an address of another user', { url: 'postgres://somebody:hunter2@elsewhere/x' }],
    [
      'in JSON inside of a text',
      { body: JSON.stringify({ deeper: JSON.stringify({ p: PASSWORD, t: TOKEN }) }) },
    ],
    ['in Base64', { header: `x ${Buffer.from(PASSWORD).toString('base64')}` }],
    ['in the message and the stack of an error', { err: new Error(`connect ${DATABASE}: ${PASSWORD}`) }],
    ['in the cause of an error', { err: new Error('outer', { cause: new Error(`inner ${TOKEN}`) }) }],
    ['in one of several errors', { err: new AggregateError([new Error(PASSWORD), new Error(TOKEN)], 'all') }],
    [
      'in the fields of an error',
      { err: thrown('refused', { address: DATABASE, path: SOURCE, token: TOKEN }) },
    ],
    ['in headers', { headers: { authorization: 'hunter2', Cookie: 'hunter2' } }],
    [
      'in a list of headers',
      { headers: ['Authorization', 'Bot hunter2'], raw: 'Authorization: Bearer hunter2' },
    ],
    ['in the options of a connection', { options: { host: 'db', user: 'x', pass: 'hunter2' } }],
    ['in a query', { url: 'https://files.example/x?token=hunter2&a=b' }],
    ['as the token of an interaction', { interaction: { id: '1', token: OTHER_TOKEN } }],
    [
      'as the token of an interaction in an address',
      {
        err: thrown(`POST https://discord.com/api/v10/webhooks/123/${OTHER_TOKEN} failed`, {
          url: `/interactions/123/${OTHER_TOKEN}/callback`,
        }),
      },
      `PATCH /webhooks/123/${OTHER_TOKEN}/messages/@original, ${INTERACTION_TOKEN}`,
    ],
  ];

  test.each(shapes)('%s', (_, details, message) => {
    const { text, line } = logged(details, message);
    for (const secret of SECRETS) expect(text).not.toContain(secret);
    expect(text).toContain('[secret]');
    // The line is still JSON that programs can read.
    expect(text.match(/\n/g)).toHaveLength(1);
    expect(line).toMatchObject({ level: 30, time: expect.any(Number) });
  });

  test('several secrets side by side are removed, and everything else stays', () => {
    const { line } = logged({}, `${TOKEN}${PASSWORD} at postgres://a:hunter2@db.example:5432/x`);
    expect(line.msg).toBe('[secret][secret] at postgres://[secret]@db.example:5432/x');
    const plain = { url: 'http://127.0.0.1:3000/readyz', command: 'recommend-game', note: 'Bot connected' };
    expect(logged(plain).line).toMatchObject({ ...plain, msg: 'it happened' });
  });
});

describe('an error of the database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.remove());

  test('says what failed, without the values of the query', async () => {
    const asked = 'what-somebody-typed';
    const err = await database.answers
      .execute(sql`select * from nowhere where name = ${asked}`)
      .catch((error: unknown) => error);
    expect(String(err)).toContain(asked);
    const { text, line } = logged({ err });
    expect(text).not.toContain(asked);
    expect(line.err).toMatchObject({
      type: 'DrizzleQueryError',
      message: expect.stringMatching(/^Failed query: select \* from nowhere/),
      cause: { type: 'PostgresError', code: '42P01', message: expect.stringContaining('nowhere') },
    });
  });

  test('does not quote a value of the wrong form', async () => {
    const err = await database.direct`select ${'what-somebody-typed'}::text::int`.catch(
      (error: unknown) => error,
    );
    expect(String(err)).toContain('what-somebody-typed');
    const { text, line } = logged({ err });
    expect(text).not.toContain('what-somebody-typed');
    expect(line.err).toMatchObject({ code: '22P02', message: expect.stringContaining('integer') });
  });
});

test('an error shows once where it was thrown', () => {
  const { line } = logged({ err: new TypeError('no such thing') });
  const { type, message, stack } = line.err as { type: string; message: string; stack: string };
  expect({ type, message }).toEqual({ type: 'TypeError', message: 'no such thing' });
  expect(stack).toMatch(/^TypeError: no such thing\n {4}at .*log\.test\.ts/);
});
