import { afterAll, afterEach, beforeEach } from 'vitest';
import { endChild } from '../../src/program/end-child.ts';
import { Program } from './program.ts';

// Loaded into every test file: what a test or a file has started ends with it, even if it failed halfway.

/** Milliseconds that a program has to end on SIGTERM before it is killed. */
const PATIENCE_MS = 20_000;

let before = new Set<Program>();
beforeEach(() => {
  before = new Set(Program.running);
});
afterEach(() => endAll([...Program.running].filter((program) => !before.has(program))));
afterAll(() => endAll([...Program.running]));

async function endAll(programs: readonly Program[]): Promise<void> {
  await Promise.all(programs.map(({ child }) => endChild(child, PATIENCE_MS)));
}
