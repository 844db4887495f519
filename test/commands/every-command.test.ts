import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOCALES } from '../../locales/locales.ts';
import { Words } from '../../locales/words.ts';
import { allCommands } from '../../src/commands/catalogue/catalogue.ts';
import type { Administration, AdministrationStatus } from '../../src/commands/contract/administration.ts';
import type { Asker } from '../../src/commands/contract/asker.ts';
import type { AnyCommand, CommandAnswer, Example } from '../../src/commands/contract/command.ts';
import { type Option, SUBCOMMAND } from '../../src/commands/contract/options.ts';
import type { PersonalData } from '../../src/commands/contract/privacy.ts';
import { QuestionError } from '../../src/engine/data-set/question-error.ts';
import { renderTable } from '../../src/program/terminal/table.ts';
import { checkChoices } from '../support/discord/message-limits.ts';
import { game, library, lines, review, reviewer } from '../support/raw-files.ts';
import { expectHarmless, NAMES as HOSTILE, MODERATOR, MOMENT, textsOf, userOf } from './hostile-names.ts';
import { layoutPictures, layoutTexts, type SeenReply, seenReply } from './seen-reply.ts';
import { type Answering, answeringFrom } from './small-data-set.ts';

/**
 * Promises that every command keeps. The commands come from the catalogue and their options from their definitions, so a
 * new command is tested here without any change to this file.
 */
const commands = [...(await allCommands()).values()];

const NAMES = [...HOSTILE, '[free games](https://evil.example) @everyone'];

/** Tags that must not appear in a channel where children may read. */
const ADULT_TAGS = ['Hentai', 'Sexual Content', 'NSFW', 'Nudity'];
/** A word that stands in every name of a game for adults. */
const ADULT_NAME = 'Zzadultzz';
const FOR_ADULTS = new RegExp([...ADULT_TAGS, ADULT_NAME].join('|'), 'i');

const FIRST_ID = 500;
const FIRST_YEAR = 1990;
const yearOf = (i: number) => FIRST_YEAR + i;
/** Tags that push an adult tag so far down that its game does not count as one for adults. */
const COMMON_TAGS = Array.from({ length: 8 }, (_, i) => `Common ${i}`);

/** Raw files with hostile names in every place: games and their series, developers, genres, tags and users. */
function hostileFiles() {
  const games = NAMES.flatMap((name, i) => {
    const shared = { developer: name, release_date: `${yearOf(i)}-01-01` };
    return [
      game(FIRST_ID + 3 * i, {
        ...shared,
        app_name: name,
        genres: ['Action', `Genre of ${name}`],
        tags: [`Tag of ${name}`, ...COMMON_TAGS, 'Nudity', 'NSFW'],
      }),
      game(FIRST_ID + 3 * i + 1, {
        ...shared,
        app_name: `${name} 2`,
        genres: ['Strategy', `Genre of ${name}`],
        tags: [`Tag of ${name}`, ...COMMON_TAGS, 'Nudity'],
      }),
      game(FIRST_ID + 3 * i + 2, {
        ...shared,
        app_name: `${ADULT_NAME} ${name}`,
        genres: ['Action', `Genre of ${name}`],
        tags: ['Hentai', 'Sexual Content', `Tag of ${name}`, ...COMMON_TAGS],
      }),
    ];
  });
  // The games that the examples name, so that these get an answer.
  const named = ['Portal 2', 'Terraria'].map((app_name, i) =>
    game(100 + i, { app_name, developer: 'Valve', tags: ['Nudity', ...COMMON_TAGS].toReversed() }),
  );
  const played = (i: number) => ({
    [FIRST_ID + 3 * i]: 600,
    [FIRST_ID + 3 * i + 1]: 20,
    [FIRST_ID + 3 * i + 2]: 60,
    [FIRST_ID + 3 * ((i + 1) % NAMES.length)]: 0,
    100: 30,
    101: 30,
  });
  return {
    games: lines(...games, ...named),
    libraries: lines(...NAMES.map((name, i) => library(userOf(name), played(i)))),
    reviews: lines(
      ...NAMES.map((name, i) =>
        reviewer(
          userOf(name),
          ...[yearOf(i), 2013, 2015].flatMap((year) =>
            [0, 2].flatMap((place) => [
              review(FIRST_ID + 3 * i + place, { posted: `Posted March 1, ${year}.` }),
              review(FIRST_ID + 3 * i + place, {
                recommend: false,
                review: 'awful, terrible, bad',
                posted: `Posted March 2, ${year}.`,
              }),
            ]),
          ),
        ),
      ),
    ),
  };
}

const evil = (i: number) => NAMES[i % NAMES.length]!;
const COUNTS = { games: 1234, users: 5, libraryRows: 6, reviews: 7 };
const REJECTED = Object.fromEntries(NAMES.map((name, i) => [name, i + 1]));
const STATUS: AdministrationStatus = {
  dataSet: {
    id: 2,
    publishedAt: MOMENT,
    invented: true,
    rejected: REJECTED,
    span: { from: '2010-01-01', to: '2016-02-03' },
    ...COUNTS,
  },
  waiting: {
    id: 4,
    since: MOMENT,
    concerns: [
      { kind: 'lost', what: 'games', before: 10_000, after: 20 },
      { kind: 'rejected', source: 'reviews', share: 0.5, most: 0.1 },
    ],
  },
  sources: { games: evil(1), reviews: evil(3), libraries: evil(7) },
  running: { by: MODERATOR, since: MOMENT, phase: evil(1), done: 0.5 },
  last: { finishedAt: MOMENT, outcome: 'published' },
  nextRefresh: MOMENT,
  recentActions: [MODERATOR, 'terminal', evil(1), evil(7)].map((by) => ({
    at: MOMENT,
    by,
    guildId: null,
    action: 'refresh',
  })),
  versions: { program: evil(1), node: '20.19.0', postgres: evil(8) },
  startedAt: MOMENT,
};

/** An administration whose every text is hostile. */
const administration: Administration = {
  mayAdminister: () => true,
  status: async () => STATUS,
  refresh: async () => ({
    started: true,
    ended: Promise.resolve({ outcome: 'failed', reason: evil(7) }),
  }),
  cancel: async () => true,
  decide: async () => true,
};

const personalData: PersonalData = {
  of: async () => ({
    actions: NAMES.slice(0, 8).map((name) => ({ at: MOMENT, guildId: name, action: name })),
    others: Object.fromEntries(
      ['refreshes', ...NAMES.slice(8)].map((kind) => [kind, [{ startedAt: MOMENT }]]),
    ),
  }),
  erase: async () => 8,
};

let asked: Answering;
beforeAll(async () => {
  asked = await answeringFrom(hostileFiles(), { administration, personalData });
});
afterAll(() => asked.remove());

type Given = Record<string, unknown>;

/** The options of a command: typed ones, and those that only a button sets. */
function optionsOf({ definition, byCaller }: AnyCommand): (Option & { autocomplete?: boolean })[] {
  const options = (definition.options ?? []) as readonly Option[];
  const subcommands = options.filter(({ type }) => type === ApplicationCommandOptionType.Subcommand);
  if (subcommands.length === 0) return [...options, ...byCaller];
  const choices = subcommands.map(({ name }) => ({ value: name }));
  return [
    { type: ApplicationCommandOptionType.String, name: SUBCOMMAND, required: true, choices },
    ...byCaller,
  ];
}

/** Values for an option, many of them hostile names. */
async function valuesOf(
  command: AnyCommand,
  option: ReturnType<typeof optionsOf>[number],
  asker: Partial<Asker>,
): Promise<readonly (string | number | boolean)[]> {
  if (option.choices !== undefined) return option.choices.map(({ value }) => value);
  if (option.type === ApplicationCommandOptionType.Boolean) return [false];
  if (option.type === ApplicationCommandOptionType.Integer) {
    return [...NAMES.map((_, i) => yearOf(i)), 2013, 2015, 1, 2, 0, -1, 99_999];
  }
  const names = NAMES.map(userOf);
  if (!option.autocomplete) return [...names, ...names.map((name) => `${name}q`)];
  const { name } = command.definition;
  const offered = await Promise.all(
    NAMES.map(
      async (typed) => (await asked.complete(name, option.name, typed.slice(0, 40), asker))[0]?.value,
    ),
  );
  return [
    ...offered.filter((value) => value !== undefined),
    // Names with a typo: the error repeats them and offers the real ones in a menu.
    ...everyFourth(names.map((typed) => `${typed}q`)),
    ...ADULT_TAGS.map((tag) => `${tag}q`),
  ];
}

function everyFourth<T>(all: readonly T[]): T[] {
  return all.filter((_, i) => i % 4 === 0);
}

/** Questions that give each option all of its values, or every fourth of them if it can be left out. */
async function questionsOf(command: AnyCommand, asker: Partial<Asker>): Promise<Given[]> {
  const valued = await Promise.all(
    optionsOf(command).map(async (option) => ({ option, values: await valuesOf(command, option, asker) })),
  );
  const always = valued.filter(({ option }) => option.required === true);
  const sometimes = valued.filter(({ option }) => option.required !== true);
  const at = (values: readonly unknown[], i: number) => values[i % values.length];
  const base = (i: number): Given =>
    Object.fromEntries(always.map(({ option, values }) => [option.name, at(values, i)]));
  const longest = (of: typeof valued) => Math.max(1, ...of.map(({ values }) => values.length));
  return [
    ...((command.examples ?? []) as readonly Example[]),
    ...Array.from({ length: longest(always) }, (_, i) => base(i)),
    // An option that can be left out is added to an example, so that the question has an answer.
    ...sometimes.flatMap(({ option, values }) =>
      everyFourth(values).map((value, i) => ({
        ...(i % 2 === 0 ? command.examples?.[0] : base(i)),
        [option.name]: value,
      })),
    ),
  ];
}

interface Answered {
  options: Given;
  /** Null if the question has no answer. */
  answer: CommandAnswer | null;
  reply: SeenReply;
}

async function askAll(command: AnyCommand, asker: Partial<Asker>): Promise<Answered[]> {
  const { name } = command.definition;
  const questions = await questionsOf(command, asker);
  return Promise.all(
    questions.map(async (options) => {
      try {
        const answer = await asked.answer(name, options, asker);
        return { options, answer, reply: seenReply(answer.reply(Words.of(asker.locale ?? 'en-US'))) };
      } catch (error) {
        if (!(error instanceof QuestionError)) throw error;
        return { options, answer: null, reply: await asked.reply(name, options, asker) };
      }
    }),
  );
}

/** Checks that no text, link or picture reveals a game or a tag for adults. A typed word may be repeated. */
function expectNothingForAdults({ options, reply }: Answered): void {
  const typed = Object.values(options).map(String);
  if (typed.some((value) => FOR_ADULTS.test(value))) return;
  for (const text of textsOf(reply)) expect(text, JSON.stringify(options)).not.toMatch(FOR_ADULTS);
  const linked = layoutTexts(reply).flatMap((text) => text.match(/https:\/\/[^\s)]+/g) ?? []);
  const addresses = [
    ...reply.embeds.flatMap(({ url, thumbnail }) => [url, thumbnail?.url]),
    ...linked,
    ...layoutPictures(reply),
  ];
  for (const address of addresses) {
    const id = Number(/\/(\d+)\//.exec(address ?? '')?.[1] ?? 0);
    if (id >= FIRST_ID) expect((id - FIRST_ID) % 3, `${address} is of a game for adults`).not.toBe(2);
  }
  if (reply.picture !== undefined) expect(JSON.stringify(reply.picture)).not.toMatch(FOR_ADULTS);
}

/** Checks that an answer in a terminal stays within its lines and has no control characters. */
function expectPrintable(answer: CommandAnswer, locale: string): void {
  const table = answer.table(Words.of(locale));
  const { title, columns, empty = '', notes } = table;
  for (const text of [title, ...columns.map(({ heading }) => heading), empty, ...notes]) {
    expect(text).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u);
  }
  expect(renderTable(table).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
}

/** The most components pressed for one command and asker, so that many pages take no longer than few. */
const MOST_PRESSED = 15;

async function pressAll(replies: readonly SeenReply[], asker: Partial<Asker>): Promise<SeenReply[]> {
  const presses = new Map<string, string | undefined>();
  for (const { components } of replies.flatMap((reply) => reply.components)) {
    for (const component of components) {
      if (component.disabled !== true) {
        const chosen = 'options' in component ? component.options[0]?.value : undefined;
        presses.set(component.custom_id, chosen);
      }
    }
  }
  const some = [...presses].slice(0, MOST_PRESSED);
  return Promise.all(some.map(([id, chosen]) => asked.press(id, chosen, asker)));
}

const LANGUAGES = [...new Set(LOCALES.map((locale) => locale.slice(0, 2)))].map(
  (language) => LOCALES.find((locale) => locale.startsWith(language))!,
);

describe.each(commands.map((command) => [command.definition.name, command] as const))(
  '/%s',
  (name, command) => {
    describe.each(LANGUAGES)('in %s', (locale) => {
      test('no name in a reply is markup, a mention or a link; no game for adults is named; a terminal is safe', async () => {
        const asker = { locale };
        const all = await askAll(command, asker);
        for (const { reply } of all) expectHarmless(reply);
        for (const answered of all) expectNothingForAdults(answered);
        for (const { answer } of all) if (answer !== null) expectPrintable(answer, locale);
        const replies = all.map(({ reply }) => reply);
        for (const reply of await pressAll(replies, asker)) expectHarmless(reply);
      });

      test('the same holds where the channel is age-restricted', async () => {
        const asker = { locale, ageRestricted: true };
        for (const { reply } of await askAll(command, asker)) expectHarmless(reply);
      });
    });

    test('every example gets an answer with content', async () => {
      for (const options of command.examples ?? []) {
        const { embeds, layout } = seenReply((await asked.answer(name, options)).reply(Words.of('en-US')));
        expect(embeds.length + (layout?.length ?? 0)).toBeGreaterThan(0);
      }
    });

    const completed = optionsOf(command).filter(({ autocomplete }) => autocomplete === true);
    test('completion offers only choices that Discord accepts, none for adults', async () => {
      for (const { name: option } of completed) {
        for (const typed of ['', ...NAMES, ...ADULT_TAGS, ADULT_NAME]) {
          const choices = await asked.complete(name, option, typed.slice(0, 60));
          expect(checkChoices([], { choices }, 'string')).toEqual([]);
          for (const { name: shown } of choices) {
            expect(shown).not.toMatch(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\p{Cc}]/u);
            expect(shown).not.toMatch(FOR_ADULTS);
          }
        }
      }
    });
  },
);
