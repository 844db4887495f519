import { parentPort, workerData } from 'node:worker_threads';
import { fitUserModel, type UserModelInput } from './fit-user-model.ts';

const { interactions, features } = workerData as UserModelInput;
parentPort!.postMessage(await fitUserModel(interactions, features));
