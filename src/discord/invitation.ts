/** The address at which an administrator of a server adds the bot to it, with all that the bot needs there. */
export function invitationOf(applicationId: string): string {
  return `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot%20applications.commands`;
}
