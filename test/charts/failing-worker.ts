import { parentPort } from 'node:worker_threads';

parentPort!.on('message', ({ id, chart }: { id: number; chart: { title: string } }) => {
  if (chart.title === 'silent') return;
  if (chart.title === 'dies') throw new Error('dead');
  if (chart.title === 'fails') parentPort!.postMessage({ id, failure: 'no ink' });
  else parentPort!.postMessage({ id, png: new Uint8Array([id]) });
});
