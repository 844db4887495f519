/**
 * The time of answers with and without a running refresh, and the delay of the program's event loop. Ten refreshes load two
 * variants of the raw files in turn, and every answer must fit one of the variants.
 *
 *   npm run bench -- answers-during-refresh
 *
 * GAMES_SOURCE and the other settings of sources name the raw files; the default is the sample with every user ten times.
 * Two askers use the page and two a long-lived `ask --batch`, without a pause. Everything runs on this machine.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readConfig } from '../src/config/config.ts';
import type { Asked } from '../test/chaos/stage/asker.ts';
import { learn, refreshInPeace } from '../test/chaos/stage/known.ts';
import { wholeTime } from '../test/chaos/stage/moments.ts';
import { makeSources } from '../test/chaos/stage/sources.ts';
import { Stage } from '../test/chaos/stage/stage.ts';
import { figure } from './harness/figure.ts';
import { report } from './harness/report.ts';
import { quantile } from './harness/statistics.ts';

const REFRESHES = 10;

/** Code for the program to run: on SIGUSR2 it prints the delays of its event loop since the last signal, in ms. */
const SAYS_DELAY = `
  import { monitorEventLoopDelay } from 'node:perf_hooks';
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  let times = 0;
  process.on('SIGUSR2', () => {
    const [p50, p99, max] = [delay.percentile(50), delay.percentile(99), delay.max].map((ns) => (ns / 1e6).toFixed(1));
    delay.reset();
    process.stderr.write(\`event loop \${++times}: \${p50} \${p99} \${max}\\n\`);
  });`;

const folder = await mkdtemp(join(tmpdir(), 'steamscope-bench-'));
const sources = await makeSources(folder, readConfig(), 10);
const stage = await Stage.make('embedded', folder, sources);
try {
  const { questions, right, timetable } = await learn(stage, sources);
  await stage.close();
  await stage.open({ NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(SAYS_DELAY)}` });
  await stage.eventLoop(1);

  // The first answers also start the worker that draws their pictures.
  stage.keepAsking(questions, right);
  await delay(10_000);
  await stage.asker.stop();
  await stage.eventLoop(2);

  stage.keepAsking(questions, right);
  await delay(1000 * Math.max(10, wholeTime(timetable)));
  const quiet = { asked: await stage.asker.stop(), loop: await stage.eventLoop(3) };

  stage.keepAsking(questions, right);
  const began = performance.now();
  for (let n = 0; n < REFRESHES; n++) await refreshInPeace(stage, n % 2 === 0 ? 'A' : 'B');
  const seconds = (performance.now() - began) / 1000;
  const during = { asked: await stage.asker.stop(), loop: await stage.eventLoop(4) };

  show('quiet', quiet);
  show(`${REFRESHES} refreshes, ${seconds.toFixed(0)} s`, during);
  report(process.env.LIBRARIES_SOURCE === undefined ? 'sample' : 'real data', [
    figure('during refreshes / quiet, p50', '×', [at(during.asked, 0.5) / at(quiet.asked, 0.5)]),
    figure('during refreshes / quiet, p99', '×', [at(during.asked, 0.99) / at(quiet.asked, 0.99)]),
    figure('during refreshes, p50', 'ms', [at(during.asked, 0.5)]),
    figure('during refreshes, p99', 'ms', [at(during.asked, 0.99)], { aim: 50 }),
  ]);
} finally {
  await stage.remove();
  await rm(folder, { recursive: true, force: true });
}

function show(when: string, { asked, loop }: { asked: Asked; loop: string }): void {
  const { answers, failed, wrong, times } = asked;
  console.log(
    `${when}: ${answers} answers, ${failed.length} failed, ${wrong.length} of a mixture; ` +
      `of the page's ${times.length}: p50 ${at(asked, 0.5).toFixed(1)} ms, p99 ${at(asked, 0.99).toFixed(1)} ms; ` +
      `event loop p50, p99, max: ${loop} ms`,
  );
  if (failed.length + wrong.length > 0) process.exitCode = 1;
}

function at({ times }: Asked, share: number): number {
  return quantile(times, share);
}
