import { endOf, type Fault } from '../stage/fault.ts';
import { randomMoment, reach } from '../stage/moments.ts';

/** The disk that holds the database and the downloads has less room left than the running refresh needs. */
export const diskFull: Fault = {
  name: 'disk-full',
  stages: ['named'],
  needsDisk: true,
  act: async (scene) => {
    const { stage, random, to, web, timetable } = scene;
    const downloads = random.chance(0.5);
    const moment = randomMoment(random, timetable);
    const room = Math.floor(random.next() * random.pick([0.02, 0.3]) * stage.growth);
    const before = stage.server!.logSize;
    const program = stage.refresh(to, downloads ? web.offer(to) : {});
    await reach(program, moment);
    stage.asker.mayFail();
    await stage.leaveRoom(room);
    const { said, served, problems } = await endOf(program, scene);
    stage.makeRoom();
    // Postgres ends itself when it cannot even write the write-ahead log.
    const away = stage.server!.hasCrashedSince(before);
    if (!stage.server!.isRunning) await stage.server!.start();
    const from = downloads ? 'from addresses' : 'from paths';
    const did = `${(room / 2 ** 20).toFixed(1)} MiB left ${moment.said}, ${from}: ${said}`;
    return { did, hit: said !== 'published', served, away, problems };
  },
};
