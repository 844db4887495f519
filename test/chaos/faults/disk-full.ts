import { endOf, type Fault } from '../fault.ts';

/** The disk, with the database and the downloads on it, has less room than a refresh needs. */
export const diskFull: Fault = {
  name: 'disk-full',
  stages: ['named'],
  needsDisk: true,
  act: async (scene) => {
    const { stage, random, to, web } = scene;
    const room = Math.floor(random.next() * stage.growth);
    const downloads = random.chance(0.5);
    const before = stage.server!.logSize;
    stage.asker.mayFail();
    await stage.leaveRoom(room);
    const program = stage.refresh(to, downloads ? web.offer(to) : {});
    const { said, served, problems } = await endOf(program, scene);
    stage.makeRoom();
    // Where not even the write-ahead log can be written, Postgres ends itself.
    const away = stage.server!.hasCrashedSince(before);
    if (!stage.server!.isRunning) await stage.server!.start();
    const from = downloads ? 'from addresses' : 'from paths';
    const did = `${(room / 2 ** 20).toFixed(1)} MiB left, ${from}: ${said}`;
    return { did, hit: said !== 'published', served, away, problems };
  },
};
