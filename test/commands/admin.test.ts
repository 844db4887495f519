import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import admin from '../../src/commands/admin.ts';
import { localizedDefinition } from '../../src/commands/catalogue/localized-definition.ts';
import type {
  Administration,
  AdministrationStatus,
  Concern,
  RefreshOutcome,
  RefreshProgress,
  RefreshResult,
  WaitingDataSet,
} from '../../src/commands/contract/administration.ts';
import type { Reply } from '../../src/commands/contract/reply.ts';
import type { Bot } from '../../src/discord/bot.ts';
import { QuestionError } from '../../src/engine/data-set/question-error.ts';
import { ADMIN_GUILD, GUILD, startStandIn, startTestBot } from '../discord/test-bot.ts';
import type { MemberOptions } from '../support/discord/client-action.ts';
import type { HeldMessage } from '../support/discord/held-message.ts';
import type { Member } from '../support/discord/member.ts';
import type { StandIn } from '../support/discord/stand-in.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { seenReply } from './seen-reply.ts';

const MODERATOR = '400000000000000007';
const SINCE = new Date('2026-01-02T03:04:05Z');
const STATUS: AdministrationStatus = {
  dataSet: {
    id: 12,
    publishedAt: SINCE,
    invented: true,
    games: 3210,
    users: 45,
    libraryRows: 6789,
    reviews: 101,
    rejected: { 'no-id': 3, '*odd*': 1 },
    span: { from: '2010-10-16', to: '2015-12-31' },
  },
  sources: { games: 'games_*.gz', reviews: 'reviews.gz', libraries: 'libraries.gz' },
  waiting: null,
  running: null,
  last: { finishedAt: SINCE, outcome: 'failed' },
  nextRefresh: null,
  recentActions: [{ at: SINCE, by: MODERATOR, guildId: ADMIN_GUILD, action: 'cancel' }],
  versions: { program: '1.2.3', node: '20.19.0', postgres: '18.1' },
  startedAt: SINCE,
};
const RESULT: RefreshResult = {
  dataSet: 13,
  counts: { games: 3215, users: 45, libraryRows: 6700, reviews: 101 },
  differences: {
    games: { new: 6, gone: 1, changed: 2 },
    users: { new: 0, gone: 0, changed: 0 },
    libraryRows: { new: 11, gone: 100, changed: 1234 },
    reviews: { new: 0, gone: 0, changed: 0 },
  },
  rejected: {},
  phases: { games: 1.25, fit: 20 },
  seconds: 21.5,
};
const CONCERNS: Concern[] = [
  { kind: 'lost', what: 'reviews', before: 2000, after: 101 },
  { kind: 'rejected', source: 'games', share: 0.5, most: 0.05 },
];

/** An administration whose actions a test chooses. It works in one server. */
class FakeAdministration implements Administration {
  readonly asked: unknown[] = [];
  running: RefreshProgress | null = null;
  cancels = true;
  waiting: WaitingDataSet | null = null;
  onProgress: (progress: RefreshProgress) => void = () => {};
  end: (outcome: RefreshOutcome) => void = () => {};

  mayAdminister({ guildId, mayManageGuild }: { guildId: string | null; mayManageGuild: boolean }): boolean {
    return guildId === ADMIN_GUILD && mayManageGuild;
  }

  async status() {
    return { ...STATUS, waiting: this.waiting };
  }

  async refresh(
    by: { userId: string; guildId: string | null },
    onProgress: FakeAdministration['onProgress'],
  ) {
    this.asked.push(by);
    if (this.running !== null) return { started: false as const, running: this.running };
    this.onProgress = onProgress;
    const ended = new Promise<RefreshOutcome>((resolve) => {
      this.end = resolve;
    });
    onProgress({ by: by.userId, since: SINCE, phase: 'games', done: 0.25 });
    return { started: true as const, ended };
  }

  async cancel(by: { userId: string; guildId: string | null }) {
    this.asked.push(by);
    return this.cancels;
  }

  async decide(
    by: { userId: string; guildId: string | null },
    dataSet: number,
    decision: 'publish' | 'drop',
  ) {
    this.asked.push({ by: by.userId, dataSet, decision });
    const waited = this.waiting?.id === dataSet;
    if (waited) this.waiting = null;
    return waited;
  }
}

function fieldsOf(message: HeldMessage): Record<string, string> {
  return Object.fromEntries((message.data.embeds[0]!.fields ?? []).map(({ name, value }) => [name, value]));
}

describe('/admin', () => {
  let discord: StandIn;
  let bot: Bot;
  let administration: FakeAdministration;

  beforeEach(async () => {
    discord = await startStandIn();
    administration = new FakeAdministration();
    const definition = localizedDefinition(admin) as never;
    ({ bot } = await startTestBot(discord, {
      commands: [{ ...admin, definition }],
      settings: { adminGuildIds: [ADMIN_GUILD] },
      administration,
    }));
  });
  afterEach(async () => {
    expect(discord.violations).toEqual([]);
    await bot.stop();
    await discord.stop();
  });

  function moderator(more: MemberOptions = {}): Member {
    return discord.member({
      userId: MODERATOR,
      guildId: ADMIN_GUILD,
      permissions: PermissionFlagsBits.ManageGuild,
      ...more,
    });
  }

  test('is listed only in the servers of administrators, for those who may manage them', () => {
    expect(moderator().commands).toEqual(['admin']);
    expect(moderator({ permissions: 0n }).commands).toEqual([]);
    expect(moderator({ guildId: GUILD }).commands).toEqual([]);
  });

  test('is refused to a member who may use it only by the server’s own settings', async () => {
    const member = moderator({ permissions: 0n, overrides: ['admin'], locale: 'es-ES' });
    for (const name of ['admin status', 'admin refresh', 'admin cancel']) {
      const told = await (await member.command(name)).answered();
      expect(told.ephemeral).toBe(true);
      expect(told.data.embeds[0]!.description).toContain('administran');
    }
    expect(administration.asked).toEqual([]);
  });

  test('status shows the state of everything to the asker alone', async () => {
    const told = await (await moderator().command('admin status')).answered();
    expect(told.ephemeral).toBe(true);
    const [embed] = told.data.embeds;
    expect(embed!.title).toBe('Data set 12 is being served');
    expect(embed!.description).toContain('invented sample');
    expect(fieldsOf(told)).toEqual({
      Published: '<t:1767323045:f>\n<t:1767323045:R>',
      Contents:
        'Games: 3,210\nUsers: 45\nGames in libraries: 6,789\nReviews: 101\nReviews from Oct 16, 2010 to Dec 31, 2015',
      'Left out': '3 · the line cannot be read: no-id\n1 · the line cannot be read: \\*odd\\*',
      'Loaded from': 'Games: games\\_\\*.gz\nReviews: reviews.gz\nLibraries: libraries.gz',
      Refresh: 'No refresh is running.\nThe last one failed <t:1767323045:R>.\nNone is scheduled.',
      'Recent actions': `<t:1767323045:R> <@${MODERATOR}> stopped a refresh`,
      Program: 'Steamscope 1.2.3, Node.js 20.19.0, Postgres 18.1\nStarted <t:1767323045:R>',
    });
    expect(told.pings).toEqual([]);
  });

  test('refresh shows its progress, and in the end the changes', async () => {
    const reply = await moderator().command('admin refresh');
    const message = await reply.answered();
    expect(message.data.embeds[0]!.description).toMatch(/25\.0%\nNow: reading games/);
    administration.end({ outcome: 'published', result: RESULT });
    await reply.interaction.changes.until(
      () => (reply.interaction.edits >= 2 ? true : undefined),
      () => 'the end was not shown',
    );
    expect(message.data.embeds[0]!.title).toBe('The data was refreshed in 21.5 s');
    expect(fieldsOf(message)).toEqual({
      Contents:
        'Games: 3,215 (6 new, 1 gone, 2 changed)\nUsers: 45\nGames in libraries: 6,700 (11 new, 100 gone, 1,234 changed)\nReviews: 101',
      'Left out': 'Nothing',
      'Time per phase': 'reading games: 1.3 s\nlearning which games go together: 20 s',
    });
    expect(administration.asked).toEqual([{ userId: MODERATOR, guildId: ADMIN_GUILD }]);
  });

  describe('a data set that waits', () => {
    const WAITING: WaitingDataSet = { id: 13, since: SINCE, concerns: CONCERNS };

    test('is reported where its refresh was asked for, and can be published from there', async () => {
      const reply = await moderator({ locale: 'es-ES' }).command('admin refresh');
      const message = await reply.answered();
      administration.waiting = WAITING;
      administration.end({ outcome: 'waiting', result: RESULT, concerns: CONCERNS });
      await reply.interaction.changes.until(
        () => (message.buttons.length === 2 ? true : undefined),
        () => 'the end was not shown',
      );
      const told = message.data.embeds[0]!;
      expect(told.title).toBe('Los datos nuevos parecen incompletos y quedan en espera');
      expect(told.description).toContain('2000');
      expect(told.description).toContain('101');
      expect(told.description).toContain('50,0');
      await (await moderator({ locale: 'es-ES' }).press(message, 'Publicar de todos modos')).settled();
      expect(administration.asked.at(-1)).toEqual({ by: MODERATOR, dataSet: 13, decision: 'publish' });
      expect(message.data.embeds[0]!.description).toContain('13');
      expect(message.buttons).toEqual([]);
    });

    test('is shown by status with its faults, and can be dropped from there', async () => {
      administration.waiting = WAITING;
      const message = await (await moderator().command('admin status')).answered();
      expect(fieldsOf(message)['Data set 13 is on hold']).toBe(
        '<t:1767323045:R>\nReviews: 101 instead of 2,000\n50.0% of the games file was left out; the limit is 5.0%',
      );
      await (await moderator().press(message, 'Discard')).settled();
      expect(administration.asked.at(-1)).toEqual({ by: MODERATOR, dataSet: 13, decision: 'drop' });
      expect(message.data.embeds[0]!.description).toContain('Data set 13 was discarded.');
      expect(fieldsOf(message)['Data set 13 is on hold']).toBeUndefined();
    });

    test('can be neither published nor dropped once it waits no more', async () => {
      administration.waiting = WAITING;
      const message = await (await moderator().command('admin status')).answered();
      administration.waiting = null;
      await (await moderator().press(message, 'Publish anyway')).settled();
      expect(message.data.embeds[0]!.description).toContain('Data set 13 is no longer on hold.');
      expect(message.buttons).toEqual([]);
    });
  });

  test('refresh says when nothing has changed', async () => {
    const reply = await moderator().command('admin refresh');
    const message = await reply.answered();
    administration.end({ outcome: 'unchanged' });
    await reply.interaction.changes.until(
      () => (reply.interaction.edits >= 2 ? true : undefined),
      () => 'the end was not shown',
    );
    expect(message.data.embeds[0]!.title).toBe('Nothing has changed');
  });

  test('refresh does not start a second refresh, and names the person who started the first', async () => {
    administration.running = { by: MODERATOR, since: SINCE, phase: 'fit', done: 0.8 };
    const told = await (await moderator().command('admin refresh')).answered();
    expect(told.data.embeds[0]).toMatchObject({
      title: 'A refresh is already running',
      description: `Running: started <t:1767323045:R> by <@${MODERATOR}>.\nNow: learning which games go together (80.0%)`,
    });
  });

  test.each([
    [true, 'The refresh was stopped'],
    [false, 'No refresh is running'],
  ])('cancel says whether it has stopped a refresh: %s', async (cancels, title) => {
    administration.cancels = cancels;
    const told = await (await moderator().command('admin cancel')).answered();
    expect(told.data.embeds[0]!.title).toBe(title);
    expect(administration.asked).toEqual([{ userId: MODERATOR, guildId: ADMIN_GUILD }]);
  });
});

describe('the command', () => {
  const asker = {
    userId: MODERATOR,
    locale: 'en-US',
    guildId: ADMIN_GUILD,
    ageRestricted: false,
    mayManageGuild: true,
  };
  const context = (administration: Administration | null, progress: (reply: Reply) => void = () => {}) => ({
    dataSet: () => Promise.reject(new Error('no data set is needed')),
    asker,
    administration,
    progress,
  });

  test('is refused where there is no administration, such as in a terminal', async () => {
    const asked = admin.answer(context(null), { subcommand: 'status' });
    await expect(asked).rejects.toThrow(new QuestionError('may-not-administer', {}));
  });

  test('answers before Discord stops taking edits, however long the refresh takes', async () => {
    vi.useFakeTimers();
    try {
      const answering = admin.answer(context(new FakeAdministration()), { subcommand: 'refresh' });
      await vi.advanceTimersByTimeAsync(14 * 60_000);
      const { words } = { words: (await import('../../locales/words.ts')).Words.of('en-US') };
      const { embeds } = seenReply((await answering).reply(words));
      expect(embeds[0]!.description).toContain('/admin status');
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  test('says why a refresh failed, and that the old data stays', async () => {
    const administration = new FakeAdministration();
    const answering = admin.answer(context(administration), { subcommand: 'refresh' });
    await vi.waitUntil(() => administration.asked.length > 0, { timeout: PATIENCE_MS });
    administration.end({ outcome: 'failed', reason: 'The *games* file is empty: games.gz' });
    const { Words } = await import('../../locales/words.ts');
    const { embeds } = seenReply((await answering).reply(Words.of('es-ES')));
    expect(embeds[0]).toMatchObject({
      title: 'La actualización falló',
      description: 'The \\*games\\* file is empty: games.gz\nLos datos actuales se mantienen.',
    });
  });
});
