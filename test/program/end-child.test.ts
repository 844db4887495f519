import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { endChild } from '../../src/program/end-child.ts';
import { endChildWithThisProcess } from '../support/end-with-this-process.ts';

/** Starts a program of Node, and waits until it has run. */
async function started(code: string) {
  const child = spawn(process.execPath, ['-e', `${code}; setInterval(() => {}, 1000); console.log('runs')`]);
  endChildWithThisProcess(child);
  await once(child.stdout, 'data');
  return child;
}

test('a child ends by SIGTERM where it can, and with its own status', async () => {
  const child = await started('process.on("SIGTERM", () => process.exit(3))');
  await endChild(child, 60_000);
  expect({ status: child.exitCode, signal: child.signalCode }).toEqual({ status: 3, signal: null });
  // It has ended already: nothing is waited for.
  await endChild(child, 60_000);
});

test('a child that does not heed SIGTERM is killed', async () => {
  const child = await started('process.on("SIGTERM", () => {})');
  await endChild(child, 10);
  expect(child.signalCode).toBe('SIGKILL');
});

test('a child that is busy and hears nothing is killed', async () => {
  const child = await started('setTimeout(() => { process.on("SIGTERM", () => {}); for (;;); })');
  await endChild(child, 10);
  expect(child.signalCode).toMatch(/^SIG(?:TERM|KILL)$/);
});
