import { warmUp as warmUpSteps } from '../reading/warmUp.ts';
import type { Host } from './host.ts';
import type { Library } from './library.ts';
import { during } from './turns.ts';
