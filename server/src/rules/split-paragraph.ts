import type { Block } from '../reading/model.ts';
import { isListItem } from './lists.ts';
import type { Rule, RuleText } from './rule.ts';
import type { Seam } from './seams.ts';
import { endsSentence } from './wrapped.ts';

/** A line end or a blank line stands inside a sentence. */
export const splitParagraph: Rule = {
  code: 'split-paragraph',
  severity: 'warning',
  description: 'A break stands inside a sentence, so that one paragraph looks like two.',
  remedy: 'The fix puts a space in its place.',
  fixable: 'always',
  *inText(document) {
    const { text, seams, wrapped } = document;
    let at = 0;
    let inList = false;
    for (const seam of seams) {
      if (seam.lineEnds === 0) continue;
      // What a colon announces may be a list of clauses.
      inList = (inList || text.charAt(seam.before.end - 1) === ':') && goesOnInSmallLetters(text, seam.after);
      if (inList || !isInsideSentence(document, seam)) continue;
      while ((wrapped[at]?.end ?? text.length) < seam.end) at++;
      if ((wrapped[at]?.start ?? text.length) <= seam.start) continue;
      yield {
        start: seam.start,
        end: seam.end,
        message: 'A break inside a sentence. The fix joins the two parts of the paragraph.',
        replacement: /\p{L}-$/u.test(text.slice(seam.start - 2, seam.start)) ? '' : ' ',
      };
    }
  },
};

const PROSE = new Set(['paragraph', 'headline', 'deck', 'cross-head']);

/** A shorter line that ends with a capitalised word is a name, such as captions are. */
const SHORTEST_PART = 25;

/** The shortest line whose last word can tell that its sentence is not over: shorter ones are headings. */
const SHORTEST_LINE = 60;

/** Words that no sentence and no heading ends with. */
const UNFINISHED = /(?:^|\s)(?:the|an?|and|or|of|that|which|whose|their|his|its|between|into|from)$/;

function isInsideSentence({ text }: RuleText, { before, after }: Seam): boolean {
  if (!mayGoOn(text.charCodeAt(before.end - 1), text.charCodeAt(after.start))) return false;
  if (!PROSE.has(before.kind) || after.kind !== 'paragraph' || endsSentence(text, before)) return false;
  const tail = text.slice(Math.max(before.start, before.end - 16), before.end);
  if (!/[\p{L}\p{N},)”"’–—-]$/u.test(tail) || isListItem(text, before)) return false;
  if (goesOnInSmallLetters(text, after)) return !isName(text, before, tail) || goesOnWithSmallWord(text, after);
  return (
    before.kind === 'paragraph' &&
    before.end - before.start >= SHORTEST_LINE &&
    UNFINISHED.test(tail) &&
    /["“‘'$£€\p{L}\p{N}]/u.test(text.charAt(after.start))
  );
}

/** Few paragraphs end or begin so, and only those need a closer look. */
function mayGoOn(last: number, first: number): boolean {
  return (last >= 0x61 && last <= 0x7a) || (first >= 0x61 && first <= 0x7a) || first >= 0x80;
}

function isName(text: string, { start, end }: Block, tail: string): boolean {
  return (
    end - start < SHORTEST_PART && /\p{Lu}[^\s,]*$/u.test(tail) && !/^["“]?(?:The|An?)$/.test(text.slice(start, end))
  );
}

function goesOnWithSmallWord(text: string, { start }: Block): boolean {
  return SMALL_WORD.test(text.slice(start, start + 8));
}

const SMALL_WORD =
  /^(?:has|have|had|will|would|is|are|was|were|can|could|may|said|says|told|and|or|but|of|in|on|at|to|by|for|from|with|who|that|which|as)[\s,]/;

/** A small letter, but not that of a name such as iPhone. */
function goesOnInSmallLetters(text: string, { start }: Block): boolean {
  return (
    /^\p{Ll}(?!\p{Lu})/u.test(text.slice(start, start + 2)) &&
    !/^(?:https?:|www\.|[a-z][.)]\s)/.test(text.slice(start, start + 8))
  );
}
