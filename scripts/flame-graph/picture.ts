import type { Call } from './calls.ts';

const [WIDTH, ROW, GAP] = [1200, 16, 26];
/** What is narrower cannot be seen. */
const LEAST_WIDTH = 1.5;
const LETTER = 6.2;

/**
 * Threads as flame graphs, one below the other, on one scale of time at work: the callers above, what they call below. An SVG image
 * by itself; where it is shown alone, pointing at a call says how long it took.
 */
export function pictureOf(title: string, threads: readonly Call[]): string {
  const longest = Math.max(...threads.map(({ seconds }) => seconds));
  const scale = WIDTH / longest;
  const parts: string[] = [];
  let top = 24;
  for (const thread of threads) {
    parts.push(`<text x="2" y="${top + 12}">thread: ${thread.seconds.toFixed(1)} s at work</text>`);
    top += GAP - 8;
    let depth = 0;
    const draw = (call: Call, x: number, level: number) => {
      const width = call.seconds * scale;
      if (width < LEAST_WIDTH) return;
      depth = Math.max(depth, level + 1);
      parts.push(frame(call, x, top + level * ROW, width));
      let at = x;
      for (const inner of call.calls) {
        draw(inner, at, level + 1);
        at += inner.seconds * scale;
      }
    };
    let at = 0;
    for (const call of thread.calls) {
      draw(call, at, 0);
      at += call.seconds * scale;
    }
    top += depth * ROW + GAP;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${top}" font-family="monospace" font-size="10">
<title>${escaped(title)}</title>
<rect width="${WIDTH}" height="${top}" fill="#fff"/>
<text x="2" y="14" font-size="13">${escaped(title)}</text>
${parts.join('\n')}
</svg>
`;
}

function frame({ name, seconds }: Call, x: number, y: number, width: number): string {
  const letters = Math.floor((width - 4) / LETTER);
  const text =
    letters < 3
      ? ''
      : `<text x="${(x + 2).toFixed(1)}" y="${y + 11}">${escaped(name.slice(0, letters))}</text>`;
  return (
    `<g><title>${escaped(name)}: ${seconds.toFixed(2)} s</title>` +
    `<rect x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${ROW - 1}" fill="${colourOf(name)}"/>${text}</g>`
  );
}

/** By file, so that what belongs together looks alike. */
function colourOf(name: string): string {
  const file = name.split(' ').at(-1)!;
  let hash = 0;
  for (const letter of file) hash = (31 * hash + letter.charCodeAt(0)) % 360;
  return `hsl(${15 + (hash % 45)} ${60 + (hash % 30)}% ${68 + (hash % 12)}%)`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
