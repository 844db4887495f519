import path from 'node:path/posix';
import type { Import } from './imports.ts';
import { ANY_ORDER, ROOMS } from './rooms.ts';

/** The room of a file, and the folder inside that room; `.` for files directly in the room. */
interface Place {
  readonly room: string;
  readonly inner: string;
}

/** The folder of a file; a room that is one file counts as a folder. */
export function folderOf(file: string): string {
  return ROOMS[file] === undefined ? path.dirname(file) : file;
}

/** The room of a folder or of a file; undefined if it is in none. */
export function roomOf(folder: string): string | undefined {
  return Object.keys(ROOMS).find((each) => folder === each || folder.startsWith(`${each}/`));
}

function placeOf(file: string): Place | undefined {
  const room = roomOf(file);
  if (room === undefined) return undefined;
  return { room, inner: path.relative(room, folderOf(file)) || '.' };
}

/** The folders with code that the table of rooms lacks, a line each. */
export function strangers(files: readonly string[]): string[] {
  const folders = new Map(files.map((file) => [folderOf(file), file]));
  return [...folders].flatMap(([folder, file]) => {
    const place = placeOf(file);
    if (place === undefined) return [`${folder} is in no room: give it a row in scripts/structure/rooms.ts`];
    const { inside = ['.'] } = ROOMS[place.room]!;
    if (inside === ANY_ORDER || inside.includes(place.inner)) return [];
    return [`${folder} has no place in ${place.room}: give it one in scripts/structure/rooms.ts`];
  });
}

/** The imports that the table of rooms forbids, a line each: the place, the import, and the reason. */
export function against(imports: readonly Import[]): string[] {
  return imports.flatMap((each) => {
    const reason = each.kind === 'package' ? reasonOfPackage(each) : reasonOfOurs(each);
    return reason === undefined ? [] : [`${each.from}:${each.line} imports ${each.to}: ${reason}`];
  });
}

function reasonOfPackage({ from, to }: Import): string | undefined {
  const room = placeOf(from)?.room;
  if (room === undefined) return undefined;
  const refused = ROOMS[room]!.without?.some((name) =>
    name.endsWith('/') ? to.startsWith(name) : to === name,
  );
  return refused ? `${room} does without this package` : undefined;
}

function reasonOfOurs({ from, to }: Import): string | undefined {
  const source = placeOf(from);
  const target = placeOf(to);
  // The list of strangers names this file's folder already.
  if (source === undefined) return undefined;
  if (target === undefined) return 'it is in no room';
  const { imports, inside = ['.'] } = ROOMS[source.room]!;
  if (source.room !== target.room) {
    if (imports.some((each) => to === each || to.startsWith(`${each}/`))) return undefined;
    return `${source.room} may import ${imports.length === 0 ? 'nothing of ours' : `only ${imports.join(', ')}`}`;
  }
  if (inside === ANY_ORDER || inside.indexOf(target.inner) <= inside.indexOf(source.inner)) return undefined;
  return `in ${source.room}, ${target.inner} comes after ${source.inner}`;
}
