import { html } from 'hono/html';
import type { AnyCommand } from '../../commands/contract/command.ts';
import { renderDocument } from './document.ts';
import { renderForm } from './form.ts';
import type { Html } from './markdown.ts';
import type { ShownCommand } from './options.ts';
import type { PageDataSet } from './page-data-set.ts';
import { type PageKey, pageText } from './page-texts.ts';
import type { Manner } from './sources.ts';
import { renderDataSet, renderTerminal } from './status-page.ts';

/** The content around the question and the answer on every page of the preview. */
export interface Surroundings {
  commands: readonly ShownCommand[];
  /** Names of commands that only Discord offers. */
  elsewhere: readonly string[];
  /** Example questions as lines for a terminal. */
  questions: readonly string[];
  dataSet: PageDataSet | null;
  /** A note about the program's current work, such as the loading of a data set. */
  activity: string | null;
}

/** The page `/`: the list of commands, the loaded data, and the other ways to ask. */
export function renderStart(around: Surroundings, manner: Manner): Html {
  const { locale } = manner;
  const say = (key: PageKey) => pageText(locale, key);
  const body = html`${renderHeader(locale)}
<div class="columns">${renderNavigation(around, null, locale)}
<main id="main" tabindex="-1">
<h2>${say('page.try')}</h2>
<p>${say('page.tryHint')}</p>
<ul class="cards">${around.commands.map(
    ({ name, shownName, description }) =>
      html`<li><a href="${address(name, locale)}"><span class="slash">/${shownName}</span> <span>${description}</span></a></li>`,
  )}</ul>
${
  around.elsewhere.length === 0
    ? ''
    : html`<p class="aside">${pageText(locale, 'page.notHere', { commands: around.elsewhere.map((name) => `/${name}`).join(', ') })}</p>`
}
${renderDataSet(around.dataSet, around.activity, locale)}
<p><a href="/data?locale=${locale}">${say('page.look')}</a>: ${say('page.lookHint')}.</p>
${renderTerminal(around.questions, locale)}
<h2>${say('page.programs')}</h2>
<p>${say('page.programsHint')}</p>
<pre tabindex="0">${ADDRESSES.map(({ line, says }) => `${line}\n    ${say(says)}\n`).join('')}</pre>
</main></div>`;
  return renderDocument({ title: 'Steamscope', locale, body });
}

const ADDRESSES = [
  { line: '/commands/<command>?<option>=<value>&locale=es-ES&age-restricted=1', says: 'page.pageOf' },
  { line: '/api/commands?locale=es-ES', says: 'page.apiCommands' },
  { line: '/api/complete?command=<command>&option=<option>&typed=<text>', says: 'page.apiComplete' },
  { line: '/api/ask?command=<command>&<option>=<value>&locale=es-ES', says: 'page.apiAsk' },
] as const;

/** The page `/data` while there is no report. @param says the reason */
export function renderNoReport(around: Surroundings, says: string, locale: string): Html {
  const title = pageText(locale, 'page.look');
  const body = html`${renderHeader(locale)}
<div class="columns">${renderNavigation(around, null, locale)}
<main id="main" tabindex="-1">
<h2>${title}</h2>
<p role="status">${says}</p>
</main></div>`;
  return renderDocument({ title: `${title} · Steamscope`, locale, body });
}

/** The page `/commands/<name>`: a command's form, and the answer under it. */
export function renderCommand(
  around: Surroundings,
  {
    command,
    given,
    message,
  }: { command: ShownCommand; given: Record<string, unknown>; message: Html | null },
  manner: Manner,
): Html {
  const { locale } = manner;
  // The script replaces `{count}` with the number of suggestions.
  const suggested = pageText(locale, 'page.suggested', { count: '{count}' });
  const body = html`${renderHeader(locale)}
<div class="columns">${renderNavigation(around, command.name, locale)}
<main id="main" tabindex="-1">
<h2><span class="slash">/${command.shownName}</span></h2>
<p>${command.description}</p>
${renderNote(around, locale)}
${renderForm(command, given, manner)}
<section class="channel" id="answer" aria-label="${pageText(locale, 'page.answer')}" aria-live="polite" data-asking="${pageText(locale, 'page.asking')}" data-unreachable="${pageText(locale, 'page.unreachable')}" data-suggested="${suggested}" data-none-suggested="${pageText(locale, 'page.noneSuggested')}">
${message ?? html`<p class="empty">${pageText(locale, 'page.empty')}</p>`}
</section>
<p class="unseen" id="announcement" role="status"></p>
</main></div>`;
  return renderDocument({ title: `/${command.shownName} · Steamscope`, locale, body });
}

function renderHeader(locale: string): Html {
  return html`<header class="top"><a class="brand" href="/"><img src="/assets/avatar.svg" alt="" width="32" height="32"><h1>Steamscope</h1></a><p>${pageText(locale, 'page.slogan')}</p></header>`;
}

function renderNavigation({ commands }: Surroundings, current: string | null, locale: string): Html {
  return html`<nav aria-label="${pageText(locale, 'page.commands')}"><ul>${commands.map(
    ({ name, shownName }) =>
      html`<li><a href="${address(name, locale)}"${name === current ? html` aria-current="page"` : ''}>/${shownName}</a></li>`,
  )}</ul></nav>`;
}

/** A warning about the data, such as that it is invented, for visitors to read before the answer. */
function renderNote({ dataSet, activity }: Surroundings, locale: string): Html {
  if (activity !== null) return html`<p class="note" role="status">${activity}</p>`;
  if (dataSet === null) return html`<p class="note">${pageText(locale, 'page.nothing')}</p>`;
  return dataSet.summary.invented ? html`<p class="note">${pageText(locale, 'page.invented')}</p>` : '';
}

function address(name: string, locale: string): string {
  return `/commands/${name}?locale=${locale}`;
}

/** Parts the commands into those that anybody can try on the page, and the names of all others. */
export function partCommands(commands: readonly AnyCommand[]): { open: AnyCommand[]; elsewhere: string[] } {
  return {
    open: commands.filter(({ scope }) => scope === 'everywhere'),
    elsewhere: commands
      .filter(({ scope }) => scope !== 'everywhere')
      .map(({ definition }) => definition.name),
  };
}
