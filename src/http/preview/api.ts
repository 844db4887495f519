import { type Context, Hono } from 'hono';
import { type AnswerSources, answer, complete, findOpenCommand, press, type Said } from './answer.ts';
import { pressOf } from './components.ts';
import { readManner } from './manner.ts';
import { renderMessage } from './message.ts';
import { showCommand } from './options.ts';
import { partCommands } from './page.ts';
import { type Manner, VISITOR } from './sources.ts';

/**
 * The routes under `/api`, for the page's script and for other programs: JSON in and out.
 *
 * - `GET /commands?locale=`: every command with its options, in the locale's language
 * - `GET /complete?command=&option=&typed=&locale=&<other option>=`: `{"choices":[{"name","value"}…]}`
 * - `GET /ask?command=&<option>=&locale=&age-restricted=1`, or `POST /ask` of `{"command","options","locale","ageRestricted"}`:
 *   `{"refused","visibility","address","reply":{"embeds","components"},"picture":{"address","description"},"html"}`.
 *   Layout components stand among the `components`. The picture is drawn when its address is asked for.
 * - `POST /press` of `{"customId","values","asker","locale","ageRestricted"}`: the same fields, and `"effect"`
 *   (`update` or `new`)
 */
export function apiRoutes(sources: AnswerSources): Hono {
  const routes = new Hono();

  routes.get('/commands', async (c) => {
    const { locale } = mannerOf(c, c.req.query());
    const { open } = partCommands(await sources.commands());
    return c.json({
      locale,
      commands: open.map((command) => ({
        ...showCommand(command, locale),
        address: `/commands/${command.definition.name}`,
      })),
    });
  });

  routes.get('/complete', async (c) => {
    const { command: name = '', option = '', typed = '', ...others } = c.req.query();
    const command = await findOpenCommand(sources, name);
    if (command === undefined) return unknown(c);
    const manner = mannerOf(c, others);
    for (const key of ['locale', 'age-restricted']) delete others[key];
    return c.json({ choices: await complete(sources, command, { option, typed, others }, manner) });
  });

  const ask = async (c: Context, name: string, options: Record<string, unknown>, manner: Manner) => {
    const command = await findOpenCommand(sources, name);
    if (command === undefined) return unknown(c);
    const said = await answer(sources, command, options, manner);
    return c.json({
      address: addressOf(command.definition.name, options, manner),
      ...(await shown(said, showCommand(command, manner.locale).shownName, manner)),
    });
  };

  routes.get('/ask', (c) => {
    const { command = '', locale, 'age-restricted': ageRestricted, ...options } = c.req.query();
    return ask(c, command, options, mannerOf(c, { locale, ageRestricted }));
  });

  routes.post('/ask', async (c) => {
    const body = await readObject(c);
    if (body === null) return malformed(c);
    const { command, options = {} } = body;
    if (typeof command !== 'string' || !isObject(options)) return malformed(c);
    return ask(c, command, options, mannerOf(c, body));
  });

  routes.post('/press', async (c) => {
    const body = await readObject(c);
    const sent = pressOf(body);
    if (body === null || sent === null) return malformed(c);
    const manner = mannerOf(c, body);
    const pressed = await press(sources, sent, String(body.asker ?? ''), manner);
    if (pressed === null) return unknown(c);
    return c.json({ effect: pressed.effect, ...(await shown(pressed, null, manner)) });
  });
  return routes;
}

async function shown(said: Said, command: string | null, manner: Manner) {
  const { reply, files, visibility, refused } = said;
  const message = { reply, files, visibility, command, asker: VISITOR, at: new Date() };
  const [picture = null] = files.map(({ address, description }) => ({ address, description }));
  const { embeds, components } = 'layout' in reply ? { embeds: [], components: reply.layout } : reply;
  return {
    refused,
    visibility,
    reply: { embeds, components },
    picture,
    html: String(await renderMessage(message, manner)),
  };
}

/** The address of the page that asks the same question. */
function addressOf(name: string, options: Record<string, unknown>, manner: Manner): string {
  const query = new URLSearchParams();
  for (const [option, value] of Object.entries(options)) {
    if (value !== '' && value !== null && value !== undefined) query.set(option, String(value));
  }
  query.set('locale', manner.locale);
  if (manner.ageRestricted) query.set('age-restricted', '1');
  return `/commands/${name}?${query}`;
}

function mannerOf(c: Context, given: Record<string, unknown>): Manner {
  const ageRestricted = given.ageRestricted ?? given['age-restricted'];
  return readManner(c, { locale: given.locale, ageRestricted });
}

async function readObject(c: Context): Promise<Record<string, unknown> | null> {
  try {
    const body: unknown = await c.req.json();
    return isObject(body) ? body : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unknown(c: Context) {
  return c.json({ error: 'There is no such command or component here.' }, 404);
}

function malformed(c: Context) {
  return c.json({ error: 'This is not a question. The start page, /, shows how to ask one.' }, 400);
}
