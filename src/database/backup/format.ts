import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { BackupError } from './backup-error.ts';

/** Goes up when a file of today could not be read by the program of yesterday. What is older is always read. */
const FORMAT = 1;

/** With microseconds, as Postgres has them. */
const instant = z.iso.datetime({ offset: true });

/**
 * The tables that are backed up, with their columns as the database names them: what cannot be loaded again. A column that
 * comes later has a default here, for the files that were made before.
 *
 * Left out are ids, which nothing refers to, how far a refresh is that runs, and which data set it made: that is gone where
 * it is restored.
 */
export const BACKED_UP = {
  refreshes: z.strictObject({
    started_at: instant,
    finished_at: instant.nullable(),
    outcome: z.string(),
    report: z.json(),
    started_by: z.string().nullable().default(null),
  }),
  moderator_actions: z.strictObject({
    at: instant,
    by: z.string(),
    guild_id: z.string().nullable(),
    action: z.string(),
  }),
  hidden_users: z.strictObject({ user_id: z.string(), hidden_at: instant }),
  left_guilds: z.strictObject({ guild_id: z.string(), left_at: instant }),
} as const;

export type TableName = keyof typeof BACKED_UP;

export const TABLE_NAMES = Object.keys(BACKED_UP) as TableName[];

export const TABLE_COLUMNS = Object.fromEntries(
  TABLE_NAMES.map((table) => [table, Object.keys(BACKED_UP[table].shape)]),
) as Record<TableName, string[]>;

/** The rows of every table, in order. */
export type BackupRows = { [Table in TableName]: z.infer<(typeof BACKED_UP)[Table]>[] };

export interface Backup {
  madeAt: string;
  rows: BackupRows;
}

const header = z.object({ steamscope: z.literal('backup'), format: z.int() });
const headerOfThisFormat = header.extend({ madeAt: instant });
const lineOfRow = z.object({ table: z.enum(TABLE_NAMES), row: z.unknown() });
const lastLine = z.strictObject({ sha256: z.string() });

/**
 * A back-up as a file has it: JSON lines, the first with the format, the last with the SHA-256 of all before it.
 *
 * @param rows each as JSON, by table
 */
export function writeBackup(madeAt: Date, rows: Record<TableName, readonly string[]>): Buffer {
  const lines = [
    JSON.stringify({ steamscope: 'backup', format: FORMAT, madeAt }),
    ...TABLE_NAMES.flatMap((table) => rows[table].map((row) => `{"table":"${table}","row":${row}}`)),
  ];
  const content = Buffer.from(lines.map((line) => `${line}\n`).join(''));
  return Buffer.concat([content, Buffer.from(`${JSON.stringify({ sha256: sha256(content) })}\n`)]);
}

/**
 * Reads a back-up, gz or plain, to its last line.
 *
 * @throws BackupError where it is none, cut, damaged, or newer than this program
 */
export function readBackup(bytes: Buffer): Backup {
  const content = unpacked(bytes);
  const end = content.lastIndexOf('\n', content.length - 2) + 1;
  const [first = '', ...lines] = content.toString('utf8', 0, end).trimEnd().split('\n');
  const begun = header.safeParse(parsed(first));
  if (!begun.success) throw new BackupError('This is no back-up of Steamscope.');
  if (begun.data.format > FORMAT) {
    throw new BackupError(
      `A newer version of this program made it (format ${begun.data.format}; this one reads up to ${FORMAT}): update first.`,
    );
  }
  const ended = lastLine.safeParse(parsed(content.toString('utf8', end)));
  if (!ended.success) throw new BackupError('The back-up is cut: its last line is missing.');
  if (ended.data.sha256 !== sha256(content.subarray(0, end))) {
    throw new BackupError('The back-up is damaged: it does not have the checksum that it says.');
  }
  const rows: BackupRows = { refreshes: [], moderator_actions: [], hidden_users: [], left_guilds: [] };
  for (const [place, line] of lines.entries()) addRow(rows, line, place + 2);
  return { madeAt: headerOfThisFormat.parse(parsed(first)).madeAt, rows };
}

function addRow(rows: BackupRows, line: string, lineNumber: number): void {
  const read = lineOfRow.safeParse(parsed(line));
  const row = read.success ? BACKED_UP[read.data.table].safeParse(read.data.row) : read;
  if (!read.success || !row.success) {
    const path = row.error?.issues[0]?.path.join('.') ?? '';
    throw new BackupError(`Line ${lineNumber} of the back-up is not what this program knows (${path}).`);
  }
  (rows[read.data.table] as unknown[]).push(row.data);
}

/** A gz file is known by its first two bytes. @throws BackupError */
function unpacked(bytes: Buffer): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes);
  } catch (cause) {
    throw new BackupError('The back-up is cut or damaged: it cannot be unpacked.', { cause });
  }
}

/** Undefined where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
