import type { Clock } from './clock.ts';

const DISCORD_EPOCH = 1_420_070_400_000;

/** Makes ids as Discord does: milliseconds since 2015, then 22 bits of counter. Each is larger than the last. */
export function snowflakes(clock: Clock): () => string {
  let last = 0n;
  return () => {
    const now = BigInt(Math.floor(clock.now()) - DISCORD_EPOCH) << 22n;
    last = now > last ? now : last + 1n;
    return last.toString();
  };
}
