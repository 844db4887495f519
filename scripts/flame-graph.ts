/**
 * Turns what `node --cpu-prof` writes into one picture: where the time goes while threads are at work.
 *
 *   node --cpu-prof --cpu-prof-dir=FOLDER --import tsx src/cli.ts refresh --reload
 *   npx tsx scripts/flame-graph.ts "a title" picture.svg FOLDER
 *
 * A folder has a file for each thread; those that hardly did anything are left out.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { callsOf } from './flame-graph/calls.ts';
import { pictureOf } from './flame-graph/picture.ts';

const [title, picture, folder] = process.argv.slice(2);
if (title === undefined || picture === undefined || folder === undefined) {
  console.error('npx tsx scripts/flame-graph.ts TITLE PICTURE.svg FOLDER');
  process.exit(2);
}
const threads = readdirSync(folder)
  .filter((name) => name.endsWith('.cpuprofile'))
  .map((name) => callsOf(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
  .sort((a, b) => b.seconds - a.seconds);
const worthSeeing = threads.filter(({ seconds }) => seconds > threads[0]!.seconds / 20);
writeFileSync(picture, pictureOf(title, worthSeeing));
