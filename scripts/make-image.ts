/**
 * Writes what an image holds into a folder: the program as JavaScript, and the packages that it needs. The Dockerfile runs this.
 *
 *   npm run image -- FOLDER
 */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from './image/compile.ts';
import { copyPackages } from './image/packages.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder that is written: npm run image -- FOLDER');
const project = fileURLToPath(new URL('../', import.meta.url));
await compile(project, resolve(folder));
copyPackages(project, resolve(folder));
