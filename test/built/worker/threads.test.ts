import { expect, test } from 'vitest';
import { eventually } from '../../kit/server.ts';
import { type InWorker, withWorker } from '../../kit/worker.ts';

const names = ['Ana Ruiz', 'Eva Lindt', 'Ivo Marek', 'Kim Bell', 'Sam Hill', 'Tom Reed'];
const files = Object.fromEntries(
  names.map((name, n) => [`memfs:/paper/${n}.seed`, `${name} said that the harbour is open.\n`]),
);

const namesIn = ({ request }: InWorker) =>
  eventually(
    async () => (await request('workspace/symbol', { query: '' })).map(({ name }: { name: string }) => name).sort(),
    found => found.length === names.length,
  );

test('files are read in workers of the worker', () =>
  withWorker(
    files,
    async worker => {
      expect(await namesIn(worker)).toEqual(names);
      expect(new Set(worker.nested)).toEqual(new Set(['readout-reader']));
      expect(worker.log).toEqual([]);
    },
    {},
    {},
    true,
  ));

test('where it can have none, the worker reads them itself', () =>
  withWorker(files, async worker => {
    expect(await namesIn(worker)).toEqual(names);
    expect(worker.nested).toEqual([]);
  }));
