import { constants, setPriority } from 'node:os';
import { answerCalls } from '../../platform/thread.ts';
import { FITS, type FitTask } from './fit-aside.ts';

try {
  // Of this thread alone, where the system tells threads apart: what is loaded and derived meanwhile has one processor each and
  // is in time, and the fits have what is left of them. A whole refresh takes 0.8 of the time.
  setPriority(constants.priority.PRIORITY_LOW);
} catch {
  // Then it is as urgent as all else.
}
answerCalls<FitTask, unknown>(({ fit, input }) => FITS[fit](input));
