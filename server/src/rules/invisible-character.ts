import { numberOf, runsOf } from './characters.ts';
import type { Rule, RuleText } from './rule.ts';

const NAMES: Readonly<Record<number, string>> = {
  173: 'A soft hyphen',
  8203: 'A zero width space',
  8204: 'A zero width non-joiner',
  8205: 'A zero width joiner',
  8206: 'A left-to-right mark',
  8207: 'A right-to-left mark',
  8288: 'A word joiner',
};

/** A character without a width stands in or between words, where it hinders searching. */
export const invisibleCharacter: Rule = {
  code: 'invisible-character',
  severity: 'information',
  description: 'A soft hyphen, a mark of direction or another character without a width stands in the text.',
  remedy: 'The fix removes it. Such characters belong in some scripts and between emoji, and stay there.',
  fixable: 'always',
  *inText(document) {
    const { text, characters } = document;
    if (characters.invisibles.length === 0) return;
    for (const { start, end } of runsOf(characters.invisibles.filter(at => !isAtHome(document, at)))) {
      const name = NAMES[text.charCodeAt(start)] ?? 'An invisible character';
      yield {
        start,
        end,
        message: `${name} (${numberOf(text, start)}): it is not seen, but searches miss the word. The fix removes it.`,
        replacement: '',
      };
    }
  },
};

/** Joiners shape the letters of many scripts and make one emoji of several; direction matters where any text runs leftwards. */
function isAtHome({ text, characters }: RuleText, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 0xad || code === 0x2060) return false;
  if (code >= 0x200b && code <= 0x200d) return isOther(text.charCodeAt(at - 1)) || isOther(text.charCodeAt(at + 1));
  return characters.rightToLeft >= 0;
}

/** Letters from Hebrew to Mongolian, and emoji. */
function isOther(code: number): boolean {
  return (
    (code >= 0x590 && code < 0x1900) ||
    (code >= 0x2600 && code < 0x2800) ||
    (code >= 0xd800 && code < 0xe000) ||
    code === 0xfe0f
  );
}
