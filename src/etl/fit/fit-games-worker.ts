import { parentPort, workerData } from 'node:worker_threads';
import { fitGames, type GameFitsInput } from './fit-games.ts';

parentPort!.postMessage(fitGames(workerData as GameFitsInput));
