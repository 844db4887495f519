import { circles, fileGraph, folderGraph } from './circles.ts';
import type { Code } from './imports.ts';
import { against, strangers } from './walls.ts';

/** All breaches of the table of rooms in the code, a line each: strangers, forbidden imports, and circles. */
export function faultsOf({ files, imports }: Code): string[] {
  return [
    ...strangers(files),
    ...against(imports),
    ...circles(fileGraph(imports)).map((way) => `${way.join(' → ')}: a circle of imports`),
    ...circles(folderGraph(imports)).map((way) => `${way.join(' → ')}: a circle of folders`),
  ];
}
