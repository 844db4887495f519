import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { shownBytes } from '../../platform/shown-bytes.ts';
import { BackupError } from './backup-error.ts';
import type { BackupRow, BackupTable } from './backup-table.ts';

/**
 * The version of the file format. Raise it when older versions of the program could not read a new file. This
 * program reads all formats up to this one.
 */
const FORMAT = 1;

/** A point in time in ISO 8601, with Postgres's microseconds, from 1970 on. */
export const instant = z.iso
  .datetime({ offset: true })
  .refine((value) => Date.parse(value) >= 0, 'should not be before 1970');

/** The id of a person or a server in Discord. */
export const discordId = z.string().regex(/^\d{1,20}$/);

/** A word of the program's own, such as the outcome of a refresh. */
export const ownWord = z.string().regex(/^[a-z-]{1,30}$/);

/** The bytes that a back-up may have, unpacked. A year of daily refreshes takes about two million. */
export const MOST_BYTES = 128 * 1024 ** 2;

/** The rows that a back-up may have. */
const MOST_ROWS = 500_000;

/** The bytes that a line of a back-up may have. */
const MOST_LINE_BYTES = 4 * 1024 ** 2;

/** The levels of lists and objects that a row may have, one inside the other. */
const MOST_LEVELS = 30;

/** The sorted rows of every table, by the table's name. */
export type BackupRows = Record<string, BackupRow[]>;

/** The content of a back-up. */
export interface Backup {
  /** The time when it was made, in ISO 8601. */
  madeAt: string;
  rows: BackupRows;
}

const header = z.object({ steamscope: z.literal('backup'), format: z.int().min(1) });
const headerOfThisFormat = header.extend({ madeAt: instant });
const lineOfRow = z.object({ table: z.string(), row: z.unknown() });
const lastLine = z.strictObject({ sha256: z.string() });

/**
 * Makes the content of a back-up file: JSON lines. The first has the format, and the last the SHA-256 of all
 * lines before it.
 *
 * @param rows the rows as JSON texts, by table
 * @throws BackupError where it would be too large to be read again
 */
export function writeBackup(madeAt: Date, rows: Record<string, readonly string[]>): Buffer {
  const lines = [
    JSON.stringify({ steamscope: 'backup', format: FORMAT, madeAt }),
    ...Object.entries(rows).flatMap(([table, some]) =>
      some.map((row) => `{"table":"${table}","row":${row}}`),
    ),
  ];
  const content = Buffer.from(lines.map((line) => `${line}\n`).join(''));
  if (content.length > MOST_BYTES || lines.length > MOST_ROWS) throw tooLarge();
  return Buffer.concat([content, Buffer.from(`${JSON.stringify({ sha256: sha256(content) })}\n`)]);
}

/**
 * Reads and checks the content of a back-up file, gz or plain.
 *
 * @param tables the tables that are backed up
 * @throws BackupError where it is not a back-up, is cut, damaged or too large, or has a newer format than {@link FORMAT}
 */
export function readBackup(bytes: Buffer, tables: readonly BackupTable[]): Backup {
  const content = unpacked(bytes);
  const end = content.lastIndexOf('\n', content.length - 2) + 1;
  const headerEnd = Math.max(content.indexOf('\n'), 0);
  const begun = header.safeParse(
    headerEnd < MOST_HEADER_BYTES ? parsed(content.toString('utf8', 0, headerEnd)) : null,
  );
  if (!begun.success) throw new BackupError('The file is no back-up of Steamscope.');
  if (begun.data.format > FORMAT) {
    throw new BackupError(
      `A newer version of Steamscope made it (format ${begun.data.format}; this one reads up to ${FORMAT}): update first.`,
    );
  }
  const ended = lastLine.safeParse(parsed(content.toString('utf8', end, end + MOST_HEADER_BYTES)));
  if (!ended.success) throw new BackupError('The back-up is cut: its last line is missing.');
  if (ended.data.sha256 !== sha256(content.subarray(0, end))) {
    throw new BackupError('The back-up is damaged: its checksum is wrong.');
  }
  const headed = headerOfThisFormat.safeParse(parsed(content.toString('utf8', 0, headerEnd)));
  if (!headed.success) throw new BackupError(`Line 1 of the back-up does not say when it was made.`);
  const rows: BackupRows = Object.fromEntries(tables.map(({ name }) => [name, []]));
  if (countLines(content) > MOST_ROWS) throw tooLarge();
  for (const { line, number } of linesOf(content.subarray(0, end), headerEnd + 1)) {
    const { table, row } = readRow(tables, line, number);
    rows[table]!.push(row);
  }
  return { madeAt: headed.data.madeAt, rows };
}

/** The bytes that the first and the last line may have. */
const MOST_HEADER_BYTES = 1000;

function countLines(content: Buffer): number {
  let count = 0;
  for (let place = content.indexOf('\n'); place !== -1; place = content.indexOf('\n', place + 1)) count++;
  return count;
}

/** The lines after the header, one at a time. @throws BackupError where one is too long */
function* linesOf(content: Buffer, from: number): Generator<{ line: string; number: number }> {
  let number = 2;
  for (let start = from, end: number; start < content.length; start = end + 1, number++) {
    end = content.indexOf('\n', start);
    if (end - start > MOST_LINE_BYTES) {
      throw new BackupError(`Line ${number} of the back-up is longer than ${shownBytes(MOST_LINE_BYTES)}.`);
    }
    yield { line: content.toString('utf8', start, end), number };
  }
}

/** A back-up that is larger than any that this program makes. */
export function tooLarge(): BackupError {
  return new BackupError(
    `A back-up has ${shownBytes(MOST_BYTES)} and ${MOST_ROWS.toLocaleString('en')} lines at most, unpacked, and this one has more.`,
  );
}

/** Reads one row. @throws BackupError where the line is not a row of one of the tables */
function readRow(tables: readonly BackupTable[], line: string, lineNumber: number) {
  const unknown = (path: string) =>
    new BackupError(`Line ${lineNumber} of the back-up is not a row that this program knows (${path}).`);
  const value = parsed(line);
  const flaw = flawOf(line, value);
  if (flaw !== null) throw new BackupError(`Line ${lineNumber} of the back-up ${flaw}.`);
  const read = lineOfRow.safeParse(value);
  if (!read.success) throw unknown(pathOf(read.error));
  const table = tables.find(({ name }) => name === read.data.table);
  if (table === undefined) throw unknown('table');
  const row = table.row.safeParse(read.data.row);
  if (!row.success) throw unknown(pathOf(row.error));
  return { table: table.name, row: row.data };
}

/**
 * The flaw of a line that would trouble the reader or the database: it is nested too deep, has a name twice in one object,
 * or has characters that no text in Postgres can have. Null where it has none.
 */
function flawOf(line: string, value: unknown): string | null {
  let [levels, names, inText] = [0, 0, false];
  for (let place = 0; place < line.length; place++) {
    const letter = line[place];
    if (inText) {
      if (letter === '\\') place++;
      else if (letter === '"') inText = false;
    } else if (letter === '"') inText = true;
    else if (letter === ':') names++;
    else if (letter === ']' || letter === '}') levels--;
    else if ((letter === '[' || letter === '{') && ++levels > MOST_LEVELS) return 'is nested too deep';
  }
  let [kept, storable] = [0, true];
  const look = (part: unknown) => {
    if (typeof part === 'string') storable &&= part.isWellFormed() && !part.includes('\0');
    else if (Array.isArray(part)) part.forEach(look);
    else if (typeof part === 'object' && part !== null) {
      for (const [name, inner] of Object.entries(part)) {
        kept++;
        look(name);
        look(inner);
      }
    }
  };
  look(value);
  if (!storable) return 'has a character that the database cannot store';
  return value !== undefined && kept !== names ? 'has a name twice' : null;
}

/** The path of the first wrong value, such as `row.at`; empty for the whole. */
function pathOf(error: z.ZodError): string {
  return error.issues[0]?.path.join('.') ?? '';
}

/** Unpacks a gz file, which is known by its first two bytes. @throws BackupError where it is cut or damaged */
function unpacked(bytes: Buffer): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_BYTES });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
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
