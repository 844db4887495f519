/** What is measured: it does its work once. What it gives is not looked at. */
export type Contender = () => unknown;

/**
 * Seconds of every contender in every round. They work in turns, each round begun by the next of them, so that what else the
 * machine does weighs on all alike; the first round warms up and does not count. One that is not there (undefined) has none.
 */
export async function interleave<Name extends string>(
  contenders: Readonly<Record<Name, Contender | undefined>>,
  rounds: number,
  warming = 1,
): Promise<Record<Name, number[]>> {
  const all = Object.keys(contenders) as Name[];
  const seconds = Object.fromEntries(all.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  const names = all.filter((name) => contenders[name] !== undefined);
  for (let round = 0; round < warming + rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length]!;
      const started = performance.now();
      await contenders[name]!();
      if (round >= warming) seconds[name].push((performance.now() - started) / 1000);
    }
  }
  return seconds;
}
