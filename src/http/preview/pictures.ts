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

/** A file of a reply, and its address on the page. */
export interface ShownFile {
  name: string;
  address: string;
  description: string;
}

/** A file under an address that holds the whole of it. */
export function withinPage({ name, data, description }: SentFile): ShownFile {
  const type = typeOf(name) ?? 'application/octet-stream';
  return { name, description, address: `data:${type};base64,${Buffer.from(data).toString('base64')}` };
}

/**
 * A picture of an embed or a layout. It is a picture on the web, or a file of the same reply (`attachment://name`).
 *
 * @param alt the alternative text of a picture on the web; a file has its own description
 */
export function renderPicture(
  address: string | undefined,
  files: readonly ShownFile[],
  { className, alt }: { className: string; alt: string },
): Html {
  if (address === undefined) return '';
  const name = /^attachment:\/\/(.+)$/.exec(address)?.[1];
  const file = files.find((one) => one.name === name);
  if (file !== undefined) return picture(file.address, className, file.description);
  return isWebAddress(address) ? picture(address, className, alt) : '';
}

/** The files that no embed shows, as Discord puts them under the text. */
export function looseFiles(files: readonly ShownFile[], shown: ReadonlySet<string>): readonly ShownFile[] {
  return files.filter(({ name }) => !shown.has(`attachment://${name}`));
}

/** A file of a reply: an image as a picture, any other file as a download. */
export function renderFile({ name, address, description }: ShownFile): Html {
  if (typeOf(name) !== undefined) return picture(address, 'attachment', description);
  return html`<a class="attachment" download="${name}" href="${address}">${name}</a>`;
}

function picture(address: string, className: string, alt: string): Html {
  // A picture of ours is asked for at once, because it has to be drawn.
  const loading = isWebAddress(address) ? html` loading="lazy"` : '';
  return html`<img class="${className}" src="${address}" alt="${alt}"${loading} referrerpolicy="no-referrer">`;
}

function typeOf(name: string): string | undefined {
  return TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()];
}
