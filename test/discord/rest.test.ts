import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { RateLimitWaits } from '../../src/discord/rate-limit-waits.ts';
import { RestClients } from '../../src/discord/rest.ts';
import type { StandIn } from '../support/discord/stand-in.ts';
import { KeptLog, startStandIn, TOKEN } from './test-bot.ts';

const COMMANDS = '/applications/100000000000000001/commands';

describe('a request that Discord limits', () => {
  let discord: StandIn;
  let logged: KeptLog;
  let clients: RestClients;
  beforeEach(async () => {
    discord = await startStandIn();
    logged = new KeptLog();
    clients = new RestClients({ apiUrl: discord.url, token: TOKEN }, logged.log);
  });
  afterEach(() => discord.stop());

  test('for ten minutes is told: what waits and until when, without ids and tokens', async () => {
    discord.faults.failNext({ route: 'commands', status: 429, retryAfter: 600 });
    const asked = clients.client('registering the commands').get(COMMANDS);
    asked.catch(() => {});
    const [warning] = await logged.trouble();
    expect(warning).toMatchObject({ level: 40, until: expect.any(String) });
    expect(warning!.msg).toMatch(/^Discord's rate limit: registering the commands waits until \d{4}-.*Z$/);
    expect(JSON.stringify(warning)).not.toMatch(/100000000000000001|a-token/);
    expect(Math.abs(Number(warning!.seconds) - 600)).toBeLessThan(60);
    const report = clients.waits.report();
    expect(report).toMatchObject({ blocking: true, requests: { 'registering the commands': 1 } });
    expect(report.waiting).toMatch(/^waits for a rate limit until \d{4}-.*Z: registering the commands$/);
  });

  test.each([
    ['a callback', '/interactions/1/abc/callback', 'post', 'callback'],
    ['an edit', '/webhooks/100000000000000001/abc/messages/@original', 'patch', 'edit'],
  ] as const)(
    'for a moment, such as %s, waits no longer once it is answered',
    async (_, path, method, route) => {
      discord.faults.failNext({ route, status: 429, retryAfter: 0.01 });
      await clients
        .client('sending a reply')
        [method](path, { auth: false, body: {} })
        .catch(() => {});
      const report = clients.waits.report();
      expect(report).toMatchObject({ waiting: null, blocking: false, waits: { 'sending a reply': 1 } });
      expect(logged.troubles).toEqual([]);
    },
  );

  test('for longer than its client allows fails at once', async () => {
    discord.faults.failNext({ route: 'commands', status: 429, retryAfter: 5 });
    const client = clients.client('sending a reply', { longestWaitMs: 4000 });
    await expect(client.get(COMMANDS)).rejects.toMatchObject({ retryAfter: expect.any(Number) });
    expect(clients.waits.report().waiting).toBeNull();
  });

  test('for 300 years, which no timer of JavaScript can wait, fails at once', async () => {
    discord.faults.failNext({ route: 'commands', status: 429, retryAfter: 1e10 });
    await expect(clients.client('registering the commands').get(COMMANDS)).rejects.toThrow();
  });

  test('is not sent any more after a stop, unless it belongs to an answer', async () => {
    clients.stop();
    await expect(clients.client('registering the commands').get(COMMANDS)).rejects.toThrow('is stopping');
    expect(discord.requests).toEqual([]);
    await clients.client('sending a reply').get(COMMANDS);
    expect(discord.requests).toHaveLength(1);
  });
});

describe('the warnings about waits', () => {
  let logged: KeptLog;
  let waits: RateLimitWaits;
  beforeEach(() => {
    vi.useFakeTimers();
    logged = new KeptLog();
    waits = new RateLimitWaits(logged.log);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('are one for many requests that wait together', () => {
    for (let n = 0; n < 100; n++) waits.begin('sending a reply', `edit ${n}`, 5000);
    expect(logged.troubles).toHaveLength(1);
    expect(waits.report()).toMatchObject({ blocking: false, requests: { 'sending a reply': 100 } });
  });

  test('tell each wait of a row of long ones', () => {
    for (let n = 0; n < 3; n++) {
      waits.begin('registering the commands', 'GET x', 60_000);
      vi.advanceTimersByTime(60_000);
    }
    expect(logged.troubles).toHaveLength(3);
  });

  test('tell an endless row of waits that are each too short for a warning, and do not flood the log', () => {
    for (let n = 0; n < 2000; n++) {
      waits.begin('registering the commands', 'GET x', 50);
      vi.advanceTimersByTime(50);
    }
    // 100 seconds together: told after 1, 2, 4, … 64 seconds.
    expect(logged.troubles).toHaveLength(7);
    expect(waits.report().blocking).toBe(true);
  });

  test('end with the answer of Discord, and with a request that was given up', () => {
    waits.begin('registering the commands', 'GET x', 60_000);
    waits.end('GET x');
    expect(waits.report().waiting).toBeNull();
    waits.begin('registering the commands', 'GET x', 60_000);
    expect(logged.troubles).toHaveLength(2);
    vi.advanceTimersByTime(120_000);
    expect(waits.report().waiting).toBeNull();
  });
});
