import type { Import } from './imports.ts';
import { folderOf } from './walls.ts';

/** For each node, the nodes to which its arrows point. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The imports between files as a graph. Imports of types count like any other. The start of a thread does not count, because
 * the thread's file may import the types of its messages from the file that starts it.
 */
export function fileGraph(imports: readonly Import[]): Graph {
  return graphOf(imports.filter(({ kind }) => kind === 'import'));
}

/** The imports and starts of threads between folders as a graph. A room that is one file counts as a folder. */
export function folderGraph(imports: readonly Import[]): Graph {
  const between = imports
    .filter(({ kind }) => kind !== 'package')
    .map(({ from, to }) => ({ from: folderOf(from), to: folderOf(to) }));
  return graphOf(between.filter(({ from, to }) => from !== to));
}

function graphOf(arrows: readonly { from: string; to: string }[]): Graph {
  const graph = new Map<string, Set<string>>();
  for (const { from, to } of arrows) graph.set(from, (graph.get(from) ?? new Set()).add(to));
  return graph;
}

/**
 * Circles of a graph. Of nodes that all reach each other, one shortest circle is given, though there may be more. A circle
 * is the list of its nodes, with the first one again at the end.
 */
export function circles(graph: Graph): string[][] {
  const seen = new Set<string>();
  const found: string[][] = [];
  for (const node of [...graph.keys()].sort()) {
    if (seen.has(node)) continue;
    const way = wayBack(graph, node);
    if (way === undefined) continue;
    for (const each of way) seen.add(each);
    found.push(way);
  }
  return found;
}

/** The shortest way from a node back to itself (a breadth-first search); undefined if there is none. */
function wayBack(graph: Graph, node: string): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const next = [node];
  for (const current of next) {
    for (const each of graph.get(current) ?? []) {
      if (each === node) {
        const way = [node];
        for (let step = current; step !== node; step = cameFrom.get(step)!) way.unshift(step);
        return [node, ...way];
      }
      if (cameFrom.has(each)) continue;
      cameFrom.set(each, current);
      next.push(each);
    }
  }
  return undefined;
}
