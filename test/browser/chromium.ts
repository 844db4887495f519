import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Where pictures of the page are kept for whoever wants to look at them. */
export const SCREENSHOTS = process.env.STEAMSCOPE_SCREENSHOTS ?? join(tmpdir(), 'steamscope-screenshots');

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Debian's Chromium, which asks nothing of the world outside. @throws where it is not installed */
export async function launchChromium(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) {
    throw new Error(
      `No Chromium at ${CHROMIUM}: install it (Debian: apt-get install chromium), or set CHROMIUM.`,
    );
  }
  await mkdir(SCREENSHOTS, { recursive: true });
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** How a page is looked at. */
export interface Look {
  scheme: 'dark' | 'light';
  width: number;
  script?: boolean;
}

/** A page that reaches this program alone, and what went wrong on it. */
export async function openPage(
  browser: Browser,
  { scheme, width, script = true }: Look,
): Promise<{ page: Page; problems: string[] }> {
  const context = await browser.newContext({
    colorScheme: scheme,
    viewport: { width, height: 800 },
    locale: 'en-US',
    javaScriptEnabled: script,
    reducedMotion: 'reduce',
  });
  await context.route(
    (url) => url.hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    const isPicture = message.location().url.startsWith('https://cdn.cloudflare.steamstatic.com/');
    if (message.type() === 'error' && !isPicture) problems.push(message.text());
  });
  return { page, problems };
}

/** What axe-core finds that is serious or worse, in short. */
export async function seriousIssues(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
}

/** Presses Tab until what has the focus is named like this. @throws where nothing is */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate<string>(
      `(() => {
        const element = document.activeElement;
        return element.labels?.[0]?.textContent ?? element.ariaLabel ?? element.textContent;
      })()`,
    );
    seen.push(text.trim());
    if (name.test(text.trim())) return;
  }
  throw new Error(`nothing that Tab reaches is named ${name}: ${[...new Set(seen)].join(', ')}`);
}
