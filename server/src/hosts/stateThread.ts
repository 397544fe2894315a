// A script of its own, so that the thread has little to load.
import { parentPort } from 'node:worker_threads';
import { lookForServer } from './states.ts';

if (parentPort) lookForServer(parentPort);
