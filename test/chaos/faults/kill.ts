import { endOf, type Fault, type Happened, type Scene } from '../stage/fault.ts';
import { randomMoment, reach } from '../stage/moments.ts';

/** SIGKILL ends the program alone, at a random moment. */
export const killProgram: Fault = {
  name: 'kill-program',
  stages: ['embedded', 'named'],
  act: (scene) => killed(scene, async () => {}),
};

/** SIGKILL ends the program and the whole database server, at a random moment. */
export const killProgramAndServer: Fault = {
  name: 'kill-program-and-server',
  stages: ['embedded', 'named'],
  act: async (scene) => {
    const { stage } = scene;
    stage.asker.mayFail();
    const happened = await killed(scene, () => stage.endDatabase('killed'));
    // The program itself starts the embedded server again.
    await stage.server?.start();
    return { ...happened, away: true };
  },
};

async function killed(scene: Scene, alsoKill: () => Promise<void>): Promise<Happened> {
  const { stage, random, to, timetable } = scene;
  const moment = randomMoment(random, timetable);
  const program = stage.refresh(to);
  const hit = await reach(program, moment);
  program.child.kill('SIGKILL');
  await alsoKill();
  await program.ended();
  const did = `killed ${moment.said}`;
  if (program.child.signalCode === 'SIGKILL') return { did, hit, served: null, away: false, problems: [] };
  // It ended by itself before the signal.
  const { said, served, problems } = await endOf(program, scene);
  return { did: `${did}: ${said}`, hit: false, served, away: false, problems };
}
