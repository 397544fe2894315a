import { join } from 'node:path';
import { test } from 'vitest';
import { hasEglot } from '../../../scripts/lib/other-editors.mjs';
import { expectReading } from '../dispatches.ts';

test.skipIf(!hasEglot())('Emacs as a client: hover, references, symbols, diagnostics and a code action', async () => {
  await expectReading('emacs', ['--batch', '-l', join(import.meta.dirname, 'client.el')]);
});
