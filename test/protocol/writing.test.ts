import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Message } from 'vscode-languageserver';
import { madeOfParts, written } from '../../server/src/protocol/writing.ts';

const response = (result: unknown) => ({ jsonrpc: '2.0', id: 7, result }) as Message;
const shown = (message: Message) => new TextDecoder().decode(written(message));

const parts = fc.array(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()));

test('an answer made of parts is written like any other, the first time and when some of them come again', () => {
  fc.assert(
    fc.property(parts, parts, (before, more) => {
      for (const answer of [before, [...before, ...more], [...more.slice(1), ...before.slice(1)]]) {
        const message = response(madeOfParts(answer));
        expect(shown(message)).toBe(JSON.stringify(message));
        expect(shown(message)).toBe(JSON.stringify(message));
      }
    }),
  );
});

test('any message is JSON', () => {
  for (const message of [response(null), response([{ a: 'é' }]), { jsonrpc: '2.0', method: 'ö', params: [] }])
    expect(JSON.parse(shown(message))).toEqual(message);
});

test('a part is turned into words once', () => {
  let times = 0;
  const part = { toJSON: () => ++times };
  expect(shown(response(madeOfParts([part])))).toContain('[1]');
  expect(shown(response(madeOfParts([part, {}])))).toContain('[1,{}]');
  expect(times).toBe(1);
});
