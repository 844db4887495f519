import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';

/** The folder in which screenshots of the page are kept for people to look at. */
export const SCREENSHOTS = process.env.STEAMSCOPE_SCREENSHOTS ?? join(tmpdir(), 'steamscope-screenshots');

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Starts Debian's Chromium, without any requests of its own to the network. @throws if it is not installed */
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

/** The size and colour scheme with which a page is shown. */
export interface Look {
  scheme: 'dark' | 'light';
  width: number;
  /** Unset: 800. */
  height?: number;
  script?: boolean;
}

/** Opens a page that can reach this program alone. @returns the page, and the problems seen on it so far */
export async function openPage(
  browser: Browser,
  { scheme, width, height = 800, script = true }: Look,
): Promise<{ page: Page; problems: string[] }> {
  const context = await browser.newContext({
    colorScheme: scheme,
    viewport: { width, height },
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

/** The findings of axe-core that are serious or worse, in short. */
export async function seriousIssues(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
}

/** Presses Tab until the focused element has a matching name. @throws if none has */
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
