import { basename } from 'node:path';

/** Whether a source is an http(s) address rather than a path. */
export function isAddress(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

/**
 * An address in the form that people and logs may see. The user, password, query and fragment may be secrets
 * and are left out.
 */
export function shownAddress(address: string | URL): string {
  const { protocol, host, pathname } = new URL(address);
  return `${protocol}//${host}${pathname}`;
}

/** A source in the form that the operator may see: a path as it is, an address as {@link shownAddress} has it. */
export function shownSource(source: string): string {
  return isAddress(source) ? shownAddress(source) : source;
}

/** The name of the file of a source, without its folder; the host where an address names no file. */
export function sourceFileName(source: string): string {
  if (!isAddress(source)) return basename(source);
  const { host, pathname } = new URL(source);
  return basename(pathname) || host;
}
