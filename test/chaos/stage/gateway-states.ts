import type { Random } from '../../../scripts/sample/random.ts';
import type { StandIn } from '../../support/discord/stand-in.ts';
import type { Program } from '../../support/program.ts';
import { GUILD } from './members.ts';
import type { Question } from './questions.ts';
import { until } from './until.ts';

/** Seconds that Discord asks the program to wait. */
const LONG = 600;

/** Questions that are open at once while the program is stopped. */
const OPEN = 12;

/** Seconds to wait for a state: the program has to start first. */
export const PATIENCE_SECONDS = 120;

/** A state of the program towards Discord. */
export interface GatewayState {
  /** Prepares Discord before the program starts. */
  prepare?(discord: StandIn): void;
  /** Resolves when the program is in the state. */
  reach(
    discord: StandIn,
    program: Program,
    scene: { random: Random; questions: readonly Question[] },
  ): Promise<unknown>;
  /** Whether Discord then goes away. */
  leaves?: boolean;
  /** Whether the program has questions to answer, which it must answer before it goes. */
  answers?: boolean;
}

/** Resolves when the bot has tried this at the gateway. */
const attempted = ({ gateway }: StandIn, wanted: 'upgrade' | 'identify' | 'resume') =>
  until(() => gateway.attempts.some(({ what }) => what === wanted), PATIENCE_SECONDS);

const answering = (program: Program) => program.said(/commands are (?:registered|unchanged)/);

function limited(discord: StandIn, route: 'gateway' | 'commands' | 'edit'): void {
  discord.faults.failNext({ route, status: 429, times: Number.POSITIVE_INFINITY, retryAfter: LONG });
}

const requested = (discord: StandIn, route: string, status: number) =>
  until(
    () => discord.requests.some((each) => each.route === route && each.status === status),
    PATIENCE_SECONDS,
  );

const ask = (discord: StandIn, { command, options }: Question) =>
  discord.member({ guildId: GUILD }).command(command, options);

/** All states, by name. */
export const GATEWAY_STATES: Readonly<Record<string, GatewayState>> = {
  'the upgrade is refused': {
    prepare: ({ gateway }) => {
      gateway.mood = 'refusing';
    },
    reach: (discord) => attempted(discord, 'upgrade'),
  },
  'no HELLO': {
    prepare: ({ gateway }) => {
      gateway.mood = 'no HELLO';
    },
    reach: (discord) => attempted(discord, 'upgrade'),
  },
  'HELLO without READY': {
    prepare: ({ gateway }) => {
      gateway.mood = 'no READY';
    },
    reach: (discord) => attempted(discord, 'identify'),
  },
  'the server is gone': { reach: (_, program) => answering(program), leaves: true },
  resuming: {
    reach: async (discord, program) => {
      await answering(program);
      discord.gateway.mood = 'no READY';
      discord.gateway.cut();
      await attempted(discord, 'resume');
    },
  },
  'GET /gateway/bot is limited': {
    prepare: (discord) => limited(discord, 'gateway'),
    reach: (discord) => requested(discord, 'gateway', 429),
  },
  'the registration is limited': {
    prepare: (discord) => limited(discord, 'commands'),
    reach: (discord) => requested(discord, 'commands', 429),
  },
  'an edit is limited': {
    reach: async (discord, program, { random, questions }) => {
      await answering(program);
      limited(discord, 'edit');
      await ask(discord, random.pick(questions));
      await requested(discord, 'edit', 429);
    },
  },
  'connected and answering': {
    answers: true,
    reach: async (discord, program, { random, questions }) => {
      await answering(program);
      await Promise.all(Array.from({ length: OPEN }, () => ask(discord, random.pick(questions))));
    },
  },
};
