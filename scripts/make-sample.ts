import { mkdirSync, writeFileSync } from 'node:fs';
import { constants, gzipSync } from 'node:zlib';
import { generateSample } from './sample/generate.ts';

/** The byte of a gzip header (RFC 1952) that names the operating system, and its value for "unknown". */
const OS_BYTE = 9;
const OS_UNKNOWN = 255;

/** Packs a text so that the same text gives the same bytes everywhere. zlib writes no time into the header. */
function packed(text: string): Buffer {
  const bytes = gzipSync(text, { level: constants.Z_BEST_COMPRESSION });
  bytes[OS_BYTE] = OS_UNKNOWN;
  return bytes;
}

const folder = new URL('../sample/', import.meta.url);
const sample = generateSample();
mkdirSync(folder, { recursive: true });
const files = {
  'steam_games.json.gz': sample.games,
  'user_reviews.json.gz': sample.reviews,
  'users_items.json.gz': sample.libraries,
};
for (const [name, text] of Object.entries(files)) {
  const bytes = packed(text);
  writeFileSync(new URL(name, folder), bytes);
  console.log(`sample/${name}: ${text.split('\n').length - 1} lines, ${bytes.length} bytes`);
}
