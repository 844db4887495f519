import { ApplicationCommandOptionType, InteractionResponseType } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plainLine } from '../../locales/markdown.ts';
import { customId } from '../../src/commands/contract/custom-id.ts';
import type { Bot } from '../../src/discord/bot.ts';
import { QuestionError } from '../../src/engine/data-set/question-error.ts';
import type { HeldMessage } from '../support/discord/held-message.ts';
import type { StandIn } from '../support/discord/stand-in.ts';
import {
  fakeCommand,
  GUILD,
  gate,
  type KeptLog,
  saying,
  startStandIn,
  startTestBot,
  type TestBotOptions,
} from './test-bot.ts';

let discord: StandIn;
let bot: Bot;
let logged: KeptLog;

beforeEach(async () => {
  discord = await startStandIn();
});
afterEach(async () => {
  await bot.stop();
  await discord.stop();
});

async function start(options: TestBotOptions): Promise<void> {
  ({ bot, logged } = await startTestBot(discord, options));
}

function textOf(message: HeldMessage | null): string | undefined {
  return message?.data.embeds[0]?.description;
}

/** A row with one button. */
function buttonRow(id: string) {
  return [
    {
      type: 1 as const,
      components: [{ type: 2 as const, style: 2 as const, label: 'again', custom_id: id }],
    },
  ];
}

describe('a question', () => {
  test('is deferred before the database is asked anything', async () => {
    const database = gate();
    let asked = 0;
    await start({
      commands: [fakeCommand('ask')],
      dataSet: async () => {
        asked += 1;
        expect(discord.interactions[0]!.callback).toBeDefined();
        await database.opened;
        return { id: 1 } as never;
      },
    });
    const reply = await discord.member({ guildId: GUILD }).command('ask', { what: 'this' });
    await reply.acknowledged();
    expect(reply.deferred).toBe(true);
    expect(reply.ephemeral).toBe(false);
    expect(reply.message).toBeNull();
    database.open();
    expect(textOf(await reply.answered())).toBe('{"what":"this"}');
    expect(asked).toBe(1);
    expect(discord.violations).toEqual([]);
  });

  test('may name the registered commands by their ids, so that a mention can be clicked', async () => {
    await start({
      commands: [
        fakeCommand('ask', async ({ commandId }) =>
          saying(`${commandId?.('ask')} ${commandId?.('unknown')}`),
        ),
      ],
    });
    const { id } = discord.commands.global.find(({ name }) => name === 'ask')!;
    const reply = await discord.member({ guildId: GUILD }).command('ask', {});
    expect(textOf(await reply.answered())).toBe(`${id} undefined`);
  });

  test('to a command with a private answer is answered to the asker alone', async () => {
    await start({ commands: [fakeCommand('ask', undefined, { visibility: 'ephemeral' })] });
    const reply = await discord.member({ guildId: GUILD }).command('ask', { what: 'this' });
    expect((await reply.answered()).ephemeral).toBe(true);
  });

  test('comes with its asker and their place', async () => {
    const askers: unknown[] = [];
    await start({
      commands: [
        fakeCommand('ask', async ({ asker }) => {
          askers.push(asker);
          return saying('x');
        }),
      ],
    });
    const here = { guildId: GUILD, locale: 'es-419' };
    const members = [
      discord.member({ ...here, userId: '400000000000000001', permissions: 0x20n }),
      discord.member({ ...here, userId: '400000000000000002', permissions: 0x8n, nsfwChannel: true }),
      discord.member({ userId: '400000000000000003', locale: 'fr' }),
    ];
    for (const member of members) await (await member.command('ask')).answered();
    expect(askers).toEqual([
      {
        userId: '400000000000000001',
        locale: 'es-419',
        guildId: GUILD,
        ageRestricted: false,
        mayManageGuild: true,
      },
      {
        userId: '400000000000000002',
        locale: 'es-419',
        guildId: GUILD,
        ageRestricted: true,
        mayManageGuild: true,
      },
      {
        userId: '400000000000000003',
        locale: 'fr',
        guildId: null,
        ageRestricted: false,
        mayManageGuild: false,
      },
    ]);
  });

  test('of a sub-command has the sub-command as an option', async () => {
    const subcommand = {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'this',
      description: 'one of them',
    } as const;
    const more = { definition: { name: 'ask', description: 'a command', options: [subcommand] } };
    await start({ commands: [fakeCommand('ask', undefined, more)] });
    const reply = await discord.member({ guildId: GUILD }).command('ask this');
    expect(textOf(await reply.answered())).toBe('{"subcommand":"this"}');
  });

  test('can bring files, and its reply notifies nobody', async () => {
    const files = [{ name: 'a.png', data: new Uint8Array([1, 2, 3]), description: 'a picture' }];
    await start({
      commands: [fakeCommand('ask', async () => ({ ...saying('@everyone <@400000000000000001>'), files }))],
    });
    const reply = await discord.member({ guildId: GUILD }).command('ask');
    const message = await reply.answered();
    expect(discord.violations).toEqual([]);
    expect(logged.troubles).toEqual([]);
    expect([...message.files.keys()]).toEqual(['a.png']);
    expect(message.pings).toEqual([]);
    const edit = discord.requests.find(({ route }) => route === 'edit');
    expect(edit!.payload).toMatchObject({ allowed_mentions: { parse: [] } });
    expect(discord.violations).toEqual([]);
  });
});

describe('an error', () => {
  test('in place of a public reply is shown to the asker alone, and the public reply is removed', async () => {
    await start({
      commands: [
        fakeCommand('ask', () => Promise.reject(new QuestionError('unknown-genre', { name: 'x' }, ['Y']))),
      ],
    });
    const reply = await discord.member({ guildId: GUILD, locale: 'es-ES' }).command('ask');
    const [told] = await reply.followedUp();
    expect(reply.deleted).toBe(true);
    expect(told!.ephemeral).toBe(true);
    expect(textOf(told!)).toMatch(/No hay.*género.*x/);
    expect(logged.troubles).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  test('takes the place of a private reply', async () => {
    await start({
      commands: [
        fakeCommand('ask', () => Promise.reject(new QuestionError('no-data-set', {})), {
          visibility: 'ephemeral',
        }),
      ],
    });
    const reply = await discord.member({ guildId: GUILD }).command('ask');
    const told = await reply.answered();
    expect(told.ephemeral).toBe(true);
    expect(textOf(told)).toContain('no data');
    expect(reply.followups).toEqual([]);
  });

  test('of ours shows a reference in the reply and in the log, and its own message only in the log', async () => {
    await start({ commands: [fakeCommand('ask', () => Promise.reject(new Error('secret words')))] });
    const member = discord.member({ guildId: GUILD });
    const [told] = await (await member.command('ask')).followedUp();
    const [, reference] = /Reference: ([0-9a-f]{8})/.exec(textOf(told!)!)!;
    expect(JSON.stringify(told!.data)).not.toContain('secret');
    const [failure] = await logged.trouble();
    expect(failure).toMatchObject({ request: reference });
    expect(failure).toMatchObject({ level: 50, command: 'ask', err: { message: 'secret words' } });
    // The process lives on, and answers.
    const [again] = await (await member.command('ask')).followedUp();
    expect(textOf(again!)).toContain('Reference');
  });

  test('of Discord about a reply shows a reference too', async () => {
    await start({ commands: [fakeCommand('ask', async () => saying('x'.repeat(5000)))] });
    const reply = await discord.member({ guildId: GUILD }).command('ask');
    const [told] = await reply.followedUp();
    expect(textOf(told!)).toContain('Reference');
    expect(discord.violations.map(({ code }) => code)).toEqual([50035]);
  });

  test('with nobody left to see it is a warning', async () => {
    const answering = gate();
    await start({
      commands: [
        fakeCommand('ask', async () => {
          await answering.opened;
          return saying('x');
        }),
      ],
    });
    const reply = await discord.member({ guildId: GUILD }).command('ask');
    await reply.acknowledged();
    reply.original!.deleted = true;
    answering.open();
    await bot.stop();
    expect(logged.troubles).toMatchObject([{ level: 40, err: { code: 10008 } }]);
  });
});

describe('options', () => {
  test('that the definition no longer knows are answered privately, from the start', async () => {
    await start({ commands: [fakeCommand('ask')] });
    // The command was registered with an option that it has lost since.
    const old = discord.commands.global[0]!;
    (old.options as { name: string }[])[0]!.name = 'lost';
    const reply = await discord.member({ guildId: GUILD }).command('ask', { lost: 'x' });
    const told = await reply.answered();
    expect(told.ephemeral).toBe(true);
    expect(textOf(told)).toContain('lost');
  });

  test('of a command that no longer exists are answered privately', async () => {
    await start({ commands: [fakeCommand('ask')] });
    discord.commands.global[0]!.name = 'gone';
    const reply = await discord.member({ guildId: GUILD }).command('gone');
    expect(textOf(await reply.answered())).toMatch(/No command.*gone/);
  });
});

describe('a button', () => {
  const again = (effect: 'update' | 'new') =>
    fakeCommand('ask', async (_, { what }) =>
      saying(String(what), buttonRow(customId({ command: 'ask', options: { what: `${what}+` }, effect }))),
    );

  test('that changes its message does so for the person who asked', async () => {
    await start({ commands: [again('update')] });
    const member = discord.member({ guildId: GUILD });
    const first = await member.command('ask', { what: 'a' });
    const message = await first.answered();
    const pressed = await member.press(message);
    await pressed.settled();
    expect(pressed.callbacks[0]!.type).toBe(InteractionResponseType.DeferredMessageUpdate);
    expect(textOf(message)).toBe('a+');
    // Pressed again, in the changed message.
    await (await member.press(message)).settled();
    expect(textOf(message)).toBe('a++');
  });

  test('that changes its message answers everyone else privately', async () => {
    await start({ commands: [again('update')] });
    const message = await (await discord.member({ guildId: GUILD }).command('ask', { what: 'a' })).answered();
    const other = await discord.member({ guildId: GUILD }).press(message);
    const answer = await other.answered();
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer)).toBe('a+');
    expect(textOf(message)).toBe('a');
  });

  test('that asks anew is answered by another message, which everyone sees', async () => {
    await start({ commands: [again('new')] });
    const message = await (await discord.member({ guildId: GUILD }).command('ask', { what: 'a' })).answered();
    const answer = await (await discord.member({ guildId: GUILD }).press(message)).answered();
    expect(answer.id).not.toBe(message.id);
    expect(answer.ephemeral).toBe(false);
    expect(textOf(answer)).toBe('a+');
  });

  test('whose question has no answer leaves its message as it is', async () => {
    await start({
      commands: [
        fakeCommand('ask', async (_, { what }) => {
          if (what === 'b') throw new QuestionError('no-data-set', {});
          return saying(
            'a',
            buttonRow(customId({ command: 'ask', options: { what: 'b' }, effect: 'update' })),
          );
        }),
      ],
    });
    const member = discord.member({ guildId: GUILD });
    const message = await (await member.command('ask', { what: 'a' })).answered();
    const [told] = await (await member.press(message)).followedUp();
    expect(told!.ephemeral).toBe(true);
    expect(message.deleted).toBe(false);
    expect(textOf(message)).toBe('a');
  });

  test('works after a restart', async () => {
    await start({ commands: [again('update')] });
    const member = discord.member({ guildId: GUILD });
    const message = await (await member.command('ask', { what: 'a' })).answered();
    await bot.stop();
    await start({ commands: [again('update')] });
    await (await member.press(message)).settled();
    expect(textOf(message)).toBe('a+');
  });

  test('that is no longer understood is answered privately', async () => {
    await start({ commands: [fakeCommand('ask', async () => saying('a', buttonRow('of another program')))] });
    const member = discord.member({ guildId: GUILD });
    const message = await (await member.command('ask')).answered();
    const told = await (await member.press(message)).answered();
    expect(told.ephemeral).toBe(true);
    expect(textOf(told)).toContain('older version');
    expect(textOf(message)).toBe('a');
  });

  test('of a menu asks with the chosen value', async () => {
    const id = customId({ command: 'ask', options: {}, effect: 'new', choose: 'what' });
    const menu = {
      type: 3 as const,
      custom_id: id,
      options: [
        { label: 'One', value: 'one' },
        { label: 'Two', value: 'two' },
      ],
    };
    await start({
      commands: [
        fakeCommand('ask', async (_, { what }) =>
          saying(String(what), what === undefined ? [{ type: 1, components: [menu] }] : []),
        ),
      ],
    });
    const member = discord.member({ guildId: GUILD });
    const message = await (await member.command('ask')).answered();
    const answer = await (await member.choose(message, id, ['two'])).answered();
    expect(textOf(answer)).toBe('two');
    expect(discord.violations).toEqual([]);
  });
});

describe('typing', () => {
  test('is completed from memory: only the first letters wait for the data set', async () => {
    let asked = 0;
    const seen: unknown[] = [];
    const never = gate();
    await start({
      commands: [
        fakeCommand('ask', undefined, {
          complete: async (dataSet, typing) => {
            seen.push([dataSet.id, typing.option, typing.typed, typing.others]);
            return [{ name: plainLine(`${typing.typed}!`), value: typing.typed }];
          },
        }),
      ],
      dataSet: async () => {
        asked += 1;
        if (asked > 1) await never.opened;
        return { id: asked } as never;
      },
    });
    const member = discord.member({ guildId: GUILD });
    expect(await member.autocomplete('ask', { what: 'x' }, 'what')).toEqual([{ name: 'x!', value: 'x' }]);
    expect(await member.autocomplete('ask', { what: 'xy' }, 'what')).toEqual([{ name: 'xy!', value: 'xy' }]);
    expect(seen).toEqual([
      [1, 'what', 'x', {}],
      [1, 'what', 'xy', {}],
    ]);
    never.open();
  });

  test('gets no choices if completion fails, and the log says why', async () => {
    await start({
      commands: [fakeCommand('ask', undefined, { complete: () => Promise.reject(new Error('broken')) })],
    });
    expect(await discord.member({ guildId: GUILD }).autocomplete('ask', { what: 'x' }, 'what')).toEqual([]);
    expect(await logged.trouble()).toMatchObject([{ err: { message: 'broken' } }]);
  });

  test('logs a failure once until completion works again, but each failure is an event', async () => {
    const outcomes: string[] = [];
    await start({
      commands: [
        fakeCommand('ask', undefined, {
          complete: async (_, { typed }) => {
            if (typed.startsWith('x')) throw new Error(`no ${typed}`);
            return [];
          },
        }),
      ],
      onInteraction: ({ outcome }) => outcomes.push(outcome),
    });
    const member = discord.member({ guildId: GUILD });
    for (const what of ['x', 'x', 'x', 'xy', 'works', 'xy', 'xy']) {
      await member.autocomplete('ask', { what }, 'what');
    }
    await bot.stop();
    expect(outcomes).toEqual(['failed', 'failed', 'failed', 'failed', 'answered', 'failed', 'failed']);
    expect(logged.troubles).toMatchObject(
      ['no x', 'no xy', 'no xy'].map((message) => ({ level: 50, err: { message } })),
    );
  });
});

describe('asking too fast', () => {
  test('is answered privately; buttons count, typing does not, and other people may ask', async () => {
    const row = buttonRow(customId({ command: 'ask', options: {}, effect: 'new' }));
    await start({
      commands: [fakeCommand('ask', async () => saying('a', row), { complete: async () => [] })],
      settings: { askLimit: { questions: 3, seconds: 60 } },
    });
    const member = discord.member({ guildId: GUILD });
    const message = await (await member.command('ask')).answered();
    for (const typed of ['a', 'b', 'c', 'd']) await member.autocomplete('ask', { what: typed }, 'what');
    expect((await (await member.press(message)).answered()).ephemeral).toBe(false);
    expect((await (await member.command('ask')).answered()).ephemeral).toBe(false);

    const commanded = await (await member.command('ask')).answered();
    expect(commanded.ephemeral).toBe(true);
    expect(textOf(commanded)).toMatch(/3 questions in 60 seconds/);
    const pressed = await (await member.press(message)).answered();
    expect(pressed.ephemeral).toBe(true);
    expect(textOf(message)).toBe('a');

    const other = await (await discord.member({ guildId: GUILD }).command('ask')).answered();
    expect(other.ephemeral).toBe(false);
  });
});

describe('the same question', () => {
  test('at the same moment is computed once, for everyone who asks it', async () => {
    const answering = gate();
    let computed = 0;
    await start({
      commands: [
        fakeCommand('ask', async (_, { what }) => {
          computed += 1;
          await answering.opened;
          return saying(String(what));
        }),
      ],
    });
    const ask = (what: string, more = {}) =>
      discord.member({ guildId: GUILD, ...more }).command('ask', { what });
    const replies = await Promise.all([
      ...Array.from({ length: 5 }, () => ask('a')),
      ask('b'),
      ask('a', { locale: 'es-ES' }),
      ask('a', { nsfwChannel: true }),
    ]);
    for (const reply of replies) await reply.acknowledged();
    answering.open();
    const texts = await Promise.all(replies.map(async (reply) => textOf(await reply.answered())));
    expect(texts).toEqual(['a', 'a', 'a', 'a', 'a', 'b', 'a', 'a']);
    // The four: a in English, b, a in Spanish, and a in an age-restricted channel.
    expect(computed).toBe(4);
    await (await ask('a')).answered();
    expect(computed).toBe(5);
  });
});
