import { html, raw } from 'hono/html';
import type { ReportWords } from './report-words.ts';

/** A piece of the report. Strings in it are escaped. */
export type Html = ReturnType<typeof html> | string;

/** A section of the report, with an entry in its table of contents. */
export interface Section {
  id: string;
  title: string;
  body: Html;
}

/** Rows under headings. The first column names the row; columns of figures are aligned to the right. */
export interface Table {
  head: readonly string[];
  rows: readonly (readonly string[])[];
  /** The places of columns with words, from 0; the first column needs no mention. */
  words?: readonly number[];
  /** Whether cells hold whole sentences. On a narrow page, such a table puts its cells below each other. */
  prose?: boolean;
}

/** A chart (`svg`), a sentence about it (`says`), and the numbers behind it. */
export interface Figure {
  id: string;
  title: string;
  says: string;
  svg: string;
  table: Table;
}

/** A table. One that is wider than the page scrolls by itself. */
export function renderTable({ head, rows, words = [], prose = false }: Table, caption: string): Html {
  const kind = (place: number) => (place === 0 || words.includes(place) ? 'word' : 'figure');
  return html`<div class="${prose ? 'wide prose' : 'wide'}" role="region" aria-label="${caption}" tabindex="0"><table>
<thead><tr>${head.map((title, place) => html`<th scope="col" class="${kind(place)}">${title}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([first = '', ...others]) =>
      html`<tr><th scope="row">${first}</th>${others.map((cell, place) => html`<td class="${kind(place + 1)}"${prose ? html` data-head="${head[place + 1]}"` : ''}>${cell}</td>`)}</tr>
`,
  )}</tbody></table></div>`;
}

/** A figure: its title, its sentence, the chart, and the numbers, which the reader can open. */
export function renderFigure({ id, title, says, svg, table }: Figure, words: ReportWords): Html {
  return html`<figure id="${id}">
<figcaption><h3>${title}</h3><p>${says}</p></figcaption>
${described(svg, { id, title, says })}
<details><summary>${words.text('report.numbers')}<span class="unseen">: ${title}</span></summary>
${renderTable(table, title)}
</details>
</figure>`;
}

/** ECharts' SVG with a name and a description for screen readers, as wide as its place. */
function described(svg: string, { id, title, says }: { id: string; title: string; says: string }): Html {
  const size = /^<svg width="(\d+)" height="(\d+)"[^>]*>/.exec(svg);
  if (size === null) throw new Error('ECharts returned no SVG element with a width and a height');
  const [opening, width, height] = size;
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-says"><title id="${id}-title">${title}</title><desc id="${id}-says">${says}</desc>${raw(svg.slice(opening.length))}`;
}
