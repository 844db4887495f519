import { html } from 'hono/html';
import type { Html } from './markdown.ts';

/**
 * The stripe of colour at the side of an embed or a container. It is drawn as SVG, because the page's security policy allows
 * no inline styles.
 */
export function colourBar(colour: number | undefined): Html {
  if (colour === undefined || !Number.isInteger(colour)) return html`<span class="embed-bar"></span>`;
  const fill = `#${(colour & 0xff_ff_ff).toString(16).padStart(6, '0')}`;
  return html`<svg class="embed-bar" aria-hidden="true" focusable="false"><rect width="100%" height="100%" fill="${fill}"/></svg>`;
}
