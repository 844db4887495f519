import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Pictures } from '../../src/charts/pictures.ts';
import { customId } from '../../src/commands/contract/custom-id.ts';
import type { DrawPicture } from '../../src/commands/contract/picture.ts';
import type { SentReply } from '../../src/commands/contract/reply.ts';
import type { Bot } from '../../src/discord/bot.ts';
import { QuestionError } from '../../src/engine/data-set/question-error.ts';
import { CHARTS } from '../charts/charts-to-draw.ts';
import type { Fault } from '../support/discord/faults.ts';
import type { HeldMessage } from '../support/discord/held-message.ts';
import type { Reply } from '../support/discord/reply.ts';
import type { StandIn } from '../support/discord/stand-in.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { fakeCommand, GUILD, gate, type KeptLog, saying, startStandIn, startTestBot } from './test-bot.ts';

let discord: StandIn;
let bot: Bot;
let logged: KeptLog;

beforeEach(async () => {
  discord = await startStandIn();
});
afterEach(async () => {
  await bot.stop();
  await discord.stop();
  expect(discord.violations).toEqual([]);
});

/** Replies with the text that it is given, a picture with that title, and a button for the next one. */
const command = fakeCommand('ask', async (_, { what }): Promise<SentReply> => {
  if (what === 'wrong+') throw new QuestionError('unknown-genre', { name: 'x' });
  const next = customId({ command: 'ask', options: { what: `${what}+` }, effect: 'update' });
  return {
    ...saying(String(what), [
      { type: 1, components: [{ type: 2, style: 2, label: 'next', custom_id: next }] },
    ]),
    ...(String(what).endsWith('alone')
      ? {}
      : {
          picture: {
            chart: { ...CHARTS.columns, title: String(what) },
            description: `Picture of ${what}`,
          },
        }),
  };
});

async function start(draw: DrawPicture): Promise<void> {
  ({ bot, logged } = await startTestBot(discord, { commands: [command], draw }));
}

/** The first bytes of every PNG. */
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

const titleAsPng = (title: string) => Buffer.concat([SIGNATURE, Buffer.from(title)]);

function drawnAs(picture: (title: string) => Uint8Array | null): DrawPicture {
  return async ({ title }) => picture(title);
}

function attachmentsOf({ data, files }: HeldMessage) {
  return data.attachments.map(({ filename, description, content_type }) => ({
    filename,
    description,
    content_type,
    drawn: Buffer.from(files.get(filename)!.bytes).subarray(SIGNATURE.length).toString(),
  }));
}

/** Waits until the picture with this title is in the message. */
async function illustrated(reply: Reply, title: string): Promise<HeldMessage> {
  const message = await reply.answered();
  await reply.interaction.changes.until(
    () => (attachmentsOf(message).some(({ drawn }) => drawn === title) ? true : undefined),
    () => `the picture ${title} did not come`,
  );
  return message;
}

test('a reply brings its picture as a file with a description, and shows it', async () => {
  await start(drawnAs(titleAsPng));
  const reply = await discord.member({ guildId: GUILD }).command('ask', { what: 'a' });
  const message = await reply.answered();
  // The picture was drawn before, so the text has not gone ahead of it.
  expect(reply.interaction.edits).toBe(1);
  expect(attachmentsOf(message)).toEqual([
    { filename: 'answer.png', description: 'Picture of a', content_type: 'image/png', drawn: 'a' },
  ]);
  expect(message.data.embeds).toMatchObject([
    { description: 'a', image: { url: 'attachment://answer.png' } },
  ]);
});

test('a button that changes the message replaces its picture by the next one', async () => {
  await start(drawnAs(titleAsPng));
  const member = discord.member({ guildId: GUILD });
  const message = await (await member.command('ask', { what: 'a' })).answered();
  for (const what of ['a+', 'a++']) {
    await (await member.press(message)).settled();
    expect(attachmentsOf(message)).toMatchObject([{ description: `Picture of ${what}`, drawn: what }]);
    expect(message.data.embeds).toMatchObject([{ image: { url: 'attachment://answer.png' } }]);
  }
});

test('a picture belongs to its message: the next message without one has none', async () => {
  await start(drawnAs((title) => (title === 'a' ? titleAsPng(title) : null)));
  const member = discord.member({ guildId: GUILD });
  const message = await (await member.command('ask', { what: 'a' })).answered();
  await (await member.press(message)).settled();
  expect(message.data.embeds).toMatchObject([{ description: 'a+' }]);
  expect(message.data.embeds[0]!.image).toBeUndefined();
  expect(attachmentsOf(message)).toEqual([]);
});

test('a reply without a picture draws nothing', async () => {
  await start(
    drawnAs(() => {
      throw new Error('drawn');
    }),
  );
  const reply = await discord.member({ guildId: GUILD }).command('ask', { what: 'alone' });
  expect((await reply.answered()).data.embeds).toMatchObject([{ description: 'alone' }]);
});

/** Draws each picture when the test says so. */
function drawnLater() {
  const gates = new Map<string, ReturnType<typeof gate>>();
  const gateOf = (title: string) => {
    const known = gates.get(title) ?? gate();
    gates.set(title, known);
    return known;
  };
  const draw: DrawPicture = async ({ title }) => {
    await gateOf(title).opened;
    return titleAsPng(title);
  };
  return { draw, finish: (title: string) => gateOf(title).open() };
}

test('the text goes at once, and the picture is added when it is drawn, after a press as well', async () => {
  const { draw, finish } = drawnLater();
  await start(draw);
  const member = discord.member({ guildId: GUILD });
  const asked = await member.command('ask', { what: 'a' });
  const message = await asked.answered();
  expect(message.data.embeds).toEqual([{ type: 'rich', description: 'a' }]);
  expect(message.data.components).toHaveLength(1);
  expect(attachmentsOf(message)).toEqual([]);
  finish('a');
  await illustrated(asked, 'a');
  expect(message.data.embeds).toMatchObject([
    { description: 'a', image: { url: 'attachment://answer.png' } },
  ]);
  expect(message.data.components).toHaveLength(1);

  const pressed = await (await member.press(message)).settled();
  expect(message.data.embeds).toEqual([{ type: 'rich', description: 'a+' }]);
  expect(attachmentsOf(message)).toEqual([]);
  finish('a+');
  await illustrated(pressed, 'a+');
  expect(message.data.embeds).toMatchObject([{ description: 'a+' }]);
});

test('a picture that is drawn after the message has changed does not change it back', async () => {
  const { draw, finish } = drawnLater();
  await start(draw);
  const member = discord.member({ guildId: GUILD });
  const message = await (await member.command('ask', { what: 'a' })).answered();
  const pressed = await (await member.press(message)).settled();
  finish('a');
  finish('a+');
  await illustrated(pressed, 'a+');
  await bot.stop();
  expect(message.data.embeds).toMatchObject([{ description: 'a+' }]);
  expect(attachmentsOf(message)).toMatchObject([{ drawn: 'a+' }]);
});

test('a press that ends in an error leaves the message its picture', async () => {
  const { draw, finish } = drawnLater();
  await start(draw);
  const member = discord.member({ guildId: GUILD });
  const asked = await member.command('ask', { what: 'wrong' });
  const message = await asked.answered();
  await (await member.press(message)).followedUp();
  finish('wrong');
  await illustrated(asked, 'wrong');
});

test.each<Omit<Fault, 'route'>>([{ status: 500, times: 3 }, { status: 429 }, { status: 'cut' }])(
  'the edit that adds a picture is sent again after %j',
  async (fault) => {
    const { draw, finish } = drawnLater();
    await start(draw);
    const asked = await discord.member({ guildId: GUILD }).command('ask', { what: 'a' });
    await asked.answered();
    // The text's own edit has to be confirmed before the next request fails.
    await logged.said('a question was answered');
    discord.faults.failNext({ route: 'edit', ...fault });
    finish('a');
    await illustrated(asked, 'a');
    expect(logged.troubles).toEqual([]);
  },
);

test.each(['fails', 'dies', 'silent'])(
  'the text goes out alone if the drawing is one that %s',
  async (what) => {
    const failures: unknown[] = [];
    const rejected: unknown[] = [];
    const keep = (reason: unknown) => rejected.push(reason);
    process.on('unhandledRejection', keep);
    const pictures = new Pictures({
      worker: new URL('../charts/failing-worker.ts', import.meta.url),
      onFailure: (error) => failures.push(error),
      ...(what === 'silent' ? { hungMs: 2000 } : {}),
    });
    await start((chart) => pictures.draw(chart));
    const reply = await discord.member({ guildId: GUILD }).command('ask', { what });
    const message = await reply.answered();
    expect(message.data.embeds).toEqual([{ type: 'rich', description: what }]);
    expect(message.data.components).toHaveLength(1);
    expect(attachmentsOf(message)).toEqual([]);
    await vi.waitUntil(() => failures.length > 0, { timeout: PATIENCE_MS });
    expect(failures).toHaveLength(1);
    expect(logged.troubles).toEqual([]);
    await pictures.close();
    expect(rejected).toEqual([]);
    process.off('unhandledRejection', keep);
  },
);
