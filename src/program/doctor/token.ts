import { DiscordAPIError, HTTPError, RateLimitError, REST } from '@discordjs/rest';
import { type APIApplication, Routes } from 'discord-api-types/v10';
import type { DiscordSettings } from '../../config/config.ts';
import { type Finding, ok, reasonOf, warning, wrong } from './check.ts';

/** Discord's API as the bot, which asks once: whoever waits for the doctor can ask again. */
export function discordAs(token: string, { apiUrl }: DiscordSettings, limitMs: number): REST {
  return new REST({
    api: apiUrl,
    version: '10',
    timeout: limitMs,
    retries: 0,
    rejectOnRateLimit: () => true,
  }).setToken(token);
}

/** The application that the token is of, or why that cannot be known. */
export type LookedUp = { application: APIApplication } | { finding: Finding };

export async function lookUpApplication(rest: REST): Promise<LookedUp> {
  try {
    return { application: (await rest.get(Routes.currentApplication())) as APIApplication };
  } catch (error) {
    return { finding: whyNot(error) };
  }
}

/** Whether Discord takes the token. */
export function judgeToken(lookedUp: LookedUp): Finding {
  if ('finding' in lookedUp) return lookedUp.finding;
  const { name, id } = lookedUp.application;
  return ok(`Discord takes it: ${JSON.stringify(name)}, application ${id}`);
}

function whyNot(error: unknown): Finding {
  if (error instanceof RateLimitError)
    return warning('Discord asks to be left alone (429)', 'Try again in a minute');
  const status = error instanceof DiscordAPIError || error instanceof HTTPError ? error.status : undefined;
  if (status === 401) {
    return wrong(
      'Discord refuses it (401)',
      'In the developer portal, under Bot, press Reset Token and set DISCORD_TOKEN to what it shows',
    );
  }
  if (status !== undefined && status >= 500) {
    return wrong(
      `Discord has a failure of its own (${status})`,
      'See https://discordstatus.com and try again',
    );
  }
  return wrong(
    `Discord does not answer as it should (${status ?? reasonOf(error)})`,
    'Can this machine reach DISCORD_API_URL? Unset it is https://discord.com/api',
  );
}
