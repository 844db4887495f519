import { circles, fileGraph, folderGraph } from './circles.ts';
import type { Code } from './imports.ts';
import { against, strangers } from './walls.ts';

/** Everything in the code that goes against the table of rooms, a line each; none where it keeps to the table. */
export function faultsOf({ files, imports }: Code): string[] {
  return [
    ...strangers(files),
    ...against(imports),
    ...circles(fileGraph(imports)).map((way) => `${way.join(' → ')}: a circle of imports`),
    ...circles(folderGraph(imports)).map((way) => `${way.join(' → ')}: a circle of folders`),
  ];
}
