import { html } from 'hono/html';
import type { SentFile } from '../../commands/contract/reply.ts';
import { type Html, isWebAddress } from './markdown.ts';

const TYPES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
};

/**
 * An embed's picture. It is a picture on the web, or a file of the same reply (`attachment://name`), which is put into the
 * page as a `data:` address.
 *
 * @param alt the alternative text of a picture on the web; a file has its own description
 */
export function renderPicture(
  address: string | undefined,
  files: readonly SentFile[],
  { className, alt }: { className: string; alt: string },
): Html {
  if (address === undefined) return '';
  const name = /^attachment:\/\/(.+)$/.exec(address)?.[1];
  const file = files.find((one) => one.name === name);
  if (file !== undefined) return picture(dataAddress(file), className, file.description);
  return isWebAddress(address) ? picture(address, className, alt) : '';
}

/** The files that no embed shows, as Discord puts them under the text. */
export function looseFiles(files: readonly SentFile[], shown: ReadonlySet<string>): readonly SentFile[] {
  return files.filter(({ name }) => !shown.has(`attachment://${name}`));
}

/** A file of a reply: an image as a picture, any other file as a download. */
export function renderFile(file: SentFile): Html {
  if (typeOf(file) !== undefined) return picture(dataAddress(file), 'attachment', file.description);
  return html`<a class="attachment" download="${file.name}" href="${dataAddress(file)}">${file.name}</a>`;
}

function picture(address: string, className: string, alt: string): Html {
  return html`<img class="${className}" src="${address}" alt="${alt}" loading="lazy" referrerpolicy="no-referrer">`;
}

function dataAddress(file: SentFile): string {
  const type = typeOf(file) ?? 'application/octet-stream';
  return `data:${type};base64,${Buffer.from(file.data).toString('base64')}`;
}

function typeOf({ name }: SentFile): string | undefined {
  return TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()];
}
