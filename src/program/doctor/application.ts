import { type APIApplication, ApplicationFlags, ApplicationIntegrationType } from 'discord-api-types/v10';
import { invitationOf } from '../../discord/invitation.ts';
import { type Finding, ok, warning, wrong } from './check.ts';

/** The privileged intents, each with the flags of an application that has it switched on. */
const PRIVILEGED: [name: string, flags: number][] = [
  ['Presence', ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited],
  ['Server Members', ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited],
  ['Message Content', ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited],
];

/** The OAuth2 scopes that an invitation needs. */
const NEEDED_SCOPES = ['bot', 'applications.commands'];

/** Checks that people can add the bot to their servers, and that Discord sends their commands to this program. */
export function judgeApplication(application: APIApplication): Finding {
  const { id, flags = 0, integration_types_config: installs } = application;
  if (application.interactions_endpoint_url) {
    return wrong(
      'Discord sends interactions to an Interactions Endpoint URL, and none to this program',
      'In the developer portal, under General Information, empty that field',
    );
  }
  if (application.bot_require_code_grant) {
    return wrong('it cannot be invited by a link alone', 'Under Bot, turn Requires OAuth2 Code Grant off');
  }
  const guildInstall = installs?.[ApplicationIntegrationType.GuildInstall];
  if (installs !== undefined && guildInstall === undefined) {
    return wrong('it cannot be added to a server', 'Under Installation, allow Guild Install');
  }
  const scopes = guildInstall?.oauth2_install_params?.scopes ?? NEEDED_SCOPES;
  const missing = NEEDED_SCOPES.filter((scope) => !scopes.includes(scope as (typeof scopes)[number]));
  if (missing.length > 0) {
    return wrong(
      `its install link lacks ${missing.join(' and ')}`,
      'Under Installation, Default Install Settings, Guild Install: add them to the scopes',
    );
  }
  const invite = invitationOf(id);
  if (installs !== undefined && installs[ApplicationIntegrationType.UserInstall] === undefined) {
    return warning(
      'people cannot add it to their own account, where its commands would work too',
      'Under Installation, allow User Install',
    );
  }
  const intents = PRIVILEGED.filter(([, on]) => (flags & on) !== 0).map(([name]) => name);
  if (intents.length > 0) {
    return warning(
      `it has privileged intents that it does not need: ${intents.join(', ')}`,
      'Turn them off under Bot: a bot in more than a hundred servers needs Discord to approve them',
    );
  }
  if (application.approximate_guild_count === 0)
    return warning('it is in no server yet', `Invite it: ${invite}`);
  return ok(`it can be added to servers: ${invite}`);
}
