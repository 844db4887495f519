// The way into the program from a shell. Plain JavaScript, because it tells an old Node.js what is missing before
// anything is read that such a version cannot read.
import { readFileSync } from 'node:fs';
import { isNewEnough } from './platform/node-version.js';

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
if (isNewEnough(process.versions.node, engines.node)) {
  await import('tsx');
  await import('./cli.ts');
} else {
  process.stderr.write(
    `Steamscope needs Node.js ${engines.node.replace('>=', '')} or later, and this is ${process.versions.node}. ` +
      'Nothing was started. Install a newer one from https://nodejs.org, then run: npm ci\n',
  );
  process.exitCode = 1;
}
