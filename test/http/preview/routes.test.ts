import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { beforeEach, describe, expect, it } from 'vitest';
import { plainLine } from '../../../locales/markdown.ts';
import { customId, type Press } from '../../../src/commands/contract/custom-id.ts';
import { createPages } from '../../../src/http/server.ts';
import { CHARTS } from '../../charts/charts-to-draw.ts';
import { embedsOnly, FakeSources, sourcesWith } from './fake-sources.ts';

const EVIL = `"><script>alert(1)</script>`;

let preview: FakeSources;
let pages: ReturnType<typeof createPages>;
beforeEach(() => {
  preview = new FakeSources();
  pages = createPages(sourcesWith(preview));
});

async function page(path: string, headers: Record<string, string> = {}): Promise<string> {
  const response = await pages.request(path, { headers });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('text/html');
  return response.text();
}

function post(path: string, body: unknown) {
  return pages.request(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
}

function postForm(path: string, fields: Record<string, string>) {
  return pages.request(path, { method: 'POST', body: new URLSearchParams(fields) });
}

/** The fields of an answer of the API. The question decides which of them are there. */
interface Answer {
  refused: boolean;
  html: string;
  picture: { address: string; description: string } | null;
  reply: { embeds: { title: string }[] };
  commands: { name: string; address: string; options: { name: string }[] }[];
}

async function json(response: Response | Promise<Response>): Promise<Answer> {
  return (await response).json() as Promise<Answer>;
}

function pressing(press: Press, values: string[] = []) {
  return { customId: customId(press), values };
}

const nextYear = pressing({ command: 'users-recommend', options: { year: 2016 }, effect: 'update' });

describe('the start page', () => {
  it('leads to every command that anybody can ask, and names those that cannot be tried', async () => {
    const text = await page('/');
    for (const name of ['users-recommend', 'recommend-game', 'help']) {
      expect(text).toContain(`href="/commands/${name}?`);
    }
    expect(text).not.toContain('href="/commands/admin');
    expect(text).toContain('Moderators also have /admin in Discord.');
    expect(text).toContain('invented sample');
  });

  it.each([
    ['es-ES,es;q=0.9,en;q=0.8', 'es-ES'],
    ['es-MX,es;q=0.9', 'es-419'],
    ['de-DE,de;q=0.9,en;q=0.5', 'en-US'],
    ['en;q=0.4, es;q=0.6', 'es-ES'],
    ['*', 'en-US'],
    ['', 'en-US'],
    ['es-MX', 'es-419'],
    ['ES-es', 'es-ES'],
    ['en-GB;q=0.9,es;q=0.8', 'en-GB'],
    ['fr, de;q=0.9, *;q=0.1', 'en-US'],
    ['*, es;q=0.5', 'es-ES'],
    // Of equal preferences, the first one.
    ['es;q=0.5,en;q=0.5', 'es-ES'],
    // A language that the browser refuses.
    ['es;q=0', 'en-US'],
    ['es-ES;q=0, es-MX;q=0.1', 'es-419'],
    // Garbage.
    [',,;q=,es;q', 'es-ES'],
    ['es;q=much', 'es-ES'],
    [';;;', 'en-US'],
    ['-', 'en-US'],
    ['"es', 'en-US'],
    ['toString', 'en-US'],
  ])('is in the browser’s language: %s', async (header, locale) => {
    expect(await page('/', { 'accept-language': header })).toContain(`<html lang="${locale}">`);
  });

  it('is there without a database, too', async () => {
    const away = createPages({
      ...sourcesWith(preview),
      dataSet: async () => {
        throw new Error('ECONNREFUSED hunter2');
      },
    });
    const response = await away.request('/');
    expect(response.status).toBe(503);
    const text = await response.text();
    expect(text).toContain('The database is not answering.');
    expect(text).not.toContain('hunter2');
  });

  it('allows only its own script and style, and forms to nowhere else', async () => {
    const policy = (await pages.request('/')).headers.get('content-security-policy')!;
    const directives = policy.split(';').map((directive) => directive.trim());
    expect(directives).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: https://cdn.cloudflare.steamstatic.com",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ]),
    );
    const text = await page('/commands/users-recommend?year=2015');
    expect(text).not.toMatch(/<style|style=|<script>|\son\w+=/);
  });

  it.each(['preview.js', 'combobox.js', 'page.css', 'message.css', 'avatar.svg'])('has %s', async (name) => {
    const response = await pages.request(`/assets/${name}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/javascript|css|svg/);
  });

  it('has no other files', async () => {
    expect((await pages.request('/assets/tsconfig.json')).status).toBe(404);
    expect((await pages.request('/assets/..%2F..%2Fserver.ts')).status).toBe(404);
  });
});

describe('the address of a command, without a script', () => {
  it('shows the form until something is asked', async () => {
    const text = await page('/commands/users-recommend');
    expect(preview.asked).toEqual([]);
    expect(text).toMatch(/<form class="question" method="get" action="\/commands\/users-recommend"/);
    expect(text).toMatch(/<input type="number"[^>]* name="year"[^>]* required/);
    expect(text).toMatch(/<select [^>]*name="year-of"/);
    expect(text).toContain('<option value="released">released then</option>');
  });

  it('asks the question in it, and fills in the form', async () => {
    const text = await page(
      '/commands/users-recommend?year=2015&year-of=released&locale=es-419&age-restricted=1',
    );
    expect(preview.asked).toEqual([
      {
        command: 'users-recommend',
        options: { year: 2015, 'year-of': 'released' },
        locale: 'es-419',
        ageRestricted: true,
      },
    ]);
    expect(text).toContain('Games of 2015');
    expect(text).toMatch(/<input type="number"[^>]* value="2015"/);
    expect(text).toContain('<option value="released" selected>');
    expect(text).toContain('<option value="es-419" lang="es-419" selected>');
    expect(text).toMatch(/name="age-restricted" value="1" checked/);
  });

  it('may have empty optional values, as a form sends them', async () => {
    await page('/commands/users-recommend?year=2015&year-of=&locale=en-US');
    expect(preview.asked[0]!.options).toEqual({ year: 2015 });
  });

  it('asks a command without options at once', async () => {
    preview.reply = () => embedsOnly({ title: 'What you can ask' });
    expect(await page('/commands/help')).toContain('What you can ask');
  });

  it('shows privately what is wrong with a question', async () => {
    const text = await page('/commands/users-recommend?year=soon');
    expect(text).toContain('takes a whole number, not “soon”');
    expect(text).toContain('Only you can see this');
    expect(preview.asked).toEqual([]);
  });

  it('shows only a reference code for a failure of ours', async () => {
    preview.reply = () => {
      throw new Error('hunter2');
    };
    const text = await page('/commands/users-recommend?year=2015');
    expect(text).not.toContain('hunter2');
    expect(preview.failures).toHaveLength(1);
    expect(text).toContain(preview.failures[0]!.reference);
  });

  it('escapes its input and the names from the data', async () => {
    preview.reply = () => embedsOnly({ title: EVIL, description: EVIL, url: `https://a.example/${EVIL}` });
    const text = await page(`/commands/recommend-game?game=${encodeURIComponent(EVIL)}`);
    expect(text).not.toContain('<script>');
    expect(text).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  });

  it('does not exist for an unknown command, or for one that cannot be tried', async () => {
    expect((await pages.request('/commands/nothing')).status).toBe(404);
    expect((await pages.request('/commands/admin')).status).toBe(404);
    expect((await pages.request('/commands/__proto__?year=1')).status).toBe(404);
  });

  it('answers a pressed button with a page', async () => {
    const response = await postForm('/press', {
      press: JSON.stringify(nextYear),
      locale: 'es-ES',
      asker: 'preview',
    });
    expect(response.status).toBe(200);
    const text = await response.text();
    expect(text).toContain('Games of 2016');
    expect(text).toMatch(/<input type="number"[^>]* value="2016"/);
    expect(preview.asked[0]!.locale).toBe('es-ES');
  });
});

describe('/api/commands', () => {
  it('lists the commands that can be asked', async () => {
    const { commands } = await json(pages.request('/api/commands?locale=es-ES'));
    expect(commands.map(({ name }) => name)).toEqual(['users-recommend', 'recommend-game', 'help']);
    expect(commands[0]!.address).toBe('/commands/users-recommend');
    expect(commands[0]!.options.map(({ name }) => name)).toEqual(['year', 'year-of']);
  });
});

describe('/api/ask', () => {
  it('answers as message and as HTML, with the address of the same page', async () => {
    const asked = { command: 'users-recommend', options: { year: '2015', 'year-of': '' }, locale: 'es-ES' };
    const answer = await json(post('/api/ask', asked));
    expect(answer).toMatchObject({
      refused: false,
      visibility: 'public',
      address: '/commands/users-recommend?year=2015&locale=es-ES',
      reply: { embeds: [{ title: 'Games of 2015' }] },
    });
    expect(answer.html).toContain('Games of 2015');
    const got = await json(pages.request('/api/ask?command=users-recommend&year=2015&locale=es-ES'));
    expect(got.reply).toEqual(answer.reply);
  });

  it('shows the picture of an answer with its description, or the text alone if drawing fails', async () => {
    preview.reply = () => ({
      ...embedsOnly({ title: 'Games' }),
      picture: { chart: CHARTS.columns, description: 'Picture: "Games". 5' },
    });
    const drawn: unknown[] = [];
    preview.draw = async (...asked) => {
      drawn.push(asked);
      return Uint8Array.from([0x89, 0x50]);
    };
    const shown = await page('/commands/users-recommend?year=2015');
    const [, address] =
      /<img [^>]*src="(\/pictures\/[0-9a-f]{64}\.png)"[^>]* alt="Picture: &quot;Games&quot;. 5"/.exec(shown)!;
    // The text does not wait for the picture: only the request for it draws.
    expect(drawn).toEqual([]);
    const got = await pages.request(address!);
    expect(got.headers.get('content-type')).toBe('image/png');
    expect(new Uint8Array(await got.arrayBuffer())).toEqual(Uint8Array.from([0x89, 0x50]));
    expect(drawn).toEqual([[CHARTS.columns]]);
    const asked = { command: 'users-recommend', options: { year: 2015 } };
    const { html, reply, picture } = await json(post('/api/ask', asked));
    expect(html).toContain(`src="${address}"`);
    expect(reply).not.toHaveProperty('picture');
    expect(picture).toEqual({ address, description: 'Picture: "Games". 5' });

    preview.draw = async () => null;
    const alone = await json(post('/api/ask', asked));
    expect(alone).toMatchObject({ refused: false, reply: { embeds: [{ title: 'Games' }] } });
    expect(alone.html).toContain('Games');
    expect((await pages.request(address!)).status).toBe(404);
    expect((await pages.request('/pictures/unknown.png')).status).toBe(404);
  });

  it('shows what is wrong in a private reply', async () => {
    const answer = await json(post('/api/ask', { command: 'users-recommend', options: {} }));
    expect(answer).toMatchObject({ refused: true, visibility: 'ephemeral' });
    expect(answer.html).toContain('year');
  });

  it.each([
    null,
    'text',
    [],
    { command: 'users-recommend', options: 'year' },
    { command: 'help', options: [] },
  ])('refuses a body that is no question: %j', async (body) => {
    expect((await post('/api/ask', body)).status).toBe(400);
  });

  it.each([{}, { command: 'admin' }, { command: ['help'], options: {} }, { command: 'constructor' }])(
    'finds no command in %j',
    async (body) => {
      const { status } = await post('/api/ask', body);
      expect([400, 404]).toContain(status);
      expect(preview.asked).toEqual([]);
    },
  );

  it('reads no more bytes than a question can have', async () => {
    const long = { command: 'recommend-game', options: { game: 'x'.repeat(20_000) } };
    expect((await post('/api/ask', long)).status).toBe(413);
  });
});

describe('/api/complete', () => {
  it('offers the choices of the command', async () => {
    preview.choices = [{ name: plainLine(`Portal 2 ${EVIL}`), value: '620' }];
    const response = await pages.request(
      '/api/complete?command=recommend-game&option=game&typed=port&genre=Action',
    );
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.json()).toEqual({ choices: preview.choices });
  });

  it('offers nothing for a command that cannot be tried', async () => {
    expect((await pages.request('/api/complete?command=admin&option=x&typed=')).status).toBe(404);
  });
});

describe('/api/press', () => {
  it('changes the message for its asker', async () => {
    const answer = await json(post('/api/press', { ...nextYear, asker: 'preview', locale: 'es-ES' }));
    expect(answer).toMatchObject({ effect: 'update', reply: { embeds: [{ title: 'Games of 2016' }] } });
    expect(preview.asked[0]!.locale).toBe('es-ES');
  });

  it('answers anybody else with a private message', async () => {
    const answer = await json(post('/api/press', { ...nextYear, asker: '123456789012345678' }));
    expect(answer).toMatchObject({ effect: 'new', visibility: 'ephemeral' });
  });

  it('brings a new message if the button asks for one', async () => {
    const press = pressing({ command: 'users-recommend', options: { year: 2013 }, effect: 'new' });
    const answer = await json(post('/api/press', { ...press, asker: 'preview' }));
    expect(answer).toMatchObject({ effect: 'new', visibility: 'public' });
  });

  it('asks with the value chosen from a menu', async () => {
    const press = pressing({ command: 'users-recommend', options: {}, effect: 'new', choose: 'year' }, [
      '2012',
    ]);
    await post('/api/press', { custom_id: press.customId, values: press.values, asker: 'preview' });
    expect(preview.asked[0]!.options).toEqual({ year: 2012 });
  });

  it('leaves the message as it is if the question has no answer', async () => {
    const press = pressing({ command: 'users-recommend', options: {}, effect: 'update' });
    const answer = await json(post('/api/press', { ...press, asker: 'preview' }));
    expect(answer).toMatchObject({ refused: true, effect: 'new', visibility: 'ephemeral' });
  });

  it.each([
    [{}, 400],
    [{ customId: 7 }, 400],
    [{ customId: 'x', values: [1] }, 400],
    [{ customId: 'x'.repeat(101) }, 400],
    [{ customId: 'not ours' }, 404],
    [pressing({ command: 'admin', options: {}, effect: 'new' }), 404],
  ])('refuses %j', async (body, status) => {
    expect((await post('/api/press', body)).status).toBe(status);
    expect(preview.asked).toEqual([]);
  });

  it('presses the very buttons of an answer', async () => {
    preview.reply = ({ options }) => ({
      embeds: [{ title: `Games of ${options.year}` }],
      components: [
        {
          type: ComponentType.ActionRow,
          components: [
            {
              type: ComponentType.Button,
              style: ButtonStyle.Primary,
              label: 'Next',
              custom_id: customId({ command: 'users-recommend', options: { year: 2016 }, effect: 'update' }),
            },
          ],
        },
      ],
      files: [],
    });
    const { html } = await json(post('/api/ask', { command: 'users-recommend', options: { year: 2015 } }));
    const value = /name="press" value="([^"]*)"/.exec(html)![1]!.replaceAll('&quot;', '"');
    const answer = await json(post('/api/press', { ...JSON.parse(value), asker: 'preview' }));
    expect(answer.reply.embeds[0]!.title).toBe('Games of 2016');
  });
});

describe('a failure outside a question', () => {
  it('shows a reference code that the log has, too', async () => {
    preview.commands = async () => {
      throw new Error('hunter2');
    };
    const response = await pages.request('/api/commands');
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).toContain(preview.failures[0]!.reference);
    expect(text).not.toContain('hunter2');
  });
});
