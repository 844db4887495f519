/** The work to measure, done once per call. Its result is ignored. */
export type Contender = () => unknown;

/**
 * Measures contenders in turns, so that other work of the machine slows all alike. Each round starts with another contender.
 *
 * @param contenders the work by name; a contender that is not available (undefined) gets no times
 * @param warming the number of rounds at the start that are not counted
 * @returns seconds by contender, one for each round
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
