import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { linesOf, toOffset, toPosition } from '../../server/src/protocol/convert.ts';

const odd = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n', '😀', '\u2028', 'é'), maxLength: 30 });

test('offsets become the positions that the text library of the protocol gives', () => {
  fc.assert(
    fc.property(odd, text => {
      const lines = linesOf(text);
      const document = TextDocument.create('a', '', 0, text);
      for (let offset = 0; offset <= text.length; offset++) {
        // Between \r and \n the library moves to the start of the pair; a span of a reading never ends there.
        if (text[offset - 1] === '\r' && text[offset] === '\n') continue;
        expect(toPosition(lines, offset)).toEqual(document.positionAt(offset));
      }
    }),
  );
});

test('positions become the offsets that it gives, those outside the text too', () => {
  fc.assert(
    fc.property(odd, fc.integer({ min: -1, max: 12 }), fc.integer({ min: 0, max: 40 }), (text, line, character) => {
      const expected = TextDocument.create('a', '', 0, text).offsetAt({ line, character });
      const found = toOffset(linesOf(text), { line, character });
      expect(found).toBe(expected);
    }),
  );
});

describe('there and back', () => {
  for (const text of ['', 'a', 'a\nb', 'a\r\nb\r\n', '\r\r', '😀\n😀']) {
    test(JSON.stringify(text), () => {
      const lines = linesOf(text);
      for (let offset = 0; offset <= text.length; offset++) {
        if (text[offset - 1] === '\r' && text[offset] === '\n') continue;
        expect(toOffset(lines, toPosition(lines, offset))).toBe(offset);
      }
    });
  }
});
