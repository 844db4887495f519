import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { BackupError } from './backup-error.ts';
import type { BackupRow, BackupTable } from './backup-table.ts';

/**
 * The version of the file format. Raise it when older versions of the program could not read a new file. This
 * program reads all formats up to this one.
 */
const FORMAT = 1;

/** A point in time in ISO 8601, with Postgres's microseconds. */
export const instant = z.iso.datetime({ offset: true });

/** The sorted rows of every table, by the table's name. */
export type BackupRows = Record<string, BackupRow[]>;

/** The content of a back-up. */
export interface Backup {
  /** The time when it was made, in ISO 8601. */
  madeAt: string;
  rows: BackupRows;
}

const header = z.object({ steamscope: z.literal('backup'), format: z.int() });
const headerOfThisFormat = header.extend({ madeAt: instant });
const lineOfRow = z.object({ table: z.string(), row: z.unknown() });
const lastLine = z.strictObject({ sha256: z.string() });

/**
 * Makes the content of a back-up file: JSON lines. The first has the format, and the last the SHA-256 of all
 * lines before it.
 *
 * @param rows the rows as JSON texts, by table
 */
export function writeBackup(madeAt: Date, rows: Record<string, readonly string[]>): Buffer {
  const lines = [
    JSON.stringify({ steamscope: 'backup', format: FORMAT, madeAt }),
    ...Object.entries(rows).flatMap(([table, some]) =>
      some.map((row) => `{"table":"${table}","row":${row}}`),
    ),
  ];
  const content = Buffer.from(lines.map((line) => `${line}\n`).join(''));
  return Buffer.concat([content, Buffer.from(`${JSON.stringify({ sha256: sha256(content) })}\n`)]);
}

/**
 * Reads and checks the content of a back-up file, gz or plain.
 *
 * @param tables the tables that are backed up
 * @throws BackupError where it is not a back-up, is cut or damaged, or has a newer format than {@link FORMAT}
 */
export function readBackup(bytes: Buffer, tables: readonly BackupTable[]): Backup {
  const content = unpacked(bytes);
  const end = content.lastIndexOf('\n', content.length - 2) + 1;
  const [first = '', ...lines] = content.toString('utf8', 0, end).trimEnd().split('\n');
  const begun = header.safeParse(parsed(first));
  if (!begun.success) throw new BackupError('The file is no back-up of Steamscope.');
  if (begun.data.format > FORMAT) {
    throw new BackupError(
      `A newer version of Steamscope made it (format ${begun.data.format}; this one reads up to ${FORMAT}): update first.`,
    );
  }
  const ended = lastLine.safeParse(parsed(content.toString('utf8', end)));
  if (!ended.success) throw new BackupError('The back-up is cut: its last line is missing.');
  if (ended.data.sha256 !== sha256(content.subarray(0, end))) {
    throw new BackupError('The back-up is damaged: its checksum is wrong.');
  }
  const rows: BackupRows = Object.fromEntries(tables.map(({ name }) => [name, []]));
  for (const [place, line] of lines.entries()) {
    const { table, row } = readRow(tables, line, place + 2);
    rows[table]!.push(row);
  }
  return { madeAt: headerOfThisFormat.parse(parsed(first)).madeAt, rows };
}

/** Reads one row. @throws BackupError where the line is not a row of one of the tables */
function readRow(tables: readonly BackupTable[], line: string, lineNumber: number) {
  const unknown = (path: string) =>
    new BackupError(`Line ${lineNumber} of the back-up is not a row that this program knows (${path}).`);
  const read = lineOfRow.safeParse(parsed(line));
  if (!read.success) throw unknown(pathOf(read.error));
  const table = tables.find(({ name }) => name === read.data.table);
  if (table === undefined) throw unknown('table');
  const row = table.row.safeParse(read.data.row);
  if (!row.success) throw unknown(pathOf(row.error));
  return { table: table.name, row: row.data };
}

/** The path of the first wrong value, such as `row.at`; empty for the whole. */
function pathOf(error: z.ZodError): string {
  return error.issues[0]?.path.join('.') ?? '';
}

/** Unpacks a gz file, which is known by its first two bytes. @throws BackupError where it is cut or damaged */
function unpacked(bytes: Buffer): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes);
  } catch (cause) {
    throw new BackupError('The back-up is cut or damaged: it cannot be unpacked.', { cause });
  }
}

/** Parses JSON; undefined where the text is not JSON. */
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
