import type { APIMessage } from 'discord-api-types/v10';
import type { Reply } from '../../support/discord/reply.ts';
import { StandIn } from '../../support/discord/stand-in.ts';
import { type Answer, NotAnswered, type Question, withoutPicture } from './questions.ts';

const TOKEN = 'a-token-of-nobody';
const APPLICATION = '100000000000000001';
export const GUILD = '200000000000000001';

/** Milliseconds to wait for an answer in Discord. */
const PATIENCE_MS = 30_000;

/** The settings of a program whose Discord is this stand-in. */
export function discordSettings({ url }: Pick<StandIn, 'url'>): Record<string, string> {
  return { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: url };
}

/** A stand-in for Discord with one server. @param port the port to listen on; 0 takes a free one */
export function startStandIn(port = 0): Promise<StandIn> {
  return StandIn.start({ token: TOKEN, applicationId: APPLICATION, guilds: [{ id: GUILD }], port });
}

/** Members of a server who ask in Discord, each question as another person, so that nobody meets the limit on asking. */
export class Members {
  readonly discord: StandIn;

  private constructor(discord: StandIn) {
    this.discord = discord;
  }

  static async open(): Promise<Members> {
    return new Members(await startStandIn());
  }

  close(): Promise<void> {
    return this.discord.stop();
  }

  /** Sends a command as a new member. @throws NotAnswered if no bot is there */
  async send({ command, options }: Question): Promise<Reply> {
    try {
      return await this.discord.member({ guildId: GUILD }).command(command, options);
    } catch (error) {
      throw new NotAnswered(`Discord: ${(error as Error).message}`);
    }
  }

  /** The answer that the member of a question sees. @throws NotAnswered for none, and for an error instead of one */
  async ask(question: Question): Promise<Answer> {
    return answerTo(await this.send(question));
  }

  /** The error that the member of a question reads. @throws NotAnswered where they read none, or more than one */
  async refusal(question: Question): Promise<string> {
    const reply = await this.send(question);
    const shown = await seen(reply, PATIENCE_MS);
    if (reply.followups.length !== 1 || !reply.deleted)
      throw new NotAnswered(
        `Discord: ${reply.followups.length} messages about a mistake, the reply ${reply.deleted ? 'gone' : 'left'}`,
      );
    return textOf(shown);
  }
}

/**
 * The answer in a reply.
 *
 * @param patienceMs milliseconds to wait for it
 * @throws NotAnswered for none, for an error instead of one, and for a second one
 */
export async function answerTo(reply: Reply, patienceMs = PATIENCE_MS): Promise<Answer> {
  const shown = await seen(reply, patienceMs);
  if (reply.followups.length > 0)
    throw new NotAnswered(`Discord: an error: ${textOf(reply.followups[0]!.data).slice(0, 200)}`);
  return { text: textOf(shown), dataSet: null };
}

async function seen(reply: Reply, patienceMs: number): Promise<APIMessage> {
  try {
    return (await reply.answered(patienceMs)).data;
  } catch {
    const state = reply.acknowledgedAfterMs === null ? 'no first answer' : 'only a first answer';
    throw new NotAnswered(`Discord: ${state} in ${patienceMs / 1000} s`);
  }
}

function textOf({ embeds, components = [] }: APIMessage): string {
  return JSON.stringify(withoutPicture({ embeds, components }));
}
