import type { JsonObject } from './json.ts';
import type { Route } from './rest-server.ts';

export interface Account {
  applicationId: string;
  /** The bot's own user. */
  user: JsonObject;
  /** The number of servers that the bot is in. */
  guilds(): number;
  shards: number;
  gatewayUrl(): string;
  /** The number of identifications left today. */
  sessionStartsLeft(): number;
}

/** The routes on which a library reads about the bot itself, before and after it logs in. */
export function accountRoutes(account: Account): Route[] {
  const application = () => ({
    id: account.applicationId,
    name: account.user.username,
    icon: null,
    description: '',
    summary: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    approximate_guild_count: account.guilds(),
    bot: account.user,
    integration_types_config: { 0: {}, 1: {} },
  });
  return [
    {
      name: 'gateway',
      method: 'GET',
      path: '/gateway',
      authorized: false,
      handle: () => ({ status: 200, body: { url: account.gatewayUrl() } }),
    },
    {
      name: 'gateway',
      method: 'GET',
      path: '/gateway/bot',
      authorized: true,
      handle: () => ({
        status: 200,
        body: {
          url: account.gatewayUrl(),
          shards: account.shards,
          session_start_limit: {
            total: 1000,
            remaining: account.sessionStartsLeft(),
            reset_after: 14_400_000,
            max_concurrency: 16,
          },
        },
      }),
    },
    {
      name: 'account',
      method: 'GET',
      path: '/users/@me',
      authorized: true,
      handle: () => ({ status: 200, body: account.user }),
    },
    ...['/applications/@me', '/oauth2/applications/@me'].map(
      (path): Route => ({
        name: 'account',
        method: 'GET',
        path,
        authorized: true,
        handle: () => ({ status: 200, body: application() }),
      }),
    ),
  ];
}
