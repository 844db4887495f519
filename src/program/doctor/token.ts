import { DiscordAPIError, HTTPError, RateLimitError, REST } from '@discordjs/rest';
import { type APIApplication, Routes } from 'discord-api-types/v10';
import type { DiscordSettings } from '../../config/config.ts';
import { type Finding, ok, reasonOf, warning, wrong } from './check.ts';

/**
 * A client of Discord's API with the bot's token. It tries each request once, since the
 * operator can run the doctor again.
 */
export function discordAs(token: string, { apiUrl }: DiscordSettings, limitMs: number): REST {
  return new REST({
    api: apiUrl,
    version: '10',
    timeout: limitMs,
    retries: 0,
    rejectOnRateLimit: () => true,
  }).setToken(token);
}

/** The application that the token belongs to, or the finding that says why it could not be read. */
export type LookedUp = { application: APIApplication } | { finding: Finding };

/** Asks Discord for the application that the token belongs to. */
export async function lookUpApplication(rest: REST): Promise<LookedUp> {
  try {
    return { application: (await rest.get(Routes.currentApplication())) as APIApplication };
  } catch (error) {
    return { finding: whyNot(error) };
  }
}

/** Checks that Discord accepts the token. */
export function judgeToken(lookedUp: LookedUp): Finding {
  if ('finding' in lookedUp) return lookedUp.finding;
  const { name, id } = lookedUp.application;
  return ok(`Discord accepts it: ${JSON.stringify(name)}, application ${id}`);
}

function whyNot(error: unknown): Finding {
  if (error instanceof RateLimitError) {
    const minutes = Math.max(1, Math.ceil(error.retryAfter / 60_000) || 1);
    return warning(
      'Discord limits the number of requests (429)',
      `Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}`,
    );
  }
  const status = error instanceof DiscordAPIError || error instanceof HTTPError ? error.status : undefined;
  if (status === 401) {
    return wrong(
      'Discord refuses it (401)',
      'In the developer portal, under Bot, press Reset Token and set DISCORD_TOKEN to the new token',
    );
  }
  if (status !== undefined && status >= 500) {
    return wrong(`Discord itself has a failure (${status})`, 'See https://discordstatus.com and try again');
  }
  return wrong(
    `Discord does not answer as it should (${status ?? reasonOf(error)})`,
    'Check that this machine can reach DISCORD_API_URL (unset: https://discord.com/api)',
  );
}
