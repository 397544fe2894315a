import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { figuresOf, judge, recallOf } from '../../scripts/quality/figures.mjs';
import { findSets, readGold } from '../../scripts/quality/sets.mjs';
import { speechOnly } from '../../scripts/quality/speech.mjs';
import { readDocument } from '../../server/src/reading/read.ts';

// biome-ignore lint/suspicious/noExplicitAny: records come as JSON, each corpus in a form of its own.
type Json = any;

// The shared scorer is a program of its own; the two must tell the same of the same readings.
const shared = join(import.meta.dirname, '../../../shared');
const scorer = join(shared, 'score', 'score.mjs');
const sets = existsSync(scorer) ? [...findSets([join(shared, 'gold'), join(shared, 'data')]).values()] : [];

const itsNames: Readonly<Record<string, string>> = {
  'who said what': 'who said what (content >=.5 and speaker right)',
  'continued statements': 'continued statements recalled with speaker',
  'named persons': 'named person mentions, exact span',
  'named organisations': 'named organization mentions, exact span',
  'named places': 'named place mentions, exact span',
  'pronouns of persons': 'personal pronouns resolved',
  'nominals of persons': 'nominals of persons resolved',
  'linking in a document': 'linking of named mentions, B-cubed',
  'dates right': 'date values right',
  blocks: 'blocks, exact span and kind',
  'meta fields': 'meta fields right',
};

/** What the scorer has no measure for. */
const ours = new Set(['offices', 'affiliations found']);

describe.skipIf(sets.length === 0)('the shared scorer (skipped where ../shared is not there)', () => {
  test.each(sets)(
    'says the same of $name',
    set => {
      const gold = readGold(set);
      const readings = gold.map(({ id, text }) => ({ id, ...readDocument(text) }));
      const theirs = score(gold, readings);
      for (const [measure, figure] of Object.entries(
        figuresOf(gold.map((document, i) => judge(document, readings[i]))),
      )) {
        if (ours.has(measure)) continue;
        expect(close(theirs[itsNames[measure] ?? measure]), measure).toEqual(close(figure));
      }
      if (set.name.startsWith('polnear')) {
        const speech = gold.map((document, i) => judge(speechOnly(document), readings[i]));
        expect(recallOf(speech)).toBeCloseTo(score(gold, readings, '--speech')['content @.3'].r, 10);
      }
    },
    60_000,
  );
});

function score(gold: readonly Json[], readings: readonly object[], ...options: string[]): Record<string, Json> {
  const folder = mkdtempSync(join(tmpdir(), 'readout-test-'));
  try {
    const files = [gold, readings].map((documents, index) => {
      const file = join(folder, `${index}.jsonl`);
      writeFileSync(file, documents.map(document => JSON.stringify(document)).join('\n'));
      return file;
    });
    const { stdout } = spawnSync(process.execPath, [scorer, ...files, '--json', ...options], { encoding: 'utf8' });
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const close = (figure: Json): Json =>
  typeof figure === 'number'
    ? figure.toFixed(10)
    : figure && Object.fromEntries(Object.entries(figure).map(([key, value]) => [key, Number(value).toFixed(10)]));
