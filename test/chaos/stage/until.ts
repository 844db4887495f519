import { setTimeout as delay } from 'node:timers/promises';

/** Waits until a condition holds. @returns whether it did so within `seconds` */
export async function until(is: () => boolean | Promise<boolean>, seconds: number): Promise<boolean> {
  const deadline = performance.now() + 1000 * seconds;
  while (!(await is())) {
    if (performance.now() > deadline) return false;
    await delay(50);
  }
  return true;
}
