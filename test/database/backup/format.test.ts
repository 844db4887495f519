import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { BACKUP_TABLES } from '../../../src/community/tables.ts';
import { BackupError } from '../../../src/database/backup/backup-error.ts';
import { readBackup as readTables } from '../../../src/database/backup/format.ts';

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
