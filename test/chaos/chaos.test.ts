import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/config.ts';
import { Chaos } from './chaos.ts';
import { killProgram } from './faults/kill.ts';
import { twoAtOnce } from './faults/two-at-once.ts';
import type { Fault } from './stage/fault.ts';

// A few rounds of `npm run chaos`, with two of its faults.
let folder: string;
let chaos: Chaos;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'steamscope-chaos-'));
  chaos = await Chaos.open(folder, parseConfig({}), 1, ['named'], false);
  // It loads the data twice, which takes long beside other tests.
}, 180_000);
afterAll(async () => {
  await chaos?.close();
  await rm(folder, { recursive: true, force: true });
});

test.each<[Fault['name'], string, Fault]>([
  ['SIGKILL', 'one', killProgram],
  ['two refreshes at once', 'four', twoAtOnce],
])(
  '%s (seed %s): all answers are of one data set, and nothing is lost, wrong or dead',
  async (_, seed, fault) => {
    const { problems, asked, served } = await chaos.round(fault, seed);
    // The length of a turn is a matter of speed, which `npm run chaos` judges on a machine that has nothing else to do.
    expect(problems.filter(({ kind }) => kind !== 'frozen')).toEqual([]);
    expect(served).not.toBeNull();
    expect(asked.answers).toBeGreaterThan(50);
  },
  180_000,
);
