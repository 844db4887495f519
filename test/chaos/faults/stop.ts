import { setTimeout as delay } from 'node:timers/promises';
import { endWithin, type Fault, type Problem } from '../stage/fault.ts';
import { randomMoment, reach, wholeTime } from '../stage/moments.ts';
import { isAlive, kill } from '../stage/processes.ts';
import { State } from '../stage/state.ts';

/** Milliseconds within which a stopped refresh must be gone, with everything that it has left behind. */
const STOP_MS = 2000;

/** SIGTERM or SIGINT comes at a random moment. The refresh is gone within two seconds and leaves nothing behind. */
export const stopRefresh: Fault = {
  name: 'stop-refresh',
  stages: ['embedded', 'named'],
  act: async ({ stage, random, to, timetable }) => {
    const signal = random.pick(['SIGTERM', 'SIGINT'] as const);
    const moment = randomMoment(random, timetable);
    const program = stage.refresh(to);
    const hit = await reach(program, moment);
    const began = performance.now();
    program.child.kill(signal);
    const outcome = await endWithin(program, 20);
    const took = performance.now() - began;
    const problems: Problem[] = [];
    if (outcome === null || took > STOP_MS)
      problems.push({ kind: 'dead', what: `the refresh took ${(took / 1000).toFixed(1)} s to stop` });
    const state = new State(await stage.databaseUrl());
    try {
      const leftBehind = async () => [
        ...(await state.leftovers()),
        ...((await state.lockIsHeld()) ? ['the lock is still held'] : []),
        ...((await state.running()) > 0 ? ['the log says that the refresh is still running'] : []),
        ...stage.strays().map((pid) => `process ${pid} is still alive`),
      ];
      let left = await leftBehind();
      while (left.length > 0 && performance.now() - began < STOP_MS) {
        await delay(50);
        left = await leftBehind();
      }
      problems.push(...left.map((what): Problem => ({ kind: 'lost', what: `2 s after ${signal}: ${what}` })));
    } finally {
      await state.end();
    }
    const did = `${signal} ${moment.said}: gone after ${(took / 1000).toFixed(2)} s`;
    return { did, hit, served: null, away: false, problems };
  },
};

/** `npm start` is killed while its own refresh runs. The orphaned refresh ends or finishes, and releases everything. */
export const killStart: Fault = {
  name: 'kill-start',
  stages: ['embedded', 'named'],
  act: async ({ stage, random, to, timetable }) => {
    const moment = randomMoment(random, timetable);
    const start = stage.start(to, { REFRESH_SCHEDULE: '* * * * * *' });
    await start.said(/a scheduled refresh begins/);
    const hit = await reach(start, moment);
    start.child.kill('SIGKILL');
    await start.ended();
    const orphans = stage.strays();
    const began = performance.now();
    const patience = 3 * wholeTime(timetable) + 30;
    while (orphans.some(isAlive) && performance.now() - began < 1000 * patience) await delay(50);
    const problems = orphans.filter(isAlive).map((pid): Problem => {
      kill(pid, 'SIGKILL');
      return { kind: 'dead', what: `the orphaned refresh is still alive after ${patience.toFixed(0)} s` };
    });
    const lived = ((performance.now() - began) / 1000).toFixed(1);
    const did = `start killed ${moment.said}: its refresh lived on for ${lived} s`;
    return { did, hit: hit && orphans.length > 0, served: null, away: false, problems };
  },
};
