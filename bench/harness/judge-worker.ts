import { workerData } from 'node:worker_threads';
import { judgeSentiment } from '../../src/etl/judge/sentiment.ts';
import { answerCalls } from '../../src/platform/thread.ts';

// Judges its share of the reviews on every call.
const texts = workerData as string[];
answerCalls(() => {
  for (const text of texts) judgeSentiment(text);
});
