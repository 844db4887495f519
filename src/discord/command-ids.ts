import type { RegistrationReport } from './registration.ts';

/** The ids that Discord gave the commands, once this process has registered them or has found them registered. */
export class CommandIds {
  #byPlace: RegistrationReport['ids'] = new Map();

  /** Takes over the ids of a registration; other places keep theirs. */
  learn({ ids }: RegistrationReport): void {
    this.#byPlace = new Map([...this.#byPlace, ...ids]);
  }

  /**
   * The id of a command in a server, or of the global command; undefined where this process does not know it.
   *
   * @param guildId the server; null for a direct message
   */
  idOf(name: string, guildId: string | null): string | undefined {
    const here = guildId === null ? undefined : this.#byPlace.get(guildId)?.get(name);
    return here ?? this.#byPlace.get('global')?.get(name);
  }
}
