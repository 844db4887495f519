import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIApplication } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../../src/database/embedded/postmaster.ts';
import { judgeApplication } from '../../../src/program/doctor/application.ts';
import { ADMIN_GUILD, GUILD, startStandIn, TOKEN } from '../../discord/test-bot.ts';
import type { StandIn } from '../../support/discord/stand-in.ts';
import { look } from './look.ts';

let discord: StandIn;
beforeAll(async () => {
  discord = await startStandIn();
});
afterEach(() => discord.faults.clear());
afterAll(() => discord.stop());

const settings = (changes: Record<string, string> = {}) => ({
  DISCORD_TOKEN: TOKEN,
  DISCORD_API_URL: discord.url,
  ...changes,
});

describe('the token', () => {
  test('that Discord accepts is all right', async () => {
    expect(await look('token', settings())).toMatchObject({
      outcome: 'ok',
      message: 'Discord accepts it: "steamscope", application 100000000000000001',
    });
  });

  test('that Discord refuses is wrong, and the checks that need it are left out', async () => {
    const wrong = settings({ DISCORD_TOKEN: 'hunter2.of.another' });
    const found = await look('token', wrong);
    expect(found).toMatchObject({ outcome: 'wrong', message: 'Discord refuses it (401)' });
    expect(found.cure).toContain('Reset Token');
    expect(JSON.stringify(found)).not.toContain('hunter2');
    for (const name of ['application', 'admin servers']) {
      expect(await look(name, wrong)).toMatchObject({ outcome: 'warning', cure: 'Mend the token first' });
    }
  });

  test.each([
    [500, 'wrong', 'Discord itself has a failure (500)'],
    [429, 'warning', 'Discord limits the number of requests (429)'],
    ['cut', 'wrong', 'Discord does not answer as it should (UND_ERR_SOCKET)'],
  ] as const)(
    'that cannot be tried, because Discord answers %s, is reported',
    async (status, outcome, message) => {
      discord.faults.failNext({ route: 'account', status });
      expect(await look('token', settings())).toMatchObject({ outcome, message });
    },
  );

  test('that Discord will not look at for an hour says so', async () => {
    discord.faults.failNext({ route: 'account', status: 429, retryAfter: 3590 });
    expect(await look('token', settings())).toMatchObject({
      outcome: 'warning',
      cure: 'Try again in 60 minutes',
    });
  });

  test('that cannot be tried, because nobody listens at DISCORD_API_URL, is reported', async () => {
    const url = `http://127.0.0.1:${await freePort()}/api`;
    expect(await look('token', settings({ DISCORD_API_URL: url }))).toMatchObject({
      outcome: 'wrong',
      message: 'Discord does not answer as it should (ECONNREFUSED)',
      cure: expect.stringContaining('DISCORD_API_URL'),
    });
  });

  test('may be missing', async () => {
    expect(await look('token', {})).toMatchObject({
      outcome: 'ok',
      message: expect.stringContaining('the page'),
    });
    await expect(look('application', {})).rejects.toThrow('0 checks');
  });
});

describe('the application', () => {
  const good = {
    id: '100000000000000001',
    flags: 0,
    bot_require_code_grant: false,
    interactions_endpoint_url: null,
    approximate_guild_count: 2,
    integration_types_config: {
      0: { oauth2_install_params: { scopes: ['applications.commands', 'bot'], permissions: '0' } },
      1: {},
    },
  };
  const judge = (changes: object) => judgeApplication({ ...good, ...changes } as unknown as APIApplication);
  const invite =
    'https://discord.com/oauth2/authorize?client_id=100000000000000001&scope=bot%20applications.commands';

  test('of the stand-in can be added to servers, by an address that is shown', async () => {
    expect(await look('application', settings())).toMatchObject({
      outcome: 'ok',
      message: expect.stringContaining(invite),
    });
    expect(judge({})).toMatchObject({ outcome: 'ok', message: expect.stringContaining(invite) });
  });

  test.each([
    ['wrong', { interactions_endpoint_url: 'https://example.org/hook' }, 'Interactions Endpoint URL'],
    ['wrong', { bot_require_code_grant: true }, 'cannot be invited by a link alone'],
    ['wrong', { integration_types_config: { 1: {} } }, 'cannot be added to a server'],
    [
      'wrong',
      {
        integration_types_config: {
          0: { oauth2_install_params: { scopes: ['applications.commands'] } },
          1: {},
        },
      },
      'its install link lacks bot',
    ],
    ['warning', { integration_types_config: { 0: {} } }, 'to their own account'],
    // Application flags of Discord's documentation: GATEWAY_GUILD_MEMBERS_LIMITED and GATEWAY_MESSAGE_CONTENT.
    ['warning', { flags: (1 << 15) | (1 << 18) }, 'does not need: Server Members, Message Content'],
    ['warning', { approximate_guild_count: 0 }, 'in no server yet'],
  ] as const)('is %s with %j', (outcome, changes, said) => {
    const found = judge(changes);
    expect(found).toMatchObject({ outcome, message: expect.stringContaining(said) });
    expect(found.cure).toBeTruthy();
  });
});

describe('the admin servers', () => {
  const elsewhere = '299999999999999999';

  test('are all right if the bot is in all of them', async () => {
    const both = settings({ DISCORD_ADMIN_GUILD_IDS: `${ADMIN_GUILD},${GUILD}` });
    expect(await look('admin servers', both)).toMatchObject({
      outcome: 'ok',
      message: 'the bot is in all 2',
    });
  });

  test('are wrong if the bot is missing from one', async () => {
    const found = await look(
      'admin servers',
      settings({ DISCORD_ADMIN_GUILD_IDS: `${ADMIN_GUILD},${elsewhere}` }),
    );
    expect(found).toMatchObject({
      outcome: 'wrong',
      message: `the bot is not in ${elsewhere}, or was invited without applications.commands`,
      cure: expect.stringContaining('client_id=100000000000000001'),
    });
  });

  test('are a warning if there are none', async () => {
    expect(await look('admin servers', settings())).toMatchObject({
      outcome: 'warning',
      cure: expect.stringContaining('DISCORD_ADMIN_GUILD_IDS'),
    });
  });
});

describe('the clock', () => {
  let server: Server;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  async function clockOf(answer: (response: ServerResponse) => void): Promise<string> {
    server = createServer((_, response) => answer(response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
  }
  const dated = (aheadMs: number) => (response: ServerResponse) => {
    response.writeHead(200, { date: new Date(Date.now() + aheadMs).toUTCString() }).end('{}');
  };

  test('that shows what Discord shows', async () => {
    expect(await look('clock', settings())).toMatchObject({ outcome: 'ok', message: 'agrees with Discord' });
  });

  test.each([
    [-600_000, /^(599|600|601) s ahead of the clock of Discord$/],
    [600_000, /^(599|600|601) s behind the clock of Discord$/],
  ])('that is off by %i ms', async (off, message) => {
    const url = await clockOf(dated(off));
    expect(await look('clock', settings({ DISCORD_API_URL: url }))).toMatchObject({
      outcome: 'warning',
      message: expect.stringMatching(message),
      cure: expect.stringContaining('timedatectl'),
    });
  });

  test('has nothing to be compared with without Discord and a database server of one’s own', async () => {
    expect(await look('clock', {})).toMatchObject({ outcome: 'ok', message: 'nothing to compare it with' });
  });
});
