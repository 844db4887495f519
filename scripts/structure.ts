/**
 * Checks the code against the table of rooms, and the picture of the folders against the code:
 *
 *   npm run structure                checks, and draws the picture anew
 *   npm run check:structure          only checks; prints a line for each fault, with exit status 1
 *   npx tsx scripts/structure.ts --check FOLDER
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { faultsOf } from './structure/faults.ts';
import { readCode } from './structure/imports.ts';
import { dotOf, draw, shows } from './structure/picture.ts';

const PICTURE = 'docs/pictures/folders.svg';

const { values, positionals } = parseArgs({
  options: { check: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [root = '.'] = positionals;
const code = readCode(root);
const faults = faultsOf(code);
// The picture needs code without faults: arrows of a circle cannot all point one way.
if (faults.length === 0) {
  const dot = dotOf(code.imports);
  const picture = join(root, PICTURE);
  if (!values.check) writeFileSync(picture, await draw(dot));
  else if (!existsSync(picture) || !shows(readFileSync(picture, 'utf8'), dot)) {
    faults.push(`${PICTURE} is not what the imports say: npm run structure draws it anew`);
  }
}
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
