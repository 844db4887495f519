import type { FileHandle } from 'node:fs/promises';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { entriesOf, type PerSource, type SourceName } from '../../../database/schema/sources.ts';
import { isAddress, shownAddress } from '../../../platform/source-address.ts';
import { RefreshError } from '../../report/refresh-error.ts';
import { openSource, SourceError } from '../read/open-source.ts';
import { DownloadFiles, downloadPath, type FileVersion } from './download-files.ts';
import { connectionError, httpGet, TransferError } from './http-get.ts';

/** How long a download may take and how large it may be. */
export interface DownloadLimits {
  /** In bytes. */
  maxSize: number;
  /** Without a byte for so long, a connection counts as cut. */
  silenceMs: number;
  /** For one file with all its attempts. */
  totalMs: number;
  /** Before the second attempt, the third, and so on. */
  waitsMs: readonly number[];
  /** Waits between two attempts. */
  wait(ms: number, signal: AbortSignal): Promise<unknown>;
}

/** Who watches a download, and may stop it. */
export interface DownloadWatch {
  signal?: AbortSignal;
  /** Told which share of the file, 0 to 1, is there, where the server says how long it is. */
  onShare?(share: number): void;
}

/** What holds outside of tests. */
export const DOWNLOAD_LIMITS: DownloadLimits = {
  maxSize: 8 * 1024 ** 3,
  silenceMs: 30_000,
  totalMs: 6 * 3_600_000,
  waitsMs: [1_000, 4_000, 15_000, 45_000],
  wait: (ms, signal) => sleep(ms, undefined, { signal }),
};

const LONGEST_RETRY_AFTER_MS = 60_000;

/** The sources as paths: each one that is an address is downloaded, one after the other. @throws RefreshError */
export async function downloadSources(
  sources: PerSource<string>,
  dataFolder: string,
  { signal, onShare }: DownloadWatch = {},
): Promise<PerSource<string>> {
  const paths = { ...sources };
  const addresses = entriesOf(sources).filter(([, source]) => isAddress(source));
  for (const [place, [name, source]] of addresses.entries()) {
    const watch: DownloadWatch = {
      ...(signal === undefined ? {} : { signal }),
      onShare: (share) => onShare?.((place + share) / addresses.length),
    };
    paths[name] = await download(source, name, dataFolder, watch);
    onShare?.((place + 1) / addresses.length);
  }
  return paths;
}

/**
 * The path of a whole, verified copy of a file that is at an http(s) address. It resumes what an earlier attempt, or an
 * earlier run, left, where the server says that it is still the same file (RFC 9110, 13.1.5 and 14), and transfers
 * nothing where the copy is still what the server has. Not for two at once: whoever calls it holds the refresh lock.
 *
 * @throws RefreshError with a sentence that holds neither user, password nor query of the address
 */
export async function download(
  source: string,
  name: SourceName,
  dataFolder: string,
  { signal: stopped, onShare = () => {} }: DownloadWatch = {},
  limits: DownloadLimits = DOWNLOAD_LIMITS,
): Promise<string> {
  const address = new URL(source);
  const late = AbortSignal.timeout(limits.totalMs);
  const signal = stopped === undefined ? late : AbortSignal.any([stopped, late]);
  const transferring = { address, limits, signal, onShare };
  const files = new DownloadFiles(downloadPath(dataFolder, name), address);
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        await transfer(transferring, files);
        return files.path;
      } catch (error) {
        const waitMs = limits.waitsMs[attempt];
        if (!(error instanceof TransferError) || !error.passing || waitMs === undefined) throw error;
        await limits.wait(error.retryAfterMs ?? waitMs, signal);
      }
    }
  } catch (error) {
    stopped?.throwIfAborted();
    const where = shownAddress(address);
    if (late.aborted) {
      throw new RefreshError('download-failed', `The ${name} file does not come to its end: ${where}`);
    }
    if (error instanceof TransferError) {
      throw new RefreshError(
        'download-failed',
        `The ${name} file cannot be downloaded, since ${error.message}: ${where}`,
        { cause: error },
      );
    }
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new RefreshError(
      'download-failed',
      `The ${name} file cannot be kept in the data folder (${code}): ${where}`,
      { cause: error },
    );
  }
}

/** What all attempts at one file have in common. */
interface Transfer {
  address: URL;
  limits: DownloadLimits;
  signal: AbortSignal;
  onShare(share: number): void;
}

/** One attempt; when it returns, the whole file is there. @throws TransferError, or what the disk says */
async function transfer(transferring: Transfer, files: DownloadFiles): Promise<void> {
  const { address, limits, signal } = transferring;
  const part = await files.part();
  if (part !== null && part.have === part.version.size) {
    // Killed after its last byte.
    await verifyUnpacks(files, true);
    await files.keep(part.version, part.have);
    return transfer(transferring, files);
  }
  const range = part === null ? null : rangeOf(part);
  const whole = range === null ? await files.whole() : null;
  const headers = range ?? (whole === null ? {} : conditionOf(whole));
  const answer = await httpGet(address, headers, limits.silenceMs, signal);
  try {
    if (answer.statusCode === 304 && whole !== null) return;
    if (answer.statusCode === 206 && part !== null && range !== null) {
      await checkContinues(answer.headers, part, files);
      const file = await files.resume();
      await receive(answer, file, part.version, part.have, files, transferring);
      return;
    }
    if (answer.statusCode === 416) {
      await files.dropPart();
      throw new TransferError('the server has less of it than came before', { passing: true });
    }
    checkStatus(answer);
    const version = versionOf(answer.headers);
    checkSize(version.size ?? 0, limits);
    await receive(answer, await files.begin(version), version, 0, files, transferring);
  } finally {
    answer.destroy();
  }
}

/** Appends the body to what is there; then verifies it and makes it the whole file. */
async function receive(
  answer: IncomingMessage,
  file: FileHandle,
  version: Omit<FileVersion, 'address'>,
  have: number,
  files: DownloadFiles,
  { limits, onShare }: Transfer,
): Promise<void> {
  let size = have;
  try {
    for await (const chunk of bodyOf(answer)) {
      size += chunk.length;
      if (size > limits.maxSize) await files.dropPart();
      checkSize(size, limits);
      await file.writeFile(chunk);
      if (version.size !== null) onShare(size / version.size);
    }
  } finally {
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  }
  if (version.size !== null && size !== version.size) {
    await files.dropPart();
    throw new TransferError('it is not as long as the server says', { passing: true });
  }
  await verifyUnpacks(files, have > 0);
  await files.keep(version, size);
}

async function* bodyOf(answer: IncomingMessage): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of answer) yield chunk as Buffer;
  } catch (error) {
    throw connectionError(error);
  }
}

/**
 * Reads the file to its end, unpacking what is gzip. What was put together from parts is worth another attempt. Of the
 * content only the beginning is looked at: some servers say of a web page that it is something else.
 */
async function verifyUnpacks(files: DownloadFiles, passing: boolean): Promise<void> {
  let isFirst = true;
  let isMarkup = false;
  try {
    for await (const chunk of openSource(files.partPath)) {
      if (isFirst) isMarkup = /^(?:\ufeff)?\s*</.test(chunk.subarray(0, 1024).toString());
      isFirst = false;
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    if (error.reason === 'unreadable') throw error.cause;
    await files.dropPart();
    const why = {
      'empty-file': 'it is empty',
      'cut-gzip': 'it ends before its end',
      'corrupt-gzip': 'it is damaged',
      'not-found': 'it is gone',
    }[error.reason];
    throw new TransferError(why, { passing, cause: error });
  }
  if (isMarkup) {
    await files.dropPart();
    throw webPage();
  }
}

function webPage(): TransferError {
  return new TransferError('the server sends a web page', { passing: false });
}

/** What asks for the rest of a file; null where nothing tells that it would be the rest of the same. */
function rangeOf({ version, have }: { version: FileVersion; have: number }): Record<string, string> | null {
  const strong = version.etag !== null && !version.etag.startsWith('W/') ? version.etag : null;
  const validator = strong ?? version.lastModified;
  return validator === null ? null : { range: `bytes=${have}-`, 'if-range': validator };
}

/** What asks for a file only if it is another one. */
function conditionOf({ etag, lastModified }: FileVersion): Record<string, string> {
  if (etag !== null) return { 'if-none-match': etag };
  return lastModified === null ? {} : { 'if-modified-since': lastModified };
}

function versionOf(headers: IncomingHttpHeaders): Omit<FileVersion, 'address'> {
  const length = headers['content-length'];
  return {
    etag: headers.etag ?? null,
    lastModified: headers['last-modified'] ?? null,
    size: length === undefined ? null : Number(length),
  };
}

/** A server that does not look at If-Range may send the rest of another file. */
async function checkContinues(
  headers: IncomingHttpHeaders,
  { version, have }: { version: FileVersion; have: number },
  files: DownloadFiles,
): Promise<void> {
  const match = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers['content-range'] ?? '');
  const now = versionOf(headers);
  const same =
    match !== null &&
    Number(match[1]) === have &&
    (match[2] === '*' || version.size === null || Number(match[2]) === version.size) &&
    (now.etag === null || now.etag === version.etag) &&
    (now.lastModified === null || now.lastModified === version.lastModified);
  if (same) return;
  await files.dropPart();
  throw new TransferError('it changed while it was downloaded', { passing: true });
}

/** @throws TransferError where there is no file in the answer */
export function checkStatus({ statusCode = 0, headers }: IncomingMessage): void {
  if (statusCode !== 200) {
    throw new TransferError(`the server answers ${statusCode}`, {
      passing: statusCode >= 500 || statusCode === 408 || statusCode === 429,
      retryAfterMs: statusCode === 429 || statusCode === 503 ? retryAfterMs(headers['retry-after']) : null,
    });
  }
  if (headers['content-type']?.startsWith('text/html')) throw webPage();
}

/** Seconds or a date (RFC 9110, 10.2.3), a minute at most. */
function retryAfterMs(value: string | undefined): number | null {
  if (value === undefined) return null;
  const ms = /^\d+$/.test(value) ? 1000 * Number(value) : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), LONGEST_RETRY_AFTER_MS);
}

function checkSize(size: number, { maxSize }: DownloadLimits): void {
  if (size > maxSize) {
    throw new TransferError(`it is larger than ${maxSize} bytes`, { passing: false });
  }
}
