import { escapeUTF8 } from 'entities';
import type { Findings } from './figure.ts';
import { shown } from './report.ts';

const [LEFT, WIDTH, ROW, TOP] = [540, 1100, 26, 44];
/** The ratios at the two ends of the axis. */
const DECADES = [0.01, 0.1, 1, 10, 100];

/**
 * Draws the ratios as bars on a logarithmic scale, with the spread as a line and the aim as a mark.
 *
 * @returns an SVG image that stands by itself and is legible on light and on dark
 */
export function chartOf(all: readonly Findings[]): string {
  const rows = all.flatMap(({ bench, figures }) =>
    figures.filter(({ unit }) => unit === '×').map((figure) => ({ bench, figure })),
  );
  const height = TOP + ROW * rows.length + 10;
  const grid = DECADES.map(
    (value) =>
      `<line x1="${x(value)}" x2="${x(value)}" y1="${TOP - 8}" y2="${height - 8}" class="${value === 1 ? 'one' : 'grid'}"/>` +
      `<text x="${x(value)}" y="${TOP - 14}" text-anchor="middle">${value} ×</text>`,
  );
  const bars = rows.map(({ bench, figure: { name, median, low, high, aim, better } }, place) => {
    const y = TOP + ROW * place;
    const missed = aim !== undefined && (better === 'lower' ? median > aim : median < aim);
    const middle = y + 9;
    return [
      `<text x="${LEFT - 10}" y="${y + 13}" text-anchor="end">${escapeUTF8(`${bench}: ${name}`)}</text>`,
      `<rect x="${Math.min(x(1), x(median))}" y="${y + 2}" width="${Math.abs(x(median) - x(1)).toFixed(1)}" height="14" class="${missed ? 'missed' : 'bar'}"/>`,
      `<line x1="${x(low)}" x2="${x(high)}" y1="${middle}" y2="${middle}" class="spread"/>`,
      aim === undefined ? '' : `<path d="M${x(aim)} ${y - 1}v20" class="aim"/>`,
      `<text x="${WIDTH - 8}" y="${y + 13}" text-anchor="end">${shown(median)}</text>`,
    ].join('');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12">
<title>Ratios measured side by side: bars from 1 ×, quartiles as a line, aims as a mark</title>
<style>rect.ground{fill:#fff}text{fill:#222}.grid{stroke:#ddd}.one{stroke:#777}.bar{fill:#3b7dd8}.missed{fill:#d8743b}.spread{stroke:#111;stroke-width:2}.aim{stroke:#0a7d33;stroke-width:3;fill:none}</style>
<rect class="ground" width="${WIDTH}" height="${height}"/>
<text x="${LEFT - 40}" y="${TOP - 14}" text-anchor="end">bar: median; line: quartiles; green: aim; orange: missed</text>
${[...grid, ...bars].join('\n')}
</svg>
`;
}

function x(value: number): number {
  const [first, last] = [Math.log10(DECADES[0]!), Math.log10(DECADES.at(-1)!)];
  const share = (Math.log10(value) - first) / (last - first);
  return Math.round(10 * (LEFT + Math.max(0, Math.min(1, share)) * (WIDTH - LEFT - 70))) / 10;
}
