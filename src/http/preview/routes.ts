import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { codeOf } from '../../../locales/locales.ts';
import { terminalQuestions } from '../../commands/catalogue/terminal-questions.ts';
import type { AnyCommand } from '../../commands/contract/command.ts';
import { type AnswerSources, answer, findOpenCommand, press } from './answer.ts';
import { apiRoutes } from './api.ts';
import { readPress } from './components.ts';
import { readManner } from './manner.ts';
import { type ChannelMessage, renderMessage } from './message.ts';
import { showCommand } from './options.ts';
import { partCommands, renderCommand, renderNoReport, renderStart, type Surroundings } from './page.ts';
import type { PageDataSet } from './page-data-set.ts';
import { PagePictures } from './page-pictures.ts';
import { pageText } from './page-texts.ts';
import { type Manner, type PreviewSources, VISITOR } from './sources.ts';

/** The bytes of the largest request body that is read; the pages' own forms send less. */
const MOST_BYTES = 16 * 1024;

const NO_REPORT = {
  computing: 'page.lookComputing',
  failed: 'page.lookFailed',
  none: 'page.nothing',
} as const;

/** Reads the state of the data set and of the database, anew for every page. */
export type Standing = (locale: string) => Promise<{
  dataSet: PageDataSet | null;
  /** A note about the program's current work, such as the loading of a data set. */
  activity: string | null;
  /** Whether the database fails to answer. */
  away: boolean;
}>;

/**
 * The routes of the preview:
 *
 * - `/`: the start page
 * - `/data`: the report on the data
 * - `/commands/<name>?<option>=<value>&locale=es-ES&age-restricted=1`: a command's form and answer
 * - `/press`: a press on a button, for browsers without scripts
 * - `/pictures/<key>.png`: the picture of an answer, as soon as it is drawn
 * - `/api/…`: the routes for the page's script
 */
export function previewRoutes(program: PreviewSources, standing: Standing): Hono {
  const sources = withPictures(program);
  const routes = new Hono();
  // A look at the body makes a request of undici's for each of the server's own, and the collector ends those one by one.
  routes.post('*', bodyLimit({ maxSize: MOST_BYTES }));
  routes.route('/api', apiRoutes(sources));

  const surroundings = async (locale: string): Promise<{ around: Surroundings; status: 200 | 503 }> => {
    const { dataSet, activity, away } = await standing(locale);
    const all = await sources.commands();
    const { open, elsewhere } = partCommands(all);
    const commands = open.map((command) => showCommand(command, locale));
    const questions = terminalQuestions(all);
    return { around: { commands, elsewhere, questions, dataSet, activity }, status: away ? 503 : 200 };
  };

  const commandPage = async (
    c: Context,
    command: AnyCommand,
    {
      given,
      message,
      manner,
    }: { given: Record<string, unknown>; message: ChannelMessage | null; manner: Manner },
  ) => {
    const { around, status } = await surroundings(manner.locale);
    const shown = showCommand(command, manner.locale);
    const rendered = message === null ? null : renderMessage(message, manner);
    return c.html(renderCommand(around, { command: shown, given, message: rendered }, manner), status);
  };

  routes.get('/', async (c) => {
    const manner = mannerOf(c, c.req.query());
    const { around, status } = await surroundings(manner.locale);
    return c.html(renderStart(around, manner), status);
  });

  routes.get('/data', async (c) => {
    const { locale } = mannerOf(c, c.req.query());
    const report = await sources.report(codeOf(locale) ?? 'en');
    if (report.state === 'ready') return c.html(report.html);
    const { around, status } = await surroundings(locale);
    if (report.state === 'computing') c.header('refresh', '2');
    const says = pageText(locale, NO_REPORT[report.state]);
    return c.html(renderNoReport(around, says, locale), report.state === 'failed' ? 500 : status);
  });

  routes.get('/commands/:name', async (c) => {
    const command = await findOpenCommand(sources, c.req.param('name'));
    if (command === undefined) return c.notFound();
    const { locale, 'age-restricted': ageRestricted, ...given } = c.req.query();
    const manner = mannerOf(c, { locale, 'age-restricted': ageRestricted });
    const { shownName, options } = showCommand(command, manner.locale);
    const isAsked = Object.keys(given).length > 0 || options.length === 0;
    const said = isAsked ? await answer(sources, command, given, manner) : null;
    const message = said === null ? null : { ...said, command: shownName, asker: VISITOR, at: new Date() };
    return commandPage(c, command, { given, message, manner });
  });

  routes.get('/pictures/:file', async (c) => {
    const png = await sources.pictures.draw(c.req.param('file'));
    if (png === null) return c.notFound();
    return c.body(Uint8Array.from(png).buffer, 200, {
      'content-type': 'image/png',
      // The key of a picture is made from all that it shows.
      'cache-control': 'private, max-age=86400, immutable',
    });
  });

  routes.post('/press', async (c) => {
    const { press: sent, asker, ...rest } = await c.req.parseBody();
    const manner = mannerOf(c, rest);
    const read = readPress(sent);
    const pressed = read === null ? null : await press(sources, read, String(asker ?? ''), manner);
    if (pressed === null) return c.notFound();
    const message = { ...pressed, command: null, asker: VISITOR, at: new Date() };
    return commandPage(c, pressed.command, { given: pressed.options, message, manner });
  });
  return routes;
}

/** The sources with the pictures of this page. */
function withPictures(program: PreviewSources): AnswerSources {
  return {
    commands: () => program.commands(),
    context: (asker) => program.context(asker),
    draw: (chart) => program.draw(chart),
    report: (language) => program.report(language),
    onFailure: (details) => program.onFailure(details),
    pictures: new PagePictures((chart) => program.draw(chart)),
  };
}

function mannerOf(c: Context, given: Record<string, unknown>): Manner {
  return readManner(c, { locale: given.locale, ageRestricted: given['age-restricted'] });
}
