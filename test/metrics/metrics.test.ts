import { describe, expect, test } from 'vitest';
import { Metrics } from '../../src/metrics/metrics.ts';
import type { StandingSources } from '../../src/metrics/standing-metrics.ts';

const idle: StandingSources = {
  gateway: () => 'connected',
  queries: () => ({ running: 2, waiting: 1, connections: 8 }),
  rateLimits: () => null,
  database: async () => ({
    dataSet: {
      publishedAt: new Date(Date.now() - 3_600_000),
      summary: { games: 40, users: 30, libraryRows: 20, reviews: 10 },
    },
    refreshes: {
      ended: { published: 3, failed: 1 },
      running: true,
      phases: { games: 1.5, fit: 20 },
      confirmedAt: null,
    },
  }),
};

const metricsOf = (sources: StandingSources) =>
  new Metrics(sources, { version: '1.2.3', commands: ['ask', 'tell'] });

/** The value of each of our figures, by name and labels as they are written. */
async function figures(metrics: Metrics): Promise<Record<string, number>> {
  const { text } = await metrics.page();
  const lines = text.split('\n').filter((line) => line.startsWith('steamscope_'));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

const INTERACTION = {
  kind: 'command',
  command: 'ask',
  outcome: 'answered',
  firstAnswerMs: 20,
  ms: 300,
} as const;

describe('interactions', () => {
  test('are counted by command and outcome, also for a command that was not announced', async () => {
    const metrics = metricsOf(idle);
    metrics.count(INTERACTION);
    metrics.count({ ...INTERACTION, kind: 'component' });
    metrics.count({ ...INTERACTION, kind: 'component', outcome: 'failed' });
    metrics.count({ ...INTERACTION, command: 'added-tomorrow' });
    metrics.count({ ...INTERACTION, command: 'added-tomorrow' });
    expect(await figures(metrics)).toMatchObject({
      'steamscope_interactions_total{kind="command",command="ask",outcome="answered"}': 1,
      'steamscope_interactions_total{kind="component",command="ask",outcome="answered"}': 1,
      'steamscope_interactions_total{kind="component",command="ask",outcome="failed"}': 1,
      'steamscope_interactions_total{kind="command",command="added-tomorrow",outcome="answered"}': 2,
    });
  });

  test('have counters from the start, for every command, kind and outcome, so that the first failure is an increase', async () => {
    const metrics = metricsOf(idle);
    const counters = async () =>
      Object.entries(await figures(metrics)).filter(([name]) =>
        /^steamscope_(?:interactions|retries)/.test(name),
      );
    const before = await counters();
    // Three kinds for two commands and an unknown one, and interactions of other kinds; six outcomes and the retries.
    expect(before).toHaveLength((3 * 3 + 1) * (6 + 1));
    expect(new Set(before.map(([, value]) => value))).toEqual(new Set([0]));
    for (const kind of ['command', 'component', 'autocomplete', 'other'] as const) {
      const command = kind === 'other' ? 'unknown' : 'tell';
      metrics.count({ ...INTERACTION, kind, command, outcome: 'failed', retries: 1 });
    }
    const after = await counters();
    expect(after.map(([name]) => name)).toEqual(before.map(([name]) => name));
    expect(after.filter(([, value]) => value === 1)).toHaveLength(4 * 2);
  });

  test('that wait for a rate limit of Discord are counted by purpose', async () => {
    const of = (figure: number) => ({ 'sending a reply': figure, 'registering the commands': 0 });
    const rateLimits = () => ({ requests: of(2), secondsLeft: of(1.5), waits: of(7) });
    expect(await figures(metricsOf({ ...idle, rateLimits }))).toMatchObject({
      'steamscope_rate_limit_waiting{purpose="sending_a_reply"}': 2,
      'steamscope_rate_limit_waiting{purpose="registering_the_commands"}': 0,
      'steamscope_rate_limit_seconds{purpose="sending_a_reply"}': 1.5,
      'steamscope_rate_limit_waits_total{purpose="sending_a_reply"}': 7,
    });
  });

  test('have the number of their requests that were sent again', async () => {
    const metrics = metricsOf(idle);
    for (const retries of [0, 2, 1]) metrics.count({ ...INTERACTION, retries });
    expect(await figures(metrics)).toMatchObject({
      'steamscope_retries_total{kind="command",command="ask"}': 3,
    });
  });

  test('have their times in seconds: to the first answer, to the whole answer, and of completions', async () => {
    const metrics = metricsOf(idle);
    metrics.count(INTERACTION);
    metrics.count({ ...INTERACTION, kind: 'autocomplete', firstAnswerMs: 4, ms: 4 });
    metrics.count({ ...INTERACTION, outcome: 'too-late', firstAnswerMs: null, ms: 3000 });
    const found = await figures(metrics);
    expect(found).toMatchObject({
      'steamscope_first_answer_seconds_bucket{le="0.01",command="ask"}': 0,
      'steamscope_first_answer_seconds_bucket{le="0.025",command="ask"}': 1,
      'steamscope_first_answer_seconds_count{command="ask"}': 1,
      'steamscope_answer_seconds_bucket{le="0.25",command="ask"}': 0,
      'steamscope_answer_seconds_bucket{le="0.5",command="ask"}': 1,
      'steamscope_answer_seconds_count{command="ask"}': 1,
      'steamscope_autocomplete_seconds_bucket{le="0.01",command="ask"}': 1,
    });
    expect(found['steamscope_answer_seconds_sum{command="ask"}']).toBeCloseTo(0.3);
  });
});

describe('the state of the program', () => {
  test('is read anew for every request', async () => {
    const metrics = metricsOf(idle);
    for (const _ of [1, 2]) {
      const found = await figures(metrics);
      expect(found).toMatchObject({
        steamscope_database_up: 1,
        'steamscope_database_queries{state="running"}': 2,
        'steamscope_database_queries{state="waiting"}': 1,
        steamscope_database_connections_max: 8,
        steamscope_gateway_connected: 1,
        steamscope_refresh_running: 1,
        'steamscope_refreshes_total{outcome="published"}': 3,
        'steamscope_refreshes_total{outcome="failed"}': 1,
        'steamscope_refreshes_total{outcome="killed"}': 0,
        [`steamscope_build_info{version="1.2.3",node="${process.versions.node}"}`]: 1,
        'steamscope_refresh_phase_seconds{phase="fit"}': 20,
        'steamscope_data_set_rows{of="library_rows"}': 20,
      });
      expect(found.steamscope_data_set_age_seconds).toBeGreaterThanOrEqual(3600);
      expect(found.steamscope_data_set_age_seconds).toBeLessThan(3700);
    }
  });

  test('counts the age of the data from the last refresh that found nothing to change', async () => {
    const { dataSet, refreshes } = await idle.database();
    const confirmed = (secondsAgo: number) =>
      metricsOf({
        ...idle,
        database: async () => ({
          dataSet,
          refreshes: { ...refreshes, confirmedAt: new Date(Date.now() - 1000 * secondsAgo) },
        }),
      });
    const age = async (metrics: Metrics) => (await figures(metrics)).steamscope_data_set_age_seconds;
    expect(await age(confirmed(600))).toBeLessThan(700);
    // A data set that was published after such a refresh is younger.
    expect(await age(confirmed(9000))).toBeLessThan(3700);
  });

  test('leaves out unknown figures, without a token or a database', async () => {
    const found = await figures(
      metricsOf({ ...idle, gateway: () => null, database: () => Promise.reject(new Error('away')) }),
    );
    expect(found.steamscope_database_up).toBe(0);
    expect(found['steamscope_database_queries{state="running"}']).toBe(2);
    expect(Object.keys(found).join()).not.toMatch(/gateway|data_set|refresh/);
  });

  test('shows 0 if the gateway is not connected', async () => {
    const found = await figures(metricsOf({ ...idle, gateway: () => 'connecting' }));
    expect(found.steamscope_gateway_connected).toBe(0);
  });

  test('has no data set before the first', async () => {
    const none = {
      dataSet: null,
      refreshes: { ended: {}, running: false, phases: {}, confirmedAt: null },
    };
    const found = await figures(metricsOf({ ...idle, database: async () => none }));
    expect(found).toMatchObject({ steamscope_database_up: 1, steamscope_refresh_running: 0 });
    expect(Object.keys(found).join()).not.toContain('data_set');
  });
});

test('figures of Node are there too: memory, and the delay of the event loop', async () => {
  const { text, contentType } = await metricsOf(idle).page();
  expect(contentType).toContain('text/plain');
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
  expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
});
