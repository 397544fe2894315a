import { describe, expect, it } from 'vitest';
import { readLayout } from '../../server/src/reading/blocks.ts';
import { typedSince } from '../../server/src/reading/layout/pieces.ts';
import { checkFormat, findProblems } from '../../server/src/rules/index.ts';
import { plain } from './edits.ts';

const prose =
  'The villages had waited for the wells for ten years, and nobody in the town had thought that they would hold for so long as this.';
const dispatch = `OSLO, March 3 (Fjord) -- Norway will pay for them, and it will pay for the roads that lead there from the coast, too.`;
const story = `Norway pays for the wells\n\n2021-03-07\n\n${dispatch}\n\n${prose}\n\nThe roads come first.\n`;
const caption = 'Photo: The villages that have waited for the wells for ten years and for the roads (Jane Roe/Fjord)';
const spaced = Array.from({ length: 7 }, (_, i) => `Day ${i}. ${prose}`).join('\n\n\n');
const small = prose.replace('The', 'the');
const clauses = 'to dig in the hills of the north\n\nto drill on the coast of the south.\n';
const row = '='.repeat(40);

/** Layout and problems after an edit are those of the text afresh; and whether the layout was kept for it. */
function check(name: string, text: string, from: string, to: string, kept: boolean): void {
  it(name, () => {
    const before = readLayout(text);
    const edited = text.replace(from, to);
    expect(edited).not.toBe(text);
    const layout = readLayout(edited, before);
    expect(plain(layout)).toEqual(plain(readLayout(edited)));
    expect(checkFormat(layout, checkFormat(before)).problems).toEqual(findProblems(edited));
    expect(typedSince(before, layout) !== null).toBe(kept);
    expect(typedSince(readLayout(text), layout)).toBeNull();
  });
}

describe('typing in prose', () => {
  check('a letter more', story, 'years', 'yearss', true);
  check('a letter less', story, 'villages', 'village', true);
  check('another word', story, 'nobody', 'somebody', true);
  check('in a bundle', `${story}\n${row}\n\n${story}`, 'years', 'yearss', true);
  check('in the last document of a bundle', `${story}\n${row}\n\nA last one\n\n${prose}x`, 'this.x', 'thiss.x', true);
  check('behind a problem', `A headline\n${prose}\n\n${prose.replace('ten', 'six')}\n`, 'six', 'sixty', true);
  check('in front of a problem', `A headline\n\n${prose}\n\nIt broke.\n\n\n\nIt rained.`, 'ten', 'eleven', true);
  check('in what a fix writes anew', spaced, 'Day 3. The villages had wait', 'Day 3. The villages had wit', true);
  check('in what a fix far away writes anew', `${prose} \n${prose}${'x'.repeat(9)}${row}`, 'xx', 'xyx', false);
  check('behind a small letter', `It broke when\n\nit ${small}`, 'it the', 'iT the', true);
  check('of a small letter', `It broke when\n\n${small}`, 'the villages', 'The villages', false);
  check('of a colon over clauses', `${prose.slice(0, -1)}:\n\n${clauses}`, 'this:', 'this.', false);
  check('of the last full stop', `${story}\n${prose})\n\n${small}\n`, '.)', ')', false);
  check('of a last full stop', `${story}\n${prose.slice(0, -1)})\n\n${small}\n`, 's)', 's.)', false);
  check(
    'a form feed less beside a separator',
    `${prose.replace('ten', 't\fen')} ${row}\n\n${story}`,
    't\fen',
    'ten',
    false,
  );
  check('a form feed beside a separator', `${prose} ${row}\n\n${story}`, 'ten', 'te\fn', false);
  check('in a broken quotation', `${prose} "They will hold, he said and left.`, 'hold, he', 'holds, he', true);
  check('a quotation mark', story, 'nobody', '"nobody', true);
  check('a word more', story, 'ten years', 'ten long years', false);
  check('a line end', story, 'years, and', 'years,\nand', false);
  check(
    'a line end in long prose',
    `${story}\n${prose} ${prose}\n`,
    'this. The villages',
    'this. The\n\nvillages',
    false,
  );
  check('a tab', story, 'years, and', 'years,\tand', false);
  check('that makes a caption', `${story}\n${caption.replace('Photo', 'Poto')}\n`, 'Poto', 'Photo', false);
  check('of a short line', story, 'come first', 'came first', false);
  check('of a headline', story, 'pays for', 'paid for', false);
  check('of a dateline', story, 'March 3', 'March 31', false);
  check('behind a dateline', story, 'the coast', 'the coasts', false);
  check('at the end of a line', story, 'as this.', 'as this:', false);
  check('at the end of a line, a letter', story, 'as this.', 'as this', false);
  check('that makes a line long', `${prose.repeat(2).slice(0, 249)}.`, 'ten', 'tenn', false);
  check('that makes a line short', `${prose}\n\n${prose.slice(0, 81)}`, 'villages', 'village', true);
  check('that makes a paragraph a copy', `${prose}\n\n${prose.replace('ten', 'te')}\n`, 'te years', 'ten years', false);
  check('that makes a copy another', `${prose}\n\n${prose}\n`, 'ten', 'tenn', false);
});
