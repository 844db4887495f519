import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { claimMoment, Schedule } from '../../src/program/schedule.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { PATIENCE_MS } from '../support/patience.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.remove());
beforeEach(() => database.direct`truncate steamscope.schedule_claim`);

const MOMENT = new Date('2026-01-02T03:04:00Z');
const later = (seconds: number) => new Date(MOMENT.getTime() + 1000 * seconds);

test('of many processes one takes a moment', async () => {
  const claims = await Promise.all(Array.from({ length: 10 }, () => claimMoment(database.direct, MOMENT)));
  expect(claims.filter((claimed) => claimed)).toHaveLength(1);
});

test('clocks that differ by less than a second mean the same moment', async () => {
  expect(await claimMoment(database.direct, later(0.2))).toBe(true);
  expect(await claimMoment(database.direct, later(0.9))).toBe(false);
  expect(await claimMoment(database.direct, later(60))).toBe(true);
});

test('a past moment is not taken again, also after a clock went back', async () => {
  expect(await claimMoment(database.direct, MOMENT)).toBe(true);
  expect(await claimMoment(database.direct, later(-60))).toBe(false);
});

test('a moment taken by a clock far ahead does not stop refreshes for years', async () => {
  expect(await claimMoment(database.direct, new Date(Date.now() + 1e11))).toBe(true);
  expect(await claimMoment(database.direct, MOMENT)).toBe(true);
  expect(await claimMoment(database.direct, MOMENT)).toBe(false);
});

test('at each moment one of two processes begins', async () => {
  const begun: number[] = [];
  const schedules = [0, 1].map(
    (which) =>
      new Schedule('* * * * * *', database.direct, pino({ level: 'silent' }), async () => {
        begun.push(which);
      }),
  );
  for (const schedule of schedules) schedule.start();
  const claims = () => database.direct`select due_at from steamscope.schedule_claim`;
  await vi.waitUntil(() => begun.length >= 2, { timeout: PATIENCE_MS });
  for (const schedule of schedules) schedule.stop();
  const [claim] = await claims();
  // At most as many begin as there were moments between the first and the last.
  expect(begun.length).toBeLessThanOrEqual(1 + Math.ceil((Date.now() - claim!.due_at.getTime()) / 1000) + 1);
});
