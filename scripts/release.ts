/**
 * Keeps CHANGELOG.md in step with the version of package.json:
 *
 *   npm version minor               raises the version, closes the list of unreleased changes (--close), commits, and sets the tag
 *   npx tsx scripts/release.ts --notes v1.2.0    prints the changes of a tag; fails where package.json has another version
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import manifest from '../package.json' with { type: 'json' };
import { closed, notesOf } from './release/changelog.ts';

const CHANGELOG = 'CHANGELOG.md';

const { values } = parseArgs({ options: { close: { type: 'boolean' }, notes: { type: 'string' } } });
const changelog = readFileSync(CHANGELOG, 'utf8');
if (values.close === true) {
  const day = new Date().toISOString().slice(0, 10);
  writeFileSync(CHANGELOG, closed(changelog, manifest.version, day));
} else {
  if (values.notes !== `v${manifest.version}`) {
    throw new Error(`the tag is ${values.notes}, and package.json has the version ${manifest.version}`);
  }
  console.log(notesOf(changelog, manifest.version));
}
