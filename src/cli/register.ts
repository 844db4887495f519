import { parseArgs } from 'node:util';
import { DiscordAPIError } from '@discordjs/rest';
import { allCommands } from '../commands/catalogue/catalogue.ts';
import { readConfig } from '../config/config.ts';
import { applicationIdOf, register } from '../discord/registration.ts';
import { RestClients } from '../discord/rest.ts';
import { createLog } from '../platform/log.ts';
import { registrableOf } from '../program/commands.ts';
import { EXIT } from '../program/exit.ts';

/**
 * `register` makes Discord's copy of the commands the same as the program's, and prints
 * each place with its result.
 */
export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const { discord, logLevel } = readConfig();
  const { token, apiUrl, guildIds, adminGuildIds } = discord;
  if (token === undefined) {
    process.stderr.write('DISCORD_TOKEN is not set, so there is no bot to register commands for.\n');
    return EXIT.failure;
  }
  const log = createLog(logLevel);
  const rest = new RestClients({ apiUrl, token }, log).client('registering the commands');
  const commands = registrableOf((await allCommands()).values());
  try {
    const applicationId = await applicationIdOf(rest);
    const settings = { applicationId, guildIds, adminGuildIds, knownGuildIds: [] };
    const { written, unchanged, refused } = await register(rest, commands, settings, log);
    for (const place of written) process.stdout.write(`registered: ${place}\n`);
    for (const place of unchanged) process.stdout.write(`unchanged: ${place}\n`);
    for (const place of refused) process.stdout.write(`refused: ${place}\n`);
    return refused.length === 0 ? EXIT.ok : EXIT.failure;
  } catch (error) {
    process.stderr.write(`${whyNot(error)}\n`);
    return EXIT.failure;
  }
}

/** An error of Discord's API in words for the operator. */
function whyNot(error: unknown): string {
  if (error instanceof DiscordAPIError && error.status === 401) {
    return 'Discord refuses the token (401): is DISCORD_TOKEN right?';
  }
  // Discord's own words name the field that it refuses.
  if (error instanceof DiscordAPIError) return `Discord refuses the commands: ${error.message}`;
  const { code, message } = Object(error) as { code?: unknown; message?: unknown };
  return `Discord cannot be reached (${String(code ?? message)}): is DISCORD_API_URL right?`;
}
