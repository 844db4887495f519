import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { BACKUP_TABLES } from '../../../src/community/tables.ts';
import { BackupError } from '../../../src/database/backup/backup-error.ts';
import { readBackup as readTables, writeBackup } from '../../../src/database/backup/format.ts';

/** A file as the first version of back-ups has written it. It has to open for ever. */
const FORMAT_1 = await readFile(new URL('format-1.jsonl', import.meta.url));

const readBackup = (bytes: Buffer) => readTables(bytes, BACKUP_TABLES);

/** Lines, and a last line with a matching checksum. */
function signed(...lines: object[]): Buffer {
  const content = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  return Buffer.from(`${content}{"sha256":"${createHash('sha256').update(content).digest('hex')}"}\n`);
}

const HEADER = { steamscope: 'backup', format: 1, madeAt: '2026-11-25T05:30:00Z' };

describe.each([
  ['plain', FORMAT_1],
  ['gz', gzipSync(FORMAT_1)],
])('a back-up of format 1, %s', (_, bytes) => {
  test('opens', () => {
    expect(readBackup(bytes)).toEqual({
      madeAt: '2026-11-25T05:30:00.000Z',
      rows: {
        refreshes: [
          {
            started_at: '2026-11-01T04:00:00.123456+00:00',
            finished_at: '2026-11-01T04:00:36+00:00',
            outcome: 'published',
            report: { games: 3, phases: { games: 1.25 } },
            started_by: null,
          },
          {
            started_at: '2026-11-08T04:00:00+00:00',
            finished_at: null,
            outcome: 'running',
            report: null,
            started_by: null,
          },
        ],
        moderator_actions: [
          {
            at: '2026-11-01T03:59:59.9+00:00',
            by: '400000000000000001',
            guild_id: '200000000000000002',
            action: 'refresh',
          },
        ],
        hidden_users: [{ user_id: 'sample_ñandú', hidden_at: '2026-10-01T00:00:00+00:00' }],
        left_guilds: [{ guild_id: '200000000000000009', left_at: '2026-11-20T04:23:01+00:00' }],
      },
    });
  });

  test('that is cut anywhere is refused', () => {
    for (let length = 0; length < bytes.length - 1; length += 7) {
      expect(() => readBackup(bytes.subarray(0, length))).toThrow(BackupError);
    }
  });

  test('in which any byte is changed is refused', () => {
    for (let place = 0; place < bytes.length - 1; place += 5) {
      const changed = Buffer.from(bytes);
      changed[place]! ^= 1;
      // The head of a gz file is not content: its time and its system may change.
      if (bytes[0] === 0x1f && place < 10) continue;
      expect(() => readBackup(changed), `at ${place}`).toThrow(BackupError);
    }
  });
});

test.each([
  ['cut', FORMAT_1.subarray(0, FORMAT_1.lastIndexOf('{')), /is cut: its last line is missing/],
  ['damaged', Buffer.from(FORMAT_1.toString().replace('published', 'publishes')), /is damaged.*checksum/],
  ['of a newer format', signed({ ...HEADER, format: 2, made: 'otherwise' }), /newer version.*update first/],
  ['something else', Buffer.from('PK\u0003\u0004 something else'), /no back-up of Steamscope/],
  ['other JSON lines', signed({ user_id: 'x', items: [] }), /no back-up of Steamscope/],
  ['empty', Buffer.alloc(0), /no back-up of Steamscope/],
  ['with a table that is unknown', signed(HEADER, { table: 'users', row: {} }), /^Line 2 .*\(table\)/],
  [
    'with a row that does not fit',
    signed(
      HEADER,
      { table: 'left_guilds', row: { guild_id: '1', left_at: '2026-11-20T04:23:01+00:00' } },
      { table: 'hidden_users', row: { user_id: 'a secret', hidden_at: 'a secret' } },
    ),
    /^Line 3 .*\(hidden_at\)/,
  ],
])('a back-up that is %s is refused, and the refusal does not repeat it', (_, bytes, message) => {
  expect(() => readBackup(bytes)).toThrow(message);
  expect(() => readBackup(bytes)).not.toThrow(/a secret/);
});

/** A line of a hidden user, as text, so that it can have what no object has. */
const hiddenUser = (userId: string, rest = '') =>
  `{"table":"hidden_users","row":{"user_id":${userId},"hidden_at":"2026-10-01T00:00:00Z"${rest}}}`;

/** The same as `signed`, for lines that are texts. */
function signedTexts(...lines: string[]): Buffer {
  const content = [JSON.stringify(HEADER), ...lines].map((line) => `${line}\n`).join('');
  return Buffer.from(`${content}{"sha256":"${createHash('sha256').update(content).digest('hex')}"}\n`);
}

const report = (value: string) =>
  `{"table":"refreshes","row":{"started_at":"2026-11-01T04:00:00Z","finished_at":null,"outcome":"published","report":${value}}}`;
const action = (more: object) =>
  JSON.stringify({
    table: 'moderator_actions',
    row: { at: '2026-11-01T04:00:00Z', by: '1', guild_id: null, action: 'refresh', ...more },
  });

test.each<[what: string, bytes: Buffer, message: RegExp]>([
  [
    'NUL in a text',
    signedTexts(hiddenUser('"a\\u0000b"')),
    /^Line 2 .*has a character that the database cannot store/,
  ],
  ['NUL as a byte', signedTexts(hiddenUser('"a\0b"')), /^Line 2 /],
  ['NUL in a name', signedTexts(report('{"a\\u0000":1}')), /^Line 2 .*has a character/],
  ['half a character', signedTexts(hiddenUser('"\\ud800"')), /^Line 2 .*has a character/],
  [
    'lists in lists',
    signedTexts(report(`${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`)),
    /^Line 2 .*nested too deep/,
  ],
  [
    'objects in objects',
    signedTexts(report(`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`)),
    /^Line 2 .*nested too deep/,
  ],
  ['depth that is never closed', signedTexts('['.repeat(3_000_000)), /^Line 2 .*nested too deep/],
  ['a name twice', signedTexts(hiddenUser('"a"', ',"user_id":"b"')), /^Line 2 .*a name twice/],
  [
    'a table twice',
    signedTexts('{"table":"hidden_users","table":"refreshes","row":{}}'),
    /^Line 2 .*a name twice/,
  ],
  ['a column that is unknown', signedTexts(hiddenUser('"a"', ',"admin":true')), /^Line 2 .*not a row/],
  ['a prototype', signedTexts(hiddenUser('"a"', ',"__proto__":{"x":1}')), /^Line 2 /],
  ['a number where a text belongs', signedTexts(hiddenUser('7')), /^Line 2 .*\(user_id\)/],
  ['null where a text belongs', signedTexts(hiddenUser('null')), /^Line 2 .*\(user_id\)/],
  ['a list for a row', signedTexts('{"table":"hidden_users","row":[]}'), /^Line 2 .*not a row/],
  ['a negative id of a member', signedTexts(action({ by: '-1' })), /^Line 2 .*\(by\)/],
  ['a negative id of a server', signedTexts(action({ guild_id: '-5' })), /^Line 2 .*\(guild_id\)/],
  ['an action of no word', signedTexts(action({ action: '<script>' })), /^Line 2 .*\(action\)/],
  ['a date in the year 0', signedTexts(action({ at: '0000-01-01T00:00:00Z' })), /^Line 2 .*\(at\)/],
  ['a date with a thirteenth month', signedTexts(action({ at: '2026-13-01T00:00:00Z' })), /^Line 2 .*\(at\)/],
  [
    'a date in a year of six digits',
    signedTexts(action({ at: '+275760-09-13T00:00:00Z' })),
    /^Line 2 .*\(at\)/,
  ],
  [
    'a line without an end',
    signedTexts(hiddenUser(`"${'x'.repeat(5_000_000)}"`)),
    /^Line 2 .*longer than 4 MB/,
  ],
  ['too many rows', signedTexts(Array(500_001).fill(hiddenUser('"a"')).join('\n')), /500,000 lines at most/],
  ['no time', signed({ steamscope: 'backup', format: 1 }), /^Line 1 .*when it was made/],
  ['a negative format', signed({ ...HEADER, format: -1 }), /no back-up of Steamscope/],
  ['a format that is no number', signed({ ...HEADER, format: '1' }), /no back-up of Steamscope/],
  ['a first line without an end', Buffer.alloc(5_000_000, '{'), /no back-up of Steamscope/],
  ['a bomb inside', gzipSync(Buffer.alloc(2 ** 28)), /134 MB.* at most/],
  ['gz of something else', gzipSync('hello\n'), /no back-up of Steamscope/],
  ['gz in gz', gzipSync(gzipSync(FORMAT_1)), /no back-up of Steamscope/],
  ['gz of nothing', gzipSync(''), /no back-up of Steamscope/],
])('a back-up with %s is refused in a sentence', (_, bytes, message) => {
  expect(() => readBackup(bytes)).toThrow(BackupError);
  expect(() => readBackup(bytes)).toThrow(message);
});

test('a back-up that could not be read again is not made', () => {
  expect(() => writeBackup(new Date(0), { hidden_users: Array(500_001).fill('{}') })).toThrow(
    /500,000 lines at most/,
  );
  const large = `"${'x'.repeat(1_000_000)}"`;
  expect(() => writeBackup(new Date(0), { refreshes: Array(140).fill(large) })).toThrow(/134 MB/);
});
