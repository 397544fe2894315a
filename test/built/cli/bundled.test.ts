import { expect, test } from 'vitest';
import { readDocument } from '../../../server/src/reading/read.ts';
import { documentsOf } from '../../bench/generator/documents.ts';
import { run } from '../../kit/cli.ts';

test('word lists that the bundle has made smaller tell it what the whole ones tell', async () => {
  const documents = Array.from(documentsOf(7, 60), ({ text }, id) => ({ id: String(id), text }));
  const { code, out } = await run(['read', '--ndjson'], documents.map(document => JSON.stringify(document)).join('\n'));
  expect(code).toBe(0);
  const read = out
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line));
  expect(read).toHaveLength(documents.length);
  for (const [n, { id, ...reading }] of read.entries()) {
    expect(id).toBe(documents[n]!.id);
    expect(reading).toEqual(JSON.parse(JSON.stringify(readDocument(documents[n]!.text))));
  }
});
