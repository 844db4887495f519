import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

// Runs every benchmark of this folder, one after another; an argument is the folder of the raw files.
const folder = fileURLToPath(new URL('.', import.meta.url));
for (const file of readdirSync(folder).toSorted()) {
  if (!file.endsWith('.ts') || file === basename(fileURLToPath(import.meta.url))) continue;
  console.log(`\n# ${file.replace(/\.ts$/, '')}`);
  const args = [...process.execArgv, `${folder}${file}`, ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
