import { test } from 'vitest';
import { checkEdits } from './edits.ts';

test('layout and problems read with those before equal those read anew', { timeout: 120_000 }, () => checkEdits(5000));
