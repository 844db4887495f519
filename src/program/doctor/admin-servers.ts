import { DiscordAPIError, type REST } from '@discordjs/rest';
import { RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import { invitationOf } from '../../discord/invitation.ts';
import { type Finding, ok, warning, wrong } from './check.ts';

/** Discord's error codes for a server that does not have the bot, or does not let it have commands. */
const NOT_IN_IT: readonly (string | number)[] = [
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.UnknownGuild,
];

/**
 * Checks that `/admin` can be registered in the servers that are to have it: the bot has to be in them, with
 * the right to have commands.
 *
 * @throws @discordjs/rest's errors
 */
export async function checkAdminServers(
  rest: REST,
  applicationId: string,
  guildIds: readonly string[],
): Promise<Finding> {
  if (guildIds.length === 0) {
    return warning(
      'none is set: nobody can use /admin',
      'Set DISCORD_ADMIN_GUILD_IDS to the servers whose moderators may refresh the data, such as 123456789012345678',
    );
  }
  const refused: string[] = [];
  for (const id of guildIds) {
    try {
      await rest.get(Routes.applicationGuildCommands(applicationId, id));
    } catch (error) {
      if (!(error instanceof DiscordAPIError && NOT_IN_IT.includes(error.code))) throw error;
      refused.push(id);
    }
  }
  if (refused.length === 0) return ok(`the bot is in all ${guildIds.length}`);
  return wrong(
    `the bot is not in ${refused.join(', ')}, or was invited without applications.commands`,
    `Invite it there: ${invitationOf(applicationId)}`,
  );
}
