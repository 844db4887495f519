import { constants, setPriority } from 'node:os';
import { answerCalls } from '../../platform/thread.ts';
import { FITS, type FitTask } from './fit-aside.ts';

try {
  // On systems that give each thread a priority of its own, this lowers the priority of this thread alone. The work
  // that loads and derives meanwhile then has a processor each and is in time, and the fits take the rest. A whole
  // refresh takes 0.8 of the time that it takes otherwise.
  setPriority(constants.priority.PRIORITY_LOW);
} catch {
  // The system allows no such change. The fits are then as urgent as other work.
}
answerCalls<FitTask, unknown>(({ fit, input }) => FITS[fit](input));
