import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Words } from '../../locales/words.ts';
import { localizedDefinition } from '../../src/commands/catalogue/localized-definition.ts';
import privacy from '../../src/commands/privacy.ts';
import { recentModeratorActions, recordModeratorAction } from '../../src/community/moderator-actions.ts';
import type { Bot } from '../../src/discord/bot.ts';
import { personalDataIn } from '../../src/program/personal-data.ts';
import { ADMIN_GUILD, GUILD, startStandIn, startTestBot } from '../discord/test-bot.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import type { HeldMessage } from '../support/discord/held-message.ts';
import type { StandIn } from '../support/discord/stand-in.ts';
import { seenReply } from './seen-reply.ts';
import { ASKER } from './small-data-set.ts';

const ONE = '400000000000000001';
const OTHER = '400000000000000002';

let database: TestDatabase;
let discord: StandIn;
let bot: Bot;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.remove());

beforeEach(async () => {
  discord = await startStandIn();
  ({ bot } = await startTestBot(discord, {
    commands: [{ ...privacy, definition: localizedDefinition(privacy) as never }],
    personalData: personalDataIn(database),
  }));
  await database.direct`truncate steamscope.moderator_actions`;
  await record(ONE, 'refresh');
  await record(OTHER, 'cancel');
  await record(ONE, 'cancel');
});
afterEach(async () => {
  expect(discord.violations).toEqual([]);
  await bot.stop();
  await discord.stop();
});

function record(by: string, action: 'refresh' | 'cancel'): Promise<number> {
  return recordModeratorAction(database.answers, { by, guildId: ADMIN_GUILD, action });
}

const member = (userId: string, locale = 'en-US') => discord.member({ userId, guildId: GUILD, locale });

function fileOf(message: HeldMessage): unknown {
  return JSON.parse(Buffer.from(message.files.get('steamscope.json')!.bytes).toString());
}

test('shows the stored data to the asker alone, in their language', async () => {
  const told = await (await member(ONE).command('privacy')).answered();
  expect(told.ephemeral).toBe(true);
  expect(JSON.stringify(told.data.embeds)).toContain('reviews without their text');
  const inSpanish = await (await member(ONE, 'es-419').command('privacy')).answered();
  expect(JSON.stringify(inSpanish.data.embeds)).toContain('reseñas sin el texto');
});

test('shows every row about the person who presses, and none about others', async () => {
  const person = member(ONE);
  const told = await (await person.command('privacy')).answered();
  const shown = await (await person.press(told, 'Show my data')).answered();
  expect(shown.ephemeral).toBe(true);
  expect(shown.data.embeds[0]!.title).toContain('2 actions');
  expect(shown.data.embeds[0]!.description).toMatch(
    new RegExp(
      `^<t:\\d+:f>: you started a refresh; server ${ADMIN_GUILD}\n<t:\\d+:f>: you stopped a refresh; server ${ADMIN_GUILD}$`,
    ),
  );
  expect(fileOf(shown)).toEqual({
    discordUser: ONE,
    actions: [
      expect.objectContaining({ action: 'refresh', guildId: ADMIN_GUILD }),
      expect.objectContaining({ action: 'cancel', guildId: ADMIN_GUILD }),
    ],
  });
});

test('puts all of it in the file, however much there is', async () => {
  for (let count = 0; count < 30; count++) await record(ONE, 'refresh');
  const person = member(ONE);
  const told = await (await person.command('privacy')).answered();
  const shown = await (await person.press(told, 'Show my data')).answered();
  expect(shown.data.embeds[0]!.title).toContain('32 actions');
  expect(fileOf(shown)).toMatchObject({ actions: { length: 32 } });
});

test('deletes only after a confirmation, and only the rows of the person who confirms', async () => {
  const person = member(ONE);
  const told = await (await person.command('privacy')).answered();
  const asked = await (await person.press(told, 'Delete my data')).answered();
  expect(asked.ephemeral).toBe(true);
  expect(asked.data.embeds[0]!.title).toContain('Delete 2 actions for good?');
  expect(await recentModeratorActions(database.answers, 10)).toHaveLength(3);

  const deleted = await (await person.press(asked, 'Yes, delete it for good')).answered();
  expect(deleted.data.embeds[0]!.title).toContain('Deleted: 2 actions');
  expect(await recentModeratorActions(database.answers, 10)).toMatchObject([{ by: OTHER, action: 'cancel' }]);
  const shown = await (await person.press(told, 'Show my data')).answered();
  expect(shown.data.embeds[0]!.title).toContain('Nothing is recorded about you');
  expect(shown.buttons).toEqual([]);
});

test('the person who started a running refresh is shown to them, and can be deleted', async () => {
  await database.direct`
    insert into steamscope.refreshes (outcome, started_by) values ('running', ${ONE}), ('running', ${OTHER})`;
  const person = member(ONE);
  const told = await (await person.command('privacy')).answered();
  const shown = await (await person.press(told, 'Show my data')).answered();
  expect(shown.data.embeds[0]!.description).toMatch(/\n1 refresh that you started and that still runs$/);
  expect(fileOf(shown)).toMatchObject({
    actions: { length: 2 },
    refreshes: [{ outcome: 'running', startedAt: expect.any(String) }],
  });

  const asked = await (await person.press(told, 'Delete my data')).answered();
  const deleted = await (await person.press(asked, 'Yes, delete it for good')).answered();
  expect(deleted.data.embeds[0]!.title).toContain('Deleted: 2 actions');
  const named = await database.direct`select started_by from steamscope.refreshes order by id`;
  expect(named).toEqual([{ started_by: 'moderator' }, { started_by: OTHER }]);
  await database.direct`truncate steamscope.refreshes`;
});

test('two people who ask at the same moment each see only their own data', async () => {
  const people = [member(ONE), member(OTHER)];
  const told = await Promise.all(people.map(async (person) => (await person.command('privacy')).answered()));
  const replies = await Promise.all(
    people.map((person, place) => person.press(told[place]!, 'Show my data')),
  );
  const files = (await Promise.all(replies.map((reply) => reply.answered()))).map(fileOf);
  expect(files).toMatchObject([
    { discordUser: ONE, actions: { length: 2 } },
    { discordUser: OTHER, actions: { length: 1 } },
  ]);
});

test('without a Discord id it says so, and offers no button, whatever is asked', async () => {
  const context = {
    dataSet: () => Promise.reject(new Error('no data set is needed')),
    asker: ASKER,
    administration: null,
    progress: null,
  };
  for (const step of [undefined, 'show', 'delete-now']) {
    const answer = await privacy.answer(context, { step });
    const words = Words.of('en-US');
    const { embeds, components } = seenReply(answer.reply(words));
    expect(embeds[0]).toMatchObject({
      footer: { text: expect.stringContaining('I cannot tell who you are here') },
    });
    expect(components).toEqual([]);
    expect(answer.table(words).empty).toContain('I cannot tell who you are here');
  }
});
