import { html, raw } from 'hono/html';
import type { ReportWords } from './report-words.ts';

/** A piece of the report; what is put into it is escaped. */
export type Html = ReturnType<typeof html> | string;

/** One part of the report, with a place in its contents. */
export interface Section {
  id: string;
  title: string;
  body: Html;
}

/** Rows under headings. The first column says what a row is of; those that hold figures stand to the right. */
export interface Table {
  head: readonly string[];
  rows: readonly (readonly string[])[];
  /** Which columns hold words, beside the first. */
  words?: readonly number[];
  /** Whole sentences stand in it: where the page is narrow, its cells stand one under the other. */
  prose?: boolean;
}

/** A chart with what it shows in words, and the numbers behind it. */
export interface Figure {
  id: string;
  title: string;
  says: string;
  svg: string;
  table: Table;
}

/** A table that may be wider than the page: then it scrolls alone. */
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

/** A figure: its title, what it says, the chart, and the numbers to open. */
export function renderFigure({ id, title, says, svg, table }: Figure, words: ReportWords): Html {
  return html`<figure id="${id}">
<figcaption><h3>${title}</h3><p>${says}</p></figcaption>
${described(svg, { id, title, says })}
<details><summary>${words.text('report.numbers')}<span class="unseen">: ${title}</span></summary>
${renderTable(table, title)}
</details>
</figure>`;
}

/** ECharts' SVG with a name and a description for who does not see it, and as wide as its place. */
function described(svg: string, { id, title, says }: { id: string; title: string; says: string }): Html {
  const size = /^<svg width="(\d+)" height="(\d+)"[^>]*>/.exec(svg);
  if (size === null) throw new Error('ECharts drew something else than an SVG');
  const [opening, width, height] = size;
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-says"><title id="${id}-title">${title}</title><desc id="${id}-says">${says}</desc>${raw(svg.slice(opening.length))}`;
}
