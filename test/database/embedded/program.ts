/**
 * A program that uses the embedded server, for tests to run and to kill. It writes `acquired` and a line of JSON with the
 * server's address and process id, and releases the server when its standard input ends.
 *
 * Its one argument is JSON: the options of `acquireEmbeddedServer`, and `as`, the user to become once all modules are
 * loaded.
 */
import { readPostmaster } from '../../../src/database/embedded/postmaster.ts';
import { acquireEmbeddedServer } from '../../../src/database/embedded/server.ts';

interface Options {
  dataFolder: string;
  packageFolder?: string;
  copyFolders?: string[];
  byPgCtl?: boolean;
  as?: { uid: number; gid: number };
}

const { as, ...options } = JSON.parse(process.argv[2]!) as Options;
if (as !== undefined) {
  process.setgroups!([]);
  process.setgid!(as.gid);
  process.setuid!(as.uid);
}
const server = await acquireEmbeddedServer({
  ...options,
  log: (message) => process.stderr.write(`${message}\n`),
});
const pid = readPostmaster(`${options.dataFolder}/postgres`)?.pid;
process.stdout.write(`acquired ${JSON.stringify({ url: server.url, pid })}\n`);
for await (const _ of process.stdin);
await server.release();
process.stdout.write('released\n');
