import type { Rule } from './rule.ts';
import { together } from './together.ts';

const NAMES: Readonly<Record<string, string>> = { '\n': 'LF', '\r\n': 'CRLF', '\r': 'CR' };

/** A line ends in another way than the first one does. */
export const mixedLineEndings: Rule = {
  code: 'mixed-line-endings',
  severity: 'information',
  description: 'A line ends in another way (LF, CRLF, CR) than the first line does.',
  remedy: 'The fix writes the line end of the first line.',
  fixable: 'always',
  *inText({ text, characters, lineEnd }) {
    const { oddLineEnds } = characters;
    if (oddLineEnds.length === 0) return;
    const first = text.search(/[\r\n]/);
    const related = [{ start: first, end: first + lineEnd.length, message: 'The line end of the first line.' }];
    const places = oddLineEnds.map(start => ({ start, end: start + (text.startsWith('\r\n', start) ? 2 : 1) }));
    const others = places.length === 1 ? 'this one' : `this one and ${places.length - 1} others`;
    const message = `The first line ends with ${NAMES[lineEnd]}, ${others} in another way. The fix writes ${NAMES[lineEnd]}.`;
    yield { ...together(text, places, lineEnd, message), related };
  },
};
