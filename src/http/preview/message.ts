import { html } from 'hono/html';
import type { SentEmbeds, SentReply, Visibility } from '../../commands/contract/reply.ts';
import { dateFormat } from '../../platform/formats.ts';
import { renderComponents } from './components.ts';
import { renderEmbed, shownByEmbeds } from './embed.ts';
import { renderLayout } from './layout.ts';
import type { Html } from './markdown.ts';
import { pageText } from './page-texts.ts';
import { looseFiles, renderFile, type ShownFile, withinPage } from './pictures.ts';
import type { Manner } from './sources.ts';

/** A reply with the details that Discord shows around it in a channel. */
export interface ChannelMessage {
  reply: SentReply;
  /** Files of the reply that have addresses of their own, beside those that it brings. */
  files?: readonly ShownFile[];
  visibility: Visibility;
  /** The command's name as people see it; null for the answer to a button. */
  command: string | null;
  /** The id of the person who asked. */
  asker: string;
  at: Date;
}

/** The bot's message as Discord shows it. It is a form, so that its buttons also work without a script. */
export function renderMessage(message: ChannelMessage, { locale, ageRestricted }: Manner): Html {
  const { reply, files = [], visibility, command, asker, at } = message;
  const shownFiles = [...reply.files.map(withinPage), ...files];
  const shownTime = dateFormat(locale, { timeStyle: 'short' }).format(at);
  return html`<form class="${`message ${visibility}`}" method="post" action="/press" tabindex="-1" data-locale="${locale}">
<input type="hidden" name="locale" value="${locale}">
<input type="hidden" name="age-restricted" value="${ageRestricted ? '1' : ''}">
<input type="hidden" name="asker" value="${asker}">
${
  command === null
    ? ''
    : html`<p class="asked"><span class="spine" aria-hidden="true"></span>${pageText(locale, 'page.used')} <span class="slash">/${command}</span></p>`
}
<img class="avatar" src="/assets/avatar.svg" alt="" width="40" height="40">
<div class="message-body">
<p class="message-head"><span class="app-name">Steamscope</span> <span class="app-tag">${pageText(locale, 'page.app')}</span> <time datetime="${at.toISOString()}">${shownTime}</time></p>
${'layout' in reply ? renderLayout(reply.layout, shownFiles, locale) : renderEmbeds(reply, shownFiles, locale)}
${
  visibility === 'ephemeral'
    ? html`<p class="only-you"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12z"/><circle cx="12" cy="12" r="3"/></svg> ${pageText(locale, 'page.onlyYou')}</p>`
    : ''
}
</div>
</form>`;
}

function renderEmbeds({ embeds, components }: SentEmbeds, files: readonly ShownFile[], locale: string): Html {
  return html`${looseFiles(files, shownByEmbeds(embeds)).map(renderFile)}
${embeds.map((embed) => renderEmbed(embed, files, locale))}
${renderComponents(components, { menu: pageText(locale, 'page.menu') })}`;
}
