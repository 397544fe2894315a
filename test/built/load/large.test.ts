import { truncateSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { eventually, type Running, withServer } from '../../kit/server.ts';
import { followed, settled, statusOf } from './whole.ts';

const minutes = 60_000;
const sentence = 'Ana Ruiz said that the harbour is open. ';
/** An editor sends none of more than 50 MB. */
const opened = process.env.READOUT_LONG === '1' ? 50 : 20;

/** The server goes on to read and to answer. */
async function expectAlive({ open, about }: Running): Promise<void> {
  const uri = open('untitled:alive.seed', sentence);
  expect((await about('textDocument/hover', uri, 0, 1)).contents.value).toContain('Ana Ruiz');
}

test(
  'a file of 50 MB is passed over and named, and the files behind it are read',
  () =>
    withServer(
      {
        files: { 'z.seed': sentence },
        capabilities: followed,
        prepare: folder => writeFileSync(`${folder}/a.seed`, sentence.repeat(50e6 / sentence.length)),
      },
      async running => {
        const status = await settled(statusOf(running), 1);
        expect(status?.unread).toEqual([{ uri: running.uri('a.seed'), reason: 'large', detail: '' }]);
        await eventually(
          () => running.log,
          log => log.length > 0,
        );
        expect(running.log).toContain(`Readout does not read ${running.path('a.seed')}: it is larger than 20 MB.`);
        await expectAlive(running);
      },
    ),
  2 * minutes,
);

test(
  'a file with a hole of 2 TB is passed over as well: its size is looked at before its words',
  () =>
    withServer(
      {
        files: { 'a.seed': sentence, 'z.seed': sentence },
        capabilities: followed,
        prepare: folder => truncateSync(`${folder}/a.seed`, 2e12),
      },
      async running => {
        const status = await settled(statusOf(running), 1);
        expect(status?.unread).toMatchObject([{ uri: running.uri('a.seed'), reason: 'large' }]);
        await expectAlive(running);
      },
    ),
  2 * minutes,
);

const long: Record<string, string> = {
  '200,000 lines': Array.from({ length: 200_000 }, (_, n) => (n % 2 === 0 ? `Ana ${n} it.` : '')).join('\n'),
  'a line of 5 MB': sentence.repeat(5e6 / sentence.length + 1),
  'a word of 5 MB': 'x'.repeat(5e6),
  'ten thousand rows': `${'='.repeat(40)}\n\n${sentence}\n\n`.repeat(10_000),
};

/** The longest line in which sentences are read takes its time. */
if (process.env.READOUT_LONG === '1') long['a line of just 5 MB'] = sentence.repeat(5e6 / sentence.length);

for (const [name, text] of Object.entries(long)) {
  test(
    `${name}: the open document is read, edited and asked about`,
    () =>
      withServer({ folders: [] }, async running => {
        const uri = running.open('untitled:long.seed', text);
        expect(await running.about('textDocument/documentSymbol', uri)).toBeInstanceOf(Array);
        running.change(uri, 2, {
          range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
          text: 'A',
        });
        expect(await running.about('textDocument/foldingRange', uri)).toBeInstanceOf(Array);
        await running.about('textDocument/hover', uri, 0, 1);
        const { data } = await running.about('textDocument/semanticTokens/full', uri);
        expect(data).toBeInstanceOf(Array);
        await expectAlive(running);
        expect(running.errors()).toBe('');
      }),
    3 * minutes,
  );
}

test(
  `a document of ${opened} MB that is opened all the same: its layout is read, and it is said what is not`,
  () =>
    withServer({ folders: [] }, async running => {
      const messages: string[] = [];
      running.connection.onNotification('window/showMessage', ({ message }) => void messages.push(message));
      running.open('untitled:long.seed', `${sentence}\n\n`.repeat((opened * 1e6) / (sentence.length + 2)));
      await eventually(
        () => messages,
        said => said.length > 0,
        2 * minutes,
      );
      expect(messages).toEqual([expect.stringMatching(/^long\.seed is longer than 5 MB\./)]);
      await expectAlive(running);
    }),
  3 * minutes,
);
