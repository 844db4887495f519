import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Program } from '../support/program.ts';
import { type Look, launchChromium, openPage, SCREENSHOTS, seriousIssues, tabTo } from './chromium.ts';

let dataFolder: string;
let program: Program;
let url: string;
let browser: Browser;
const opened: { page: Page; problems: string[] }[] = [];

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'steamscope-browser-'));
  program = new Program(['start'], { DATA_FOLDER: dataFolder, HTTP_PORT: '0' });
  browser = await launchChromium();
  [, url = ''] = await program.said(/Steamscope is at (http:\S+?)"/);
  await program.said(/the invented sample is loaded/);
});

afterEach(async () => {
  for (const { page, problems } of opened.splice(0)) {
    await page.context().close();
    // Such as a script or style that the page's policy has refused.
    expect(problems).toEqual([]);
  }
});

afterAll(async () => {
  await browser?.close();
  program?.child.kill('SIGTERM');
  await program?.ended();
  await rm(dataFolder, { recursive: true, force: true });
});

async function open(path: string, look: Look = { scheme: 'dark', width: 1280 }): Promise<Page> {
  const one = await openPage(browser, look);
  opened.push(one);
  await one.page.goto(url + path);
  return one.page;
}

/** The places of elements on the page, in pixels. */
async function boxes(of: Locator): Promise<{ top: number; bottom: number }[]> {
  const all = await Promise.all((await of.all()).map((one) => one.boundingBox()));
  return all.filter((box) => box !== null).map(({ y, height }) => ({ top: y, bottom: y + height }));
}

const answers = (page: Page) => page.locator('#answer .message');
const suggestions = (page: Page) => page.getByRole('listbox').getByRole('option');

describe('by keyboard alone', () => {
  it('a user picks a command, asks it, and asks on with its button', async () => {
    const page = await open('/');
    await tabTo(page, /^\/users-recommend/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/commands\/users-recommend/);

    await tabTo(page, /^year$/);
    await page.keyboard.type('2014');
    await page.keyboard.press('Enter');
    await answers(page).getByText('in reviews from 2014').waitFor();
    expect(await page.locator('#answer').getAttribute('aria-live')).toBe('polite');
    expect(page.url()).toBe(`${url}/commands/users-recommend?year=2014&locale=en-US`);

    await tabTo(page, /2015/);
    await page.keyboard.press('Enter');
    await answers(page).getByText('in reviews from 2015').waitFor();
    // The button has changed the message in place, and the keyboard focus stays in it.
    expect(await answers(page).count()).toBe(1);
    expect(await page.locator('#answer .message:focus-within').count()).toBe(1);
    expect(await answers(page).getByText('You used').count()).toBe(1);
  });

  it('a user completes an option from the list', async () => {
    const page = await open('/commands/recommend-game');
    const input = page.getByRole('combobox', { name: 'game' });
    await tabTo(page, /^game$/);
    await page.keyboard.type('skarnfal 2');
    const first = suggestions(page).first();
    await first.waitFor();
    expect(await input.getAttribute('aria-expanded')).toBe('true');

    await page.keyboard.press('ArrowDown');
    expect(await first.getAttribute('aria-selected')).toBe('true');
    expect(await input.getAttribute('aria-activedescendant')).toBe(await first.getAttribute('id'));
    const name = await first.textContent();
    await page.keyboard.press('Enter');
    expect(name).toContain('Skarnfall 2');
    expect(await input.inputValue()).toBe(name);
    expect(await input.getAttribute('aria-expanded')).toBe('false');

    await page.keyboard.press('Enter');
    await answers(page).getByRole('heading', { name: 'Games like Skarnfall 2' }).waitFor();
  });

  it('a user leaves the list without choosing', async () => {
    const page = await open('/commands/recommend-game');
    await tabTo(page, /^game$/);
    await page.keyboard.type('ember');
    const list = page.getByRole('listbox', { name: 'Suggestions' });
    await list.waitFor();
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden' });
    expect(await page.getByRole('combobox', { name: 'game' }).inputValue()).toBe('ember');
  });

  it('a user chooses a suggestion from the menu under an error, which asks again', async () => {
    const page = await open('/commands/playtime-genre');
    await tabTo(page, /^genre$/);
    await page.keyboard.type('Acton');
    await page.keyboard.press('Enter');
    await answers(page).getByText('Only you can see this').waitFor();
    await tabTo(page, /Did you mean/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Action$/);
    await page.keyboard.press('Enter');
    await answers(page)
      .getByRole('heading', { name: /Action: games/ })
      .waitFor();
    expect(await answers(page).count()).toBe(2);
  });
});

it('a change of language opens another page with the same question', async () => {
  const page = await open('/commands/recommend-game');
  await page.getByRole('combobox', { name: 'game' }).fill('skarnfall 2');
  await suggestions(page).first().click();
  await page.getByLabel('Language').selectOption('es-ES');
  await page.getByRole('button', { name: 'Ask' }).click();
  await answers(page).getByRole('heading', { name: 'Skarnfall 2' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('es-ES');
});

it('questions and buttons work without a script', async () => {
  const page = await open('/commands/users-recommend', { scheme: 'light', width: 800, script: false });
  await page.getByLabel('year', { exact: true }).fill('2014');
  await page.getByRole('button', { name: 'Ask' }).click();
  await answers(page).getByText('in reviews from 2014').waitFor();
  await page.getByRole('button', { name: /2015/ }).click();
  await answers(page).getByText('in reviews from 2015').waitFor();
});

it('the page says in words that a picture cannot be fetched', async () => {
  const page = await open('/commands/users-recommend?year=2014');
  await answers(page).locator('.embed-thumbnail.missing').first().waitFor();
  expect(await answers(page).locator('.embed-thumbnail').first().textContent()).toBe('Picture');
});

it('the page says that the program is gone', async () => {
  const page = await open('/commands/users-recommend');
  await page.route('**/api/ask', (route) => route.abort());
  await page.getByLabel('year', { exact: true }).fill('2014');
  await page.getByRole('button', { name: 'Ask' }).click();
  await page.getByText('The program is not answering.').waitFor();
  opened[0]!.problems.length = 0;
});

/** Colours and layout do not depend on each other, so not every combination is looked at. */
const LOOKS: (Look & { locale: string })[] = [
  { scheme: 'dark', width: 1280, locale: 'en-US' },
  { scheme: 'light', width: 360, locale: 'es-419' },
];

/** The options of one question for every command. */
const QUESTIONS = {
  'playtime-genre': 'genre=Action',
  'user-for-genre': 'genre=Action',
  'users-recommend': 'year=2014',
  'users-worst-developer': 'year=2014',
  'sentiment-analysis': 'developer=Grimsallow',
  'recommend-game': 'game=Skarnfall%202',
  'recommend-user': 'likes=Skarnfall%202,Ember%20Hollow',
  help: '',
  privacy: '',
};

describe.each(LOOKS)('in $scheme, $width pixels wide, in $locale', ({ locale, ...look }) => {
  const pictureOf = (name: string) => join(SCREENSHOTS, `${name}-${look.scheme}-${look.width}.png`);

  it.each(Object.entries(QUESTIONS))('/%s is accessible', async (command, options) => {
    const page = await open(`/commands/${command}?${options}&locale=${locale}`, look);
    await answers(page).waitFor();
    const menu = page.locator('summary.menu-summary');
    if ((await menu.count()) > 0) await menu.first().click();
    expect(await seriousIssues(page)).toEqual([]);
    await page.screenshot({ path: pictureOf(command), fullPage: true });
  });

  it('an error with its menu is accessible', async () => {
    const page = await open(`/commands/playtime-genre?genre=Acton&locale=${locale}`, look);
    await page.locator('summary.menu-summary').click();
    expect(await seriousIssues(page)).toEqual([]);
    await page.screenshot({ path: pictureOf('error'), fullPage: true });
  });

  it('the start page is accessible', async () => {
    const page = await open(`/?locale=${locale}`, look);
    expect(await seriousIssues(page)).toEqual([]);
    await page.screenshot({ path: pictureOf('start'), fullPage: true });
  });

  it('a list of suggestions is accessible', async () => {
    const page = await open(`/commands/recommend-game?locale=${locale}`, look);
    await page.getByRole('combobox').first().fill('ember');
    await suggestions(page).first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await seriousIssues(page)).toEqual([]);
    await page.screenshot({ path: pictureOf('suggestions') });
  });
});

/** A phone. */
const PHONE: Look = { scheme: 'dark', width: 390, height: 844 };

/** More of what a phone shows: further pages, an age-restricted channel, no picks, one like. */
const ON_A_PHONE = [
  ...Object.entries(QUESTIONS),
  ['recommend-game', 'game=Ember%20Hollow&how-known=obscure'],
  ['recommend-game', 'game=Ember%20Hollow&genre=Strategy&avoid=Horror&age-restricted=1'],
  ['recommend-user', 'likes=Ember%20Hollow'],
  ['users-recommend', 'year=2013&year-of=released'],
  ['users-worst-developer', 'year=2014&by=share'],
] as const;

describe.each(['en-US', 'es-ES'])('on a phone, in %s', (locale) => {
  it.each(ON_A_PHONE)(
    '/%s %s shows its title, its picks and its first buttons on one screen',
    async (command, options) => {
      const page = await open(`/commands/${command}?${options}&locale=${locale}`, PHONE);
      const message = answers(page).first();
      await message.waitFor();
      // Pictures from the web have the size that Discord gives them, though nothing can be fetched here.
      const [head] = await boxes(message.locator('h3, .embed-title, .text-display'));
      const rows = await boxes(message.locator('.component-row'));
      const picks = await boxes(message.locator('.container-content > .text-display'));
      const shown = [...picks, ...rows.slice(0, 1)];
      expect(head).toBeDefined();
      const last = Math.max(head!.bottom, ...shown.map(({ bottom }) => bottom));
      expect(last - head!.top).toBeLessThanOrEqual(PHONE.height!);
      await message.screenshot({
        path: join(SCREENSHOTS, `phone-${locale}-${command}-${options.length}.png`),
      });
    },
  );
});

it('a list of picks has its picture under its buttons, and the text does not wait for it', async () => {
  const page = await open('/commands/recommend-user', PHONE);
  let ask = () => {};
  const asked = new Promise<void>((resolve) => {
    ask = resolve;
  });
  let send = () => {};
  const sent = new Promise<void>((resolve) => {
    send = resolve;
  });
  await page.route('**/pictures/*', async (route) => {
    ask();
    await sent;
    await route.continue();
  });
  await page.getByRole('combobox', { name: 'likes' }).fill('Skarnfall 2, Ember Hollow');
  await page.getByRole('button', { name: 'Ask' }).click();
  await answers(page).getByRole('heading', { name: 'Ember Hollow' }).waitFor();
  await answers(page).getByRole('button', { name: 'Another five' }).waitFor();
  await asked;
  send();
  const picture = answers(page).locator('img.gallery-picture');
  await expect
    .poll(() => page.evaluate("document.querySelector('img.gallery-picture').naturalWidth"))
    .toBe(960);
  const [image] = await boxes(picture);
  const rows = await boxes(answers(page).locator('.component-row'));
  expect(image!.top).toBeGreaterThanOrEqual(rows.at(-1)!.bottom);
});

it.each(['/', ...Object.entries(QUESTIONS).map(([command, options]) => `/commands/${command}?${options}`)])(
  '%s fits a screen of 320 pixels',
  async (path) => {
    const page = await open(path, { scheme: 'dark', width: 320 });
    const [content, screen] = await page.evaluate<[number, number]>(
      '[document.scrollingElement.scrollWidth, window.innerWidth]',
    );
    expect(content).toBeLessThanOrEqual(screen);
  },
);
