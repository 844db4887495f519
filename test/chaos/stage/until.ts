import { setTimeout as delay } from 'node:timers/promises';

/** Waits until something is so. @returns whether it was, within so many seconds */
export async function until(is: () => boolean | Promise<boolean>, seconds: number): Promise<boolean> {
  const deadline = performance.now() + 1000 * seconds;
  while (!(await is())) {
    if (performance.now() > deadline) return false;
    await delay(50);
  }
  return true;
}
