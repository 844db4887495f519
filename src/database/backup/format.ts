import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { BackupError } from './backup-error.ts';
import type { BackupRow, BackupTable } from './backup-table.ts';

/** Goes up when a file of today could not be read by the program of yesterday. What is older is always read. */
const FORMAT = 1;

/** A moment with microseconds, as Postgres has them. */
export const instant = z.iso.datetime({ offset: true });

/** The rows of every table in order, under the table's name. */
export type BackupRows = Record<string, BackupRow[]>;

export interface Backup {
  madeAt: string;
  rows: BackupRows;
}

const header = z.object({ steamscope: z.literal('backup'), format: z.int() });
const headerOfThisFormat = header.extend({ madeAt: instant });
const lineOfRow = z.object({ table: z.string(), row: z.unknown() });
const lastLine = z.strictObject({ sha256: z.string() });

/**
 * A back-up as a file has it: JSON lines, the first with the format, the last with the SHA-256 of all before it.
 *
 * @param rows each as JSON, by table
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
 * Reads a back-up, gz or plain, to its last line.
 *
 * @param tables those that are backed up
 * @throws BackupError where it is none, cut, damaged, or newer than this program
 */
export function readBackup(bytes: Buffer, tables: readonly BackupTable[]): Backup {
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
  const rows: BackupRows = Object.fromEntries(tables.map(({ name }) => [name, []]));
  for (const [place, line] of lines.entries()) {
    const { table, row } = readRow(tables, line, place + 2);
    rows[table]!.push(row);
  }
  return { madeAt: headerOfThisFormat.parse(parsed(first)).madeAt, rows };
}

/** @throws BackupError where the line is not a row of one of the tables */
function readRow(tables: readonly BackupTable[], line: string, lineNumber: number) {
  const unknown = (path: string) =>
    new BackupError(`Line ${lineNumber} of the back-up is not what this program knows (${path}).`);
  const read = lineOfRow.safeParse(parsed(line));
  if (!read.success) throw unknown(pathOf(read.error));
  const table = tables.find(({ name }) => name === read.data.table);
  if (table === undefined) throw unknown('table');
  const row = table.row.safeParse(read.data.row);
  if (!row.success) throw unknown(pathOf(row.error));
  return { table: table.name, row: row.data };
}

/** Where the first fault is. */
function pathOf(error: z.ZodError): string {
  return error.issues[0]?.path.join('.') ?? '';
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
