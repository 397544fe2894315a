import { join } from 'node:path';
import { test } from 'vitest';
import { which } from '../../../scripts/lib/browser.mjs';
import { expectReading } from '../dispatches.ts';

test.skipIf(!which('nvim'))(
  'Neovim as a client: hover, references, symbols, diagnostics and a code action',
  async () => {
    const script = join(import.meta.dirname, 'client.lua');
    await expectReading('nvim', ['--headless', '-n', '-u', 'NONE', '-c', `luafile ${script}`]);
  },
);
