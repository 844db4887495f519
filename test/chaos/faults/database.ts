import { setTimeout as delay } from 'node:timers/promises';
import { endOf, type Fault } from '../stage/fault.ts';
import { randomMoment, reach } from '../stage/moments.ts';

/** The database server restarts while a refresh loads or publishes, and may stay away for a moment. */
export const restartDatabase: Fault = {
  name: 'restart-database',
  stages: ['named'],
  act: async (scene) => {
    const { stage, random, to, timetable } = scene;
    const ending = random.pick(['fast', 'immediate'] as const);
    const awaySeconds = random.pick([0, 0.5, 3]);
    const moment = randomMoment(random, timetable, random.chance(0.3) ? ['publish'] : undefined);
    const program = stage.refresh(to);
    const hit = await reach(program, moment);
    stage.asker.mayFail();
    await stage.endDatabase(ending);
    await delay(1000 * awaySeconds);
    await stage.server!.start();
    const { said, served, problems } = await endOf(program, scene);
    const did = `${ending} restart (${awaySeconds} s) ${moment.said}: ${said}`;
    return { did, hit, served, away: true, problems };
  },
};
