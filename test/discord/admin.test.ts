import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import admin from '../../src/commands/admin.ts';
import type {
  Administration,
  AdministrationStatus,
  RefreshOutcome,
  RefreshProgress,
} from '../../src/commands/framework/administration.ts';
import { localizedDefinition } from '../../src/commands/framework/localized-definition.ts';
import type { Reply } from '../../src/commands/framework/reply.ts';
import type { Bot } from '../../src/discord/bot.ts';
import { QuestionError } from '../../src/engine/question-error.ts';
import type { HeldMessage } from '../support/discord/held-message.ts';
import type { Member, MemberOptions } from '../support/discord/member.ts';
import type { StandIn } from '../support/discord/stand-in.ts';
import { ADMIN_GUILD, GUILD, startStandIn, startTestBot } from './test-bot.ts';

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
  running: null,
  last: { finishedAt: SINCE, outcome: 'failed' },
  nextRefresh: null,
  recentActions: [{ at: SINCE, by: MODERATOR, guildId: ADMIN_GUILD, action: 'cancel' }],
  versions: { program: '1.2.3', node: '20.19.0', postgres: '18.1' },
  startedAt: SINCE,
};
const PUBLISHED: RefreshOutcome = {
  outcome: 'published',
  counts: {
    games: { before: 3210, after: 3215 },
    users: { before: 45, after: 45 },
    libraryRows: { before: 6789, after: 6700 },
    reviews: { before: null, after: 101 },
  },
  rejected: {},
  phases: { games: 1.25, fit: 20 },
  seconds: 21.5,
  reason: null,
};

/** Administers in one server, and does what a test says. */
class FakeAdministration implements Administration {
  readonly asked: unknown[] = [];
  running: RefreshProgress | null = null;
  cancels = true;
  onProgress: (progress: RefreshProgress & { fraction: number }) => void = () => {};
  end: (outcome: RefreshOutcome) => void = () => {};

  mayAdminister({ guildId, mayManageGuild }: { guildId: string | null; mayManageGuild: boolean }): boolean {
    return guildId === ADMIN_GUILD && mayManageGuild;
  }

  async status() {
    return STATUS;
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
    onProgress({ by: by.userId, since: SINCE, phase: 'games', fraction: 0.25 });
    return { started: true as const, ended };
  }

  async cancel(by: { userId: string; guildId: string | null }) {
    this.asked.push(by);
    return this.cancels;
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

  test('is refused to a member whom only the server’s own settings let use it', async () => {
    const member = moderator({ permissions: 0n, overrides: ['admin'], locale: 'es-ES' });
    for (const name of ['admin status', 'admin refresh', 'admin cancel']) {
      const told = await (await member.command(name)).answered();
      expect(told.ephemeral).toBe(true);
      expect(told.data.embeds[0]!.description).toContain('administran');
    }
    expect(administration.asked).toEqual([]);
  });

  test('status tells how all stands, to the asker alone', async () => {
    const told = await (await moderator().command('admin status')).answered();
    expect(told.ephemeral).toBe(true);
    const [embed] = told.data.embeds;
    expect(embed!.title).toBe('Data set 12 is being served');
    expect(embed!.description).toContain('invented sample');
    expect(fieldsOf(told)).toEqual({
      Published: '<t:1767323045:f>\n<t:1767323045:R>',
      'What it holds':
        'Games: 3,210\nUsers: 45\nGames in libraries: 6,789\nReviews: 101\nReviews from Oct 16, 2010 to Dec 31, 2015',
      'Left out': '3 · no-id\n1 · \\*odd\\*',
      'Loaded from': 'Games: games\\_\\*.gz\nReviews: reviews.gz\nLibraries: libraries.gz',
      Refreshing: 'None is running.\nThe last one failed <t:1767323045:R>.\nNone is scheduled.',
      'Who did what': `<t:1767323045:R> <@${MODERATOR}> stopped a refresh`,
      Program: 'Steamscope 1.2.3, Node.js 20.19.0, Postgres 18.1\nStarted <t:1767323045:R>',
    });
    expect(told.pings).toEqual([]);
  });

  test('refresh shows how far it is, and in the end what has changed', async () => {
    const reply = await moderator().command('admin refresh');
    const message = await reply.answered();
    expect(message.data.embeds[0]!.description).toMatch(/25\.0%\nNow: reading games/);
    administration.end(PUBLISHED);
    await reply.interaction.changes.until(
      () => (reply.interaction.edits >= 2 ? true : undefined),
      () => 'the end was not shown',
    );
    expect(message.data.embeds[0]!.title).toBe('The data was refreshed in 21.5 s');
    expect(fieldsOf(message)).toEqual({
      'What it holds': 'Games: 3,215 (+5)\nUsers: 45\nGames in libraries: 6,700 (−89)\nReviews: 101',
      'Left out': 'Nothing',
      'What took how long': 'reading games: 1.3 s\nlearning what goes with what: 20 s',
    });
    expect(administration.asked).toEqual([{ userId: MODERATOR, guildId: ADMIN_GUILD }]);
  });

  test('refresh starts no second one, and says who started the first', async () => {
    administration.running = { by: MODERATOR, since: SINCE, phase: 'fit' };
    const told = await (await moderator().command('admin refresh')).answered();
    expect(told.data.embeds[0]).toMatchObject({
      title: 'A refresh is running already',
      description: `Running since <t:1767323045:R>, started by <@${MODERATOR}>.\nNow: learning what goes with what`,
    });
  });

  test.each([
    [true, 'The refresh was stopped'],
    [false, 'No refresh of this program is running'],
  ])('cancel says whether one was stopped: %s', async (cancels, title) => {
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

  test('is refused where nobody administers, such as in a terminal', async () => {
    const asked = admin.answer(context(null), { subcommand: 'status' });
    await expect(asked).rejects.toThrow(new QuestionError('may-not-administer', {}));
  });

  test('answers before Discord takes no more edits, however long the refresh takes', async () => {
    vi.useFakeTimers();
    try {
      const answering = admin.answer(context(new FakeAdministration()), { subcommand: 'refresh' });
      await vi.advanceTimersByTimeAsync(14 * 60_000);
      const { words } = { words: (await import('../../locales/words.ts')).Words.of('en-US') };
      const { embeds } = (await answering).reply(words);
      expect(embeds[0]!.description).toContain('/admin status');
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  test('tells why a refresh failed, and that the old data stays', async () => {
    const administration = new FakeAdministration();
    const answering = admin.answer(context(administration), { subcommand: 'refresh' });
    await vi.waitUntil(() => administration.asked.length > 0);
    administration.end({ ...PUBLISHED, outcome: 'failed', reason: 'The *games* file is empty: games.gz' });
    const { Words } = await import('../../locales/words.ts');
    const { embeds } = (await answering).reply(Words.of('es-ES'));
    expect(embeds[0]).toMatchObject({
      title: 'La actualización falló',
      description: 'The \\*games\\* file is empty: games.gz\nLos datos que había se quedan.',
    });
  });
});
