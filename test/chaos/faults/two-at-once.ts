import { setTimeout as delay } from 'node:timers/promises';
import { endOf, type Fault, type Problem } from '../stage/fault.ts';
import { wholeTime } from '../stage/moments.ts';

/**
 * Two or three processes refresh, one a little after the other. One publishes; the others are refused, or follow it.
 */
export const twoAtOnce: Fault = {
  name: 'two-at-once',
  stages: ['embedded', 'named'],
  act: async (scene) => {
    const { stage, random, to, timetable } = scene;
    const waits = Array.from({ length: random.integer(2, 3) }, (_, place) =>
      place === 0 ? 0 : random.next() * random.pick([0.1, 1]) * wholeTime(timetable),
    );
    const ends = await Promise.all(
      waits.map(async (seconds) => {
        await delay(1000 * seconds);
        return endOf(stage.refresh(to), scene);
      }),
    );
    const problems = ends.flatMap((end) => end.problems);
    const published = ends.filter(({ said }) => said === 'published').length;
    const refused = ends.filter(({ said }) => /^failed \(1: .*\brunning\b/i.test(said)).length;
    if (published === 0 || published + refused < ends.length) {
      const problem: Problem = { kind: 'dead', what: ends.map(({ said }) => said).join('; ') };
      problems.push(problem);
    }
    const did = `${ends.length} at once: ${published} published, ${refused} refused`;
    return { did, hit: refused > 0, served: published > 0 ? to : null, away: false, problems };
  },
};
