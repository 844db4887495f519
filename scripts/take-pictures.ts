/**
 * Takes the pictures of the README anew: each question on the local page, answered from the invented sample, shown in the
 * system's Chromium.
 *
 *   npm run pictures
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium, openPage } from '../test/browser/chromium.ts';
import { Program } from '../test/support/program.ts';

/** The question in each picture, by the name of its file. */
const QUESTIONS: Record<string, string> = {
  'playtime-genre': '/commands/playtime-genre?genre=Racing',
  'user-for-genre': '/commands/user-for-genre?genre=Strategy',
  'users-recommend': '/commands/users-recommend?year=2014',
  'users-worst-developer': '/commands/users-worst-developer?year=2014',
  'sentiment-analysis': '/commands/sentiment-analysis?developer=Grimsallow',
  'recommend-game': '/commands/recommend-game?game=Ember%20Hollow',
  'recommend-user': '/commands/recommend-user?likes=Ember%20Hollow,%20Clovermere',
};

const folder = await mkdtemp(join(tmpdir(), 'steamscope-pictures-'));
const program = new Program(['start'], { DATA_FOLDER: folder, HTTP_PORT: '0' });
const browser = await launchChromium();
try {
  const [, url] = await program.said(/Steamscope is at (http:\S+?)"/);
  await program.said(/the invented sample is loaded/);
  for (const [name, path] of Object.entries(QUESTIONS)) {
    const { page } = await openPage(browser, { scheme: 'dark', width: 900 });
    // The network is idle when the picture of the answer, if it has one, is drawn.
    await page.goto(`${url}${path}`, { waitUntil: 'networkidle' });
    await page
      .locator('#answer .message')
      .first()
      .screenshot({ path: `docs/pictures/${name}.png` });
    await page.context().close();
  }
} finally {
  await browser.close();
  program.child.kill('SIGTERM');
  await program.ended();
  await rm(folder, { recursive: true, force: true });
}
