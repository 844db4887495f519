import { readFileSync, writeFileSync } from 'node:fs';
import { type LockFile, licencesPage } from './licences/page.ts';

const project = new URL('../', import.meta.url);
const lock = JSON.parse(readFileSync(new URL('package-lock.json', project), 'utf8')) as LockFile;
writeFileSync(new URL('docs/licences.md', project), licencesPage(lock));
