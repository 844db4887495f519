import { killBusyBackend, killBusyServer } from './faults/busy-backend.ts';
import { clockBackwards } from './faults/clock.ts';
import { cutReplies } from './faults/cut-replies.ts';
import { restartDatabase } from './faults/database.ts';
import { diskFull } from './faults/disk-full.ts';
import { endlessLimit } from './faults/endless-limit.ts';
import { hostileCompletions } from './faults/hostile-completions.ts';
import { hostileFrames, hostileInteractions } from './faults/hostile-interactions.ts';
import { killProgram, killProgramAndServer } from './faults/kill.ts';
import { killDownload, sourceLasting, sourcePassing } from './faults/sources.ts';
import { killStart, stopRefresh } from './faults/stop.ts';
import { stopAtGateway } from './faults/stop-at-gateway.ts';
import { twoAtOnce } from './faults/two-at-once.ts';
import type { Fault } from './stage/fault.ts';

/** Every way of disturbing a refresh or the answers, with its weight in the random choice between them. */
export const FAULTS: readonly { fault: Fault; weight: number }[] = [
  { fault: killProgram, weight: 4 },
  { fault: killProgramAndServer, weight: 3 },
  { fault: restartDatabase, weight: 3 },
  { fault: diskFull, weight: 2 },
  { fault: sourcePassing, weight: 2 },
  { fault: sourceLasting, weight: 2 },
  { fault: killDownload, weight: 1 },
  { fault: twoAtOnce, weight: 2 },
  { fault: stopRefresh, weight: 2 },
  { fault: killStart, weight: 2 },
  { fault: clockBackwards, weight: 1 },
  { fault: killBusyServer, weight: 2 },
  { fault: killBusyBackend, weight: 1 },
  { fault: stopAtGateway, weight: 4 },
  { fault: cutReplies, weight: 3 },
  { fault: endlessLimit, weight: 2 },
  { fault: hostileInteractions, weight: 2 },
  { fault: hostileFrames, weight: 1 },
  { fault: hostileCompletions, weight: 3 },
];
