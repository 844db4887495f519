import { basename } from 'node:path';

/** Whether a source is an http(s) address, and not a path. */
export function isAddress(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

/** An address as a person or a log may see it: user, password, query and fragment may be secrets. */
export function shownAddress(address: string | URL): string {
  const { protocol, host, pathname } = new URL(address);
  return `${protocol}//${host}${pathname}`;
}

/** The name of a source's file alone, without where it lies; the host where an address names no file. */
export function sourceFileName(source: string): string {
  if (!isAddress(source)) return basename(source);
  const { host, pathname } = new URL(source);
  return basename(pathname) || host;
}
