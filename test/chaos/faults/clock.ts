import { endWithin, type Fault, type Problem } from '../stage/fault.ts';
import { randomMoment, wholeTime } from '../stage/moments.ts';

/**
 * The clock of the refreshing program goes back in the middle of a refresh. A module that is loaded before the program
 * shifts `Date`. The monotonic clock and the database's clock stay as they are, as on two machines whose clocks disagree.
 */
export const clockBackwards: Fault = {
  name: 'clock-backwards',
  stages: ['embedded', 'named'],
  act: async ({ stage, random, from, to, timetable }) => {
    const moment = randomMoment(random, timetable);
    const phases = Object.keys(timetable);
    const before = phases.slice(0, phases.indexOf(moment.phase));
    const after = moment.seconds + before.reduce((sum, phase) => sum + timetable[phase]!, 0);
    const back = random.pick([60, 3600, 366 * 86_400]);
    const program = stage.refresh(to, {
      NODE_OPTIONS: `--import=${setsClockBack(1000 * after, 1000 * back)}`,
    });
    const outcome = await endWithin(program, 10 * wholeTime(timetable) + 60);
    const problems: Problem[] = [];
    if (outcome?.status === 0) {
      const { seconds, phases } = JSON.parse(outcome.stdout.trim().split('\n').at(-1)!) as {
        seconds: number;
        phases: Record<string, number>;
      };
      const times = [seconds, ...Object.values(phases)];
      if (times.some((time) => !(time >= 0 && time < 10_000))) {
        problems.push({ kind: 'wrong', what: `the refresh reports times of ${times.join(', ')} s` });
      }
    } else
      problems.push({ kind: 'dead', what: `the refresh ended with ${outcome?.status ?? 'being killed'}` });
    const did = `${back} s back ${moment.said}: ${outcome?.status === 0 ? 'published' : 'failed'}`;
    return { did, hit: true, served: outcome?.status === 0 ? to : from, away: false, problems };
  },
};

/** The address of a module that puts `Date` back by `byMs`, once, `afterMs` after the process has started. */
function setsClockBack(afterMs: number, byMs: number): string {
  const module = `
    const Real = Date;
    const now = () => Real.now() - (performance.now() > ${afterMs} ? ${byMs} : 0);
    globalThis.Date = class Date extends Real {
      constructor(...given) { if (given.length > 0) super(...given); else super(now()); }
      static now() { return now(); }
    };`;
  return `data:text/javascript,${encodeURIComponent(module)}`;
}
