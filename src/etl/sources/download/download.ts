import type { FileHandle } from 'node:fs/promises';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { entriesOf, type PerSource, type SourceName } from '../../../database/schema/sources.ts';
import { type DiskRoom, diskRoom, isDiskFull } from '../../../platform/disk-room.ts';
import { shownBytes } from '../../../platform/shown-bytes.ts';
import { isAddress, shownAddress } from '../../../platform/source-address.ts';
import { RefreshError } from '../../report/refresh-error.ts';
import { openSource, SourceError } from '../read/open-source.ts';
import { DownloadFiles, downloadPath, type FileVersion } from './download-files.ts';
import { connectionError, httpGet, TransferError } from './http-get.ts';

/** Limits on the time and the size of a download. */
export interface DownloadLimits {
  /** The greatest size of a file, in bytes. */
  maxSize: number;
  /**
   * Milliseconds in which a server has to be connected to and to begin its answer; also the milliseconds without a byte
   * after which a connection counts as broken.
   */
  silenceMs: number;
  /** The bytes that have to arrive in every `silenceMs` milliseconds. */
  leastBytes: number;
  /** Finds out how much may be written to the disk of a folder; tests put their own disk here. */
  room(folder: string): Promise<DiskRoom>;
  /** Milliseconds that one file may take, with all its attempts. */
  totalMs: number;
  /**
   * Milliseconds to wait before the second attempt, before the third, and so on. Their number limits the
   * attempts.
   */
  waitsMs: readonly number[];
  /** Waits between two attempts; tests put their own clock here. */
  wait(ms: number, signal: AbortSignal): Promise<unknown>;
}

/** The caller's way to follow a download and to stop it. */
export interface DownloadWatch {
  /** Stops the download when it is aborted. */
  signal?: AbortSignal;
  /** Called with the share of the file, 0 to 1, that has arrived, if the server announces the size. */
  onShare?(share: number): void;
}

/** The limits outside of tests. */
export const DOWNLOAD_LIMITS: DownloadLimits = {
  maxSize: 8 * 1024 ** 3,
  silenceMs: 30_000,
  leastBytes: 16 * 1024,
  room: diskRoom,
  totalMs: 6 * 3_600_000,
  waitsMs: [1_000, 4_000, 15_000, 45_000],
  wait: (ms, signal) => sleep(ms, undefined, { signal }),
};

/** The longest wait in milliseconds that a server's Retry-After header can ask for. */
const LONGEST_RETRY_AFTER_MS = 60_000;

/** The bytes of a download after which the disk is looked at again. */
const LOOK_AT_DISK_EVERY = 16 * 1024 ** 2;

/**
 * Downloads the sources that are addresses, one after the other.
 *
 * @param onShare called with the share of all downloads, 0 to 1
 * @returns the path of each source: the downloaded copy, or the path that was given
 * @throws RefreshError if a download fails
 */
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
 * Makes sure that a complete, verified copy of the file at an http(s) address is in the data folder. A download
 * that was interrupted, in this run or an earlier one, continues if the server confirms that the file has not
 * changed (RFC 9110, 13.1.5 and 14). Nothing is transferred if the copy is still current. Two downloads of one
 * source must not run at the same time; the lock of the refresh sees to that.
 *
 * @returns the path of the copy
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
    if (isDiskFull(error)) await files.dropPart();
    stopped?.throwIfAborted();
    const where = shownAddress(address);
    if (late.aborted) {
      throw new RefreshError('download-failed', `The download of the ${name} file took too long: ${where}`);
    }
    if (error instanceof TransferError) {
      throw new RefreshError(
        'download-failed',
        `The ${name} file cannot be downloaded because ${error.message}: ${where}`,
        { cause: error },
      );
    }
    if (isDiskFull(error)) {
      throw new RefreshError(
        'download-failed',
        `The ${name} file does not fit on the disk of ${dirname(files.path)}; its part was removed. ${MAKE_ROOM}: ${where}`,
        { cause: error },
      );
    }
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new RefreshError(
      'download-failed',
      `The ${name} file cannot be written to the data folder (${code}): ${where}`,
      { cause: error },
    );
  }
}

/** The cure for a full disk. */
const MAKE_ROOM = 'Free some space, or set DATA_FOLDER to a folder on another disk';

/** The values that all attempts at one file share. */
interface Transfer {
  address: URL;
  limits: DownloadLimits;
  signal: AbortSignal;
  onShare(share: number): void;
}

/**
 * Makes one attempt. When it returns, the complete file is there.
 *
 * @throws TransferError if the transfer fails; the error of the file system if the disk fails
 */
async function transfer(transferring: Transfer, files: DownloadFiles): Promise<void> {
  const { address, limits, signal } = transferring;
  const part = await files.part();
  if (part !== null && part.have === part.version.size) {
    // An earlier run was killed after the last byte and before the check.
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
      await checkRoom((part.version.size ?? part.have) - part.have, files, limits);
      const file = await files.resume();
      await receive(answer, file, part.version, part.have, files, transferring);
      return;
    }
    if (answer.statusCode === 416) {
      await files.dropPart();
      throw new TransferError("the server's file is now shorter than the part that was already downloaded", {
        passing: true,
      });
    }
    checkStatus(answer);
    const version = versionOf(answer.headers);
    checkSize(version.size ?? 0, limits);
    await files.makeFolder();
    // A part of another version would take the room that the whole file needs.
    await files.dropPart();
    await checkRoom(version.size ?? 0, files, limits);
    await receive(answer, await files.begin(version), version, 0, files, transferring);
  } finally {
    answer.destroy();
  }
}

/**
 * Appends the body of the answer to the partial file, verifies the result and turns it into the complete file.
 *
 * @param have bytes that the partial file holds already
 */
async function receive(
  answer: IncomingMessage,
  file: FileHandle,
  version: Omit<FileVersion, 'address'>,
  have: number,
  files: DownloadFiles,
  { limits, onShare }: Transfer,
): Promise<void> {
  let size = have;
  let lookAt = have + LOOK_AT_DISK_EVERY;
  let before = have;
  const pace = setInterval(() => {
    if (size - before < limits.leastBytes) answer.destroy(tooSlow(limits));
    before = size;
  }, limits.silenceMs);
  try {
    for await (const chunk of bodyOf(answer)) {
      size += chunk.length;
      if (size > limits.maxSize) await files.dropPart();
      checkSize(size, limits);
      await file.writeFile(chunk);
      if (size >= lookAt) {
        lookAt = size + LOOK_AT_DISK_EVERY;
        await checkRoom((version.size ?? size) - size, files, limits);
      }
      if (version.size !== null) onShare(size / version.size);
    }
  } finally {
    clearInterval(pace);
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  }
  if (version.size !== null && size !== version.size) {
    await files.dropPart();
    throw new TransferError('its size is not the one that the server announced', { passing: true });
  }
  await verifyUnpacks(files, have > 0);
  await files.keep(version, size);
}

/**
 * The bytes of an answer's body.
 *
 * @throws TransferError if the connection breaks
 */
async function* bodyOf(answer: IncomingMessage): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of answer) yield chunk as Buffer;
  } catch (error) {
    throw connectionError(error);
  }
}

/**
 * Reads the whole file, unpacking gzip, to see that it is intact. Only the beginning of the content is checked,
 * for a web page: some servers send one under another content type.
 *
 * @param passing whether another attempt may help, as it does when the file was put together from two transfers
 * @throws TransferError if the file is not intact or is a web page
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
    const again = passing && error.reason !== 'unpacks-too-far';
    const why = {
      'empty-file': 'it is empty',
      'cut-gzip': 'it is incomplete',
      'corrupt-gzip': 'it is damaged',
      'unpacks-too-far':
        'it unpacks to more than 100 times its size, as a file that was made to fill a disk does',
      'not-a-file': 'the downloaded part was replaced by something that is no file',
      'not-found': 'the downloaded part has disappeared',
    }[error.reason];
    throw new TransferError(why, { passing: again, cause: error });
  }
  if (isMarkup) {
    await files.dropPart();
    throw webPage();
  }
}

function webPage(): TransferError {
  return new TransferError('the server sends a web page', { passing: false });
}

/**
 * The headers that ask for the rest of a file. Null without a strong ETag or a date: the server could then not
 * confirm that the rest belongs to the same version.
 */
function rangeOf({ version, have }: { version: FileVersion; have: number }): Record<string, string> | null {
  const strong = version.etag !== null && !version.etag.startsWith('W/') ? version.etag : null;
  const validator = strong ?? version.lastModified;
  return validator === null ? null : { range: `bytes=${have}-`, 'if-range': validator };
}

/** The headers that ask for a file only if it has changed; empty if the earlier version has no ETag and no date. */
function conditionOf({ etag, lastModified }: FileVersion): Record<string, string> {
  if (etag !== null) return { 'if-none-match': etag };
  return lastModified === null ? {} : { 'if-modified-since': lastModified };
}

/** The version that the headers of an answer describe. */
function versionOf(headers: IncomingHttpHeaders): Omit<FileVersion, 'address'> {
  const length = headers['content-length'];
  return {
    etag: headers.etag ?? null,
    lastModified: headers['last-modified'] ?? null,
    size: length === undefined ? null : Number(length),
  };
}

/**
 * Checks that a partial answer continues the file on the disk. A server that ignores If-Range may send the rest
 * of another version.
 *
 * @throws TransferError if it does not; the partial file is then deleted
 */
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
  throw new TransferError('it changed during the download', { passing: true });
}

/**
 * Checks that an answer holds a whole file.
 *
 * @throws TransferError if its status is not 200, or if it is a web page
 */
export function checkStatus({ statusCode = 0, headers }: IncomingMessage): void {
  if (statusCode !== 200) {
    throw new TransferError(`the server answers ${statusCode}`, {
      passing: statusCode >= 500 || statusCode === 408 || statusCode === 429,
      retryAfterMs: statusCode === 429 || statusCode === 503 ? retryAfterMs(headers['retry-after']) : null,
    });
  }
  if (headers['content-type']?.startsWith('text/html')) throw webPage();
}

/**
 * The milliseconds that a Retry-After header asks for, a minute at most. The header holds seconds or a date
 * (RFC 9110, 10.2.3). Null if there is no header or it cannot be read.
 */
function retryAfterMs(value: string | undefined): number | null {
  if (value === undefined) return null;
  const ms = /^\d+$/.test(value) ? 1000 * Number(value) : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), LONGEST_RETRY_AFTER_MS);
}

/**
 * Checks that the disk has room for bytes that are to come, and keeps its reserve.
 *
 * @param bytes the number of them; 0 where it is not known
 * @throws TransferError if it has not; the partial file is then deleted
 */
async function checkRoom(bytes: number, files: DownloadFiles, limits: DownloadLimits): Promise<void> {
  const folder = dirname(files.path);
  const { room, reserve } = await limits.room(folder);
  if (room > 0 && bytes <= room) return;
  await files.dropPart();
  const needs = bytes > 0 ? `it needs ${shownBytes(bytes)}` : 'its size is not announced';
  throw new TransferError(
    `${needs}, and only ${shownBytes(Math.max(room, 0))} may be written in ${folder}, since ${shownBytes(reserve)} of ` +
      `the disk stay free. ${MAKE_ROOM}`,
    { passing: false },
  );
}

function tooSlow({ leastBytes, silenceMs }: DownloadLimits): TransferError {
  return new TransferError(`it arrives too slowly (less than ${leastBytes} bytes in ${silenceMs / 1000} s)`, {
    passing: true,
  });
}

function checkSize(size: number, { maxSize }: DownloadLimits): void {
  if (size > maxSize) {
    throw new TransferError(`it is larger than ${maxSize} bytes`, { passing: false });
  }
}
