import { parentPort, workerData } from 'node:worker_threads';
import { judgeSentiment } from '../../src/etl/judge/sentiment.ts';

// Judges its share of the reviews each time that it is told to.
const texts = workerData as string[];
parentPort!.on('message', () => {
  for (const text of texts) judgeSentiment(text);
  parentPort!.postMessage('judged');
});
