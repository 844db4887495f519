import { folderGraph, type Graph } from './circles.ts';
import type { Import } from './imports.ts';
import { ROOMS } from './rooms.ts';
import { roomOf } from './walls.ts';

/** The paths of the program's files; tests and tools are not drawn. */
const PROGRAM = /^(?:src|locales)\//;

const FONT = 'fontname="Helvetica,Arial,sans-serif" fontcolor="#111827"';
const LOOK = [
  '  rankdir=LR bgcolor="#ffffff" pad=0.15 nodesep=0.14 ranksep=0.38 newrank=true',
  `  graph [${FONT} fontsize=16 labeljust=l style="rounded,filled" penwidth=1.2]`,
  `  node [${FONT} fontsize=14 shape=box style="rounded,filled" fillcolor="#ffffff" height=0.34 margin="0.13,0.05"]`,
  '  edge [arrowsize=0.7 penwidth=1.2]',
];

const TITLE = 'The folders of the program, each with arrows to the folders that it imports, left to right';

/** The start and the end of the note in the SVG that holds the picture's source text. */
const NOTE = ['<metadata><![CDATA[', ']]></metadata>'] as const;

/**
 * The folders of the program in Graphviz's language: a room with folders inside is a frame around them, and an arrow
 * points from the importing folder to the imported one. An arrow that follows from others is left out.
 *
 * @param imports imports between files that are all in rooms, without circles of folders
 */
export function dotOf(imports: readonly Import[]): string {
  const graph = folderGraph(imports.filter(({ from }) => PROGRAM.test(from)));
  const arrows = withoutShortcuts(graph);
  const folders = new Set([...graph.keys(), ...[...graph.values()].flatMap((targets) => [...targets])]);
  const lines = Object.keys(ROOMS).flatMap((room) => {
    const inside = [...folders].filter((folder) => roomOf(folder) === room).sort();
    if (inside.length <= 1) return inside.map((folder) => `  ${node(folder, nameOf(room))}`);
    return [
      `  subgraph "cluster ${room}" {`,
      `    label="${nameOf(room)}" color="${tint(room, 0.35, 0.85)}" fillcolor="${tint(room, 0.07, 1)}"`,
      ...inside.map((folder) => `    ${node(folder, folder === room ? '*.ts' : nameInside(room, folder))}`),
      '  }',
    ];
  });
  return ['digraph folders {', ...LOOK, ...lines, ...arrows.map((arrow) => `  ${arrow}`), '}', ''].join('\n');
}

function node(folder: string, label: string): string {
  return `"${folder}" [label="${label}" color="${tint(roomOf(folder)!, 0.6, 0.7)}"]`;
}

/** The path of a folder inside its room; a long one takes two lines. */
function nameInside(room: string, folder: string): string {
  return folder.slice(room.length + 1).replace(/(?<=\/.*)\/(?=[^/]*$)/, '/\\n');
}

/** A colour in Graphviz's notation, with a hue for each room. Neighbours in the table have hues far apart. */
function tint(room: string, saturation: number, value: number): string {
  const hue = (Object.keys(ROOMS).indexOf(room) * 0.382) % 1;
  return `${hue.toFixed(3)} ${saturation} ${value}`;
}

function nameOf(room: string): string {
  return room.replace(/^src\//, '');
}

/** The arrows of a graph without those whose target is also reached through another folder (its transitive reduction). */
function withoutShortcuts(graph: Graph): string[] {
  const reached = new Map<string, Set<string>>();
  const reachedFrom = (folder: string): Set<string> => {
    const known = reached.get(folder);
    if (known !== undefined) return known;
    const targets = [...(graph.get(folder) ?? [])];
    const all = new Set([...targets, ...targets.flatMap((target) => [...reachedFrom(target)])]);
    reached.set(folder, all);
    return all;
  };
  return [...graph]
    .flatMap(([folder, targets]) =>
      [...targets]
        .filter((target) => ![...targets].some((other) => other !== target && reachedFrom(other).has(target)))
        .map((target) => `"${folder}" -> "${target}" [color="${tint(roomOf(folder)!, 0.6, 0.65)}"]`),
    )
    .sort();
}

/**
 * Draws a text in Graphviz's language as SVG, with a note that holds the text.
 *
 * @throws Graphviz's complaint about the text
 */
export async function draw(dot: string): Promise<string> {
  // Loaded only for drawing: the check runs far more often, and only compares texts.
  const { instance } = await import('@viz-js/viz');
  const svg = (await instance()).renderString(dot, { format: 'svg' });
  return svg
    .replace('<svg ', `<svg role="img" aria-label="${TITLE}" `)
    .replace(/(?=<g id="graph0")/, `${NOTE[0]}\n${dot}${NOTE[1]}\n`);
}

/** Whether a picture was drawn from a text. */
export function shows(svg: string, dot: string): boolean {
  return svg.includes(`${NOTE[0]}\n${dot}${NOTE[1]}`);
}
