// The five real documents that Readout was first made for, in a real window. They are not part of the project: where
// they are not beside it, this says so and skips.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWindow, type Window } from './window.ts';

const shared = path.resolve(import.meta.dirname, '../../../../shared');
const documents = path.join(shared, 'seeds');
const labels = path.join(shared, 'gold', 'seeds.dev.jsonl');
const present = existsSync(documents);
if (!present) console.log(`Skipped: the real documents are not at ${path.relative(process.cwd(), documents)}.`);

const files = present ? readdirSync(documents).filter(name => name.endsWith('.txt')) : [];

/** What a careful reader found in some of them. */
interface Gold {
  readonly id: string;
  readonly problems: readonly { readonly code: string }[];
  readonly speakers: readonly string[];
}

describe.skipIf(!present)('the real documents', () => {
  let folder: string;
  let window: Window;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'real-'));
    cpSync(documents, folder, { recursive: true });
    window = await openWindow(folder);
    await window.command('Explorer: Focus on Outline View');
  });

  afterAll(async () => {
    await window?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const file of files) {
    test(`${file.slice(0, 3)}: the outline shows its speakers`, async () => {
      await window.openFile(file);
      await window.command('Explorer: Focus on Outline View');
      for (const name of speakersOf(file)) await window.outlineRow(name).first().waitFor({ timeout: 60_000 });
      await window.picture(`real-${file.slice(0, 3)}-outline`);
    });
  }
});
