import { GatewayOpcodes as Op } from 'discord-api-types/v10';
import type { StandIn } from '../../support/discord/stand-in.ts';
import type { Outcome } from '../../support/program.ts';
import type { Problem } from './fault.ts';

/** Milliseconds after the signal in which something may arrive that was sent before it. */
const UNDER_WAY_MS = 250;

/** The routes on which a running answer ends. */
const ENDS: readonly string[] = ['callback', 'edit', 'followup', 'delete', 'read-message'];

/** Everything that a program sends to Discord from a moment on, except the ends of its answers and its heartbeats. */
export class Sendings {
  readonly #discord: StandIn;
  readonly #began = performance.now();
  readonly #beganAt: number;
  readonly #atGateway: string[] = [];

  constructor(discord: StandIn) {
    this.#discord = discord;
    this.#beganAt = performance.timeOrigin + this.#began;
    discord.gateway.on('upgrade', this.#upgrade);
    discord.gateway.on('frame', this.#frame);
  }

  /** One line for each. */
  get all(): string[] {
    const requests = this.#discord.requests
      .filter(({ route, at }) => at > this.#beganAt + UNDER_WAY_MS && !ENDS.includes(route))
      .map(({ method, path }) => `${method} ${path}`);
    return [...requests, ...this.#atGateway];
  }

  end(): void {
    this.#discord.gateway.off('upgrade', this.#upgrade);
    this.#discord.gateway.off('frame', this.#frame);
  }

  readonly #upgrade = () => this.#note('a connection to the gateway');
  readonly #frame = (op: Op) => {
    if (op !== Op.Heartbeat) this.#note(`${Op[op] ?? op} to the gateway`);
  };

  #note(what: string): void {
    if (performance.now() > this.#began + UNDER_WAY_MS) this.#atGateway.push(what);
  }
}

/** What is to be said of a stop. @param outcome null if the program had to be killed @param sent lines of {@link Sendings} */
export function stopProblems(state: string, outcome: Outcome | null, sent: readonly string[]): Problem[] {
  const dead = (what: string): Problem => ({ kind: 'dead', what: `stopped in "${state}": ${what}` });
  return [
    ...(outcome === null ? [dead('still alive after 10 s')] : []),
    ...(outcome !== null && outcome.status !== 0
      ? [dead(`status ${outcome.status}: ${outcome.stderr.slice(-500)}`)]
      : []),
    ...(sent.length > 0
      ? [dead(`sent ${sent.length} more after the signal: ${sent.slice(0, 5).join(', ')}`)]
      : []),
  ];
}
