import { expect, test } from 'vitest';
import { eventually, withServer } from '../../kit/server.ts';

const files = {
  'north/seeds/a.txt': 'Foreign Minister Ingrid Solhaug said that the harbour is open. \n',
  'north/people.yaml': '- name: Ingrid Solhaug\n  note: Speaks for the north.\n',
  'south/seeds/b.txt': 'Foreign Minister Ingrid Solhaug said that the quay is closed. \n',
  'elsewhere/seeds/c.txt': 'Foreign Minister Ingrid Solhaug said that nobody listens.\n',
};
const folders = ['north', 'south'];

test('in a workspace of several folders the documents of all are one corpus, and no others', () =>
  withServer({ files, folders }, async ({ open, about, uri }) => {
    const north = open('north/seeds/a.txt', files['north/seeds/a.txt']);
    const references = async (): Promise<string[]> =>
      (await about('textDocument/references', north, 0, 20, { context: { includeDeclaration: true } })).map(
        (found: { uri: string }) => found.uri,
      );
    const found = await eventually(references, uris => uris.length > 1);
    expect(new Set(found)).toEqual(new Set([north, uri('south/seeds/b.txt')]));
  }));

test('the people file of each folder holds for the documents of all', () =>
  withServer({ files, folders }, async ({ open, about }) => {
    const south = open('south/seeds/b.txt', files['south/seeds/b.txt']);
    const hover = async () => JSON.stringify(await about('textDocument/hover', south, 0, 20));
    expect(await eventually(hover, text => text.includes('Speaks for the north'))).toContain('Speaks for the north');
  }));

test('each folder has rules of its own', () =>
  withServer({ files, folders }, async ({ connection, open, published, uri }) => {
    connection.onRequest('workspace/configuration', ({ items }) =>
      items.map(({ scopeUri }: { scopeUri?: string }) =>
        scopeUri === uri('south') ? { rules: { 'trailing-space': 'off' } } : {},
      ),
    );
    const [north, south] = [
      open('north/seeds/a.txt', files['north/seeds/a.txt']),
      open('south/seeds/b.txt', files['south/seeds/b.txt']),
    ];
    void connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const codes = (document: string) =>
      published.findLast(sent => sent.uri === document)?.diagnostics.map(({ code }) => code);
    const found = await eventually(
      () => [codes(north), codes(south)],
      ([inNorth, inSouth]) => inNorth !== undefined && inSouth?.length === 0,
    );
    expect(found).toEqual([['trailing-space'], []]);
  }));
