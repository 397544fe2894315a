import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const root = new URL('../../', import.meta.url);
const grammarFile = new URL('syntaxes/readout.tmLanguage.json', root);

const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
const onigLib = oniguruma.loadWASM(wasm).then(() => ({
  createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
  createOnigString: (text: string) => new oniguruma.OnigString(text),
}));
const registry = new textmate.Registry({
  onigLib,
  loadGrammar: async () => textmate.parseRawGrammar(readFileSync(grammarFile, 'utf8'), grammarFile.pathname),
});
const grammar = await registry.loadGrammar('source.readout-seed');

/** The words of the lines that carry a scope, as `[word, …]`; neighbouring tokens of the scope are joined. */
function scoped(text: string, scope: string): string[] {
  const found: string[] = [];
  let state = textmate.INITIAL;
  for (const line of text.split('\n')) {
    const result = grammar?.tokenizeLine(line, state);
    if (!result) throw new Error('no grammar');
    state = result.ruleStack;
    let open = false;
    for (const token of result.tokens) {
      const has = token.scopes.some(name => name.startsWith(scope));
      const words = line.slice(token.startIndex, token.endIndex);
      if (has && open) found.push(found.pop() + words);
      else if (has) found.push(words);
      open = has;
    }
  }
  return found.map(words => words.trim()).filter(words => words !== '');
}

const check = (text: string, scope: string, expected: string[]) =>
  test(`${scope} in ${JSON.stringify(text.slice(0, 60))}`, () => expect(scoped(text, scope)).toEqual(expected));

describe('breadcrumb', () => {
  check('Home > World > Asia', 'meta.header.breadcrumb', ['Home > World > Asia']);
  check('Home\u00a0>\u00a0Africa\u00a0>\u00a0', 'meta.header.breadcrumb', ['Home\u00a0>\u00a0Africa\u00a0>']);
  check('Current Location: desk > Views > Content', 'meta.header.breadcrumb', [
    'Current Location: desk > Views > Content',
  ]);
  check('World > Asia > Rivers', 'punctuation.separator.breadcrumb', ['>', '>']);
  check('Prices rose > 5 per cent, she said.', 'meta.header.breadcrumb', []);
  check('Home is where she said she was.', 'meta.header.breadcrumb', []);
});

describe('stamp', () => {
  check('2021-03-04 09:30:12 River Daily', 'meta.header.stamp', ['2021-03-04 09:30:12 River Daily']);
  check('2021-03-04 09:30:12 River Daily', 'constant.numeric.date', ['2021-03-04']);
  check('2021-11-23 09:30:12 River Daily', 'constant.numeric.date', ['2021-11-23']);
  check('River Daily Updated: March 19, 2021', 'constant.numeric.date', ['March 19, 2021']);
  check('2021-03-04 09:30:12 River Daily', 'constant.numeric.time', ['09:30:12']);
  check('2021-03-04 09:30:12 River Daily', 'entity.name.type.outlet', ['River Daily']);
  check('River DailyUpdated: March 4, 2021', 'keyword.other.label', ['Updated']);
  check('River DailyUpdated: March 4, 2021', 'entity.name.type.outlet', ['River Daily']);
  check('Sunday, March 7, 2021', 'meta.header.stamp', ['Sunday, March 7, 2021']);
  check('date 2021-03-04 OSLO, March 3 (Fjord) -- Norway will pay.', 'meta.header.stamp', ['date 2021-03-04']);
  check('March 4, 2021 was a quiet day in the harbour.', 'meta.header.stamp', []);
  check('On 4 March 2021, the two ministers met.', 'meta.header.stamp', []);
});

describe('dateline', () => {
  check('OSLO, March 3 (Fjord) -- Norway will pay.', 'meta.header.dateline', ['OSLO, March 3 (Fjord) --']);
  check('OSLO, March 3 (Fjord) -- Norway will pay.', 'entity.name.section.place', ['OSLO']);
  check('OSLO, March 3 (Fjord) -- Norway will pay.', 'entity.name.type.agency', ['Fjord']);
  check('date 2021-03-04 OSLO, March 3 (Fjord) -- Norway will pay.', 'meta.header.dateline', [
    'OSLO, March 3 (Fjord) --',
  ]);
  check('PARIS (AP) — The river rose.', 'meta.header.dateline', ['PARIS (AP) —']);
  check('LONDON/PARIS, Jan 5 (Reuters) - The river rose.', 'entity.name.section.place', ['LONDON/PARIS']);
  check('MOSCOW, April 22. /TASS/. The river rose.', 'entity.name.type.agency', ['TASS']);
  check('The WHO (UN) said so.', 'meta.header.dateline', []);
});

describe('quotations', () => {
  check('"We came," she said, "and we saw."', 'string.quoted', ['"We came,"', '"and we saw."']);
  check('“We came,” she said.', 'string.quoted', ['“We came,”']);
  check('“She said ‘no’ twice,” he said.', 'string.quoted.single', ['‘no’']);
  check('She said "never.\n\nThe river rose.', 'string.quoted', ['"never.']);
  check('“Open.\n\nThe river rose.', 'string.quoted', ['“Open.']);
  check("The minister's words", 'string.quoted', []);
});

describe('headline', () => {
  check('Norway to pay for dikes\n\nThe river rose, she said.', 'markup.heading', ['Norway to pay for dikes']);
  check('Home > Asia\n\nNorway to pay for dikes\n\nBackground', 'markup.heading', ['Norway to pay for dikes']);
  check('Home > Asia\nNorway to pay for dikes\n\nThe river.', 'meta.header.breadcrumb', ['Home > Asia']);
  check('Home > Asia\n\n2021-03-04 River Daily\n\nBackground', 'meta.header.stamp', ['2021-03-04 River Daily']);
  check('The river rose, she said.\n\nBackground', 'markup.heading', []);
  check('River DailyUpdated: March 4, 2021\n\nThe river.', 'markup.heading', []);
});

describe('trailer', () => {
  check('<Send to a friend>', 'meta.trailer', ['<Send to a friend>']);
  check('<Send to a friend>', 'punctuation.definition.trailer', ['<', '>']);
  check('a < b and c > d', 'meta.trailer', []);
});

const rule = '='.repeat(40);

describe('separators', () => {
  for (const row of [rule, '-'.repeat(60), '_'.repeat(10), '-=-=-=-=-=-='])
    check(`The river rose.\n\n${row}\n\nThe river fell.`, 'punctuation.separator.document', [row]);
  check('3 of 1,200 DOCUMENTS', 'keyword.other.label.count', ['3 of 1,200 DOCUMENTS']);
  check('=== Document 3 of 120 ===', 'constant.numeric.count', ['3', '120']);
  check('=== Document 3 of 120 ===', 'punctuation.separator.document', ['===', '===']);
  check('He saw 3 of 120 documents.', 'keyword.other.label.count', []);
  check(`The river rose.\n\n${rule}\n\nNorway to pay for dikes\n\nThe river.`, 'markup.heading', [
    'Norway to pay for dikes',
  ]);
  check(`The river rose.\n\nDocument 2 of 3\n\n2021-03-04 River Daily`, 'meta.header.stamp', [
    '2021-03-04 River Daily',
  ]);
  check(`The river rose.\n\n${rule}\n\nOSLO, March 3 (Fjord) -- It rose.`, 'meta.header.dateline', [
    'OSLO, March 3 (Fjord) --',
  ]);
  check(`The river rose.\n\n${rule}\n\nHome > World > Asia\n\nThe river.`, 'meta.header.breadcrumb', [
    'Home > World > Asia',
  ]);
  check('The river rose.\n\fNorway to pay for dikes', 'markup.heading', ['Norway to pay for dikes']);
});

describe('section breaks', () => {
  for (const row of ['* * *', '---', '- - -']) check(row, 'punctuation.separator.section', [row]);
  check('The river -- it rose.', 'punctuation.separator.section', []);
});

describe('bylines', () => {
  check('By Jane Roe and John Doe in Cairo', 'meta.header.byline', ['By Jane Roe and John Doe in Cairo']);
  check('By Jane Roe', 'keyword.other.label', ['By']);
  check('BYLINE: Jane Roe', 'meta.header.byline', ['BYLINE: Jane Roe']);
  check('Jane Roe, Staff Writer', 'entity.name.function.person', ['Jane Roe']);
  check('By our diplomatic correspondent', 'meta.header.byline', ['By our diplomatic correspondent']);
  check('By winter the wells were dry.', 'meta.header.byline', []);
});

describe('captions and credits', () => {
  check('(Xinhua/Li Na)', 'comment.line.credit', ['(Xinhua/Li Na)']);
  check('[Photo by Jane Roe/Fjord]', 'comment.line.credit', ['[Photo by Jane Roe/Fjord]']);
  check('Photo: Jane Roe', 'comment.line.credit', ['Photo: Jane Roe']);
  check('A well in Moundou. (Xinhua/Li Na)', 'meta.caption', ['A well in Moundou. (Xinhua/Li Na)']);
  check('A well in Moundou. (Xinhua/Li Na)', 'comment.line.credit', ['(Xinhua/Li Na)']);
  check('FILE PHOTO: A well in Moundou.', 'keyword.other.label', ['FILE PHOTO']);
  check('The European Union (EU) will pay.', 'meta.caption', []);
});

describe('cross-heads and lists', () => {
  check('The river rose.\n\nWhat happens next\n\nIt fell.', 'meta.cross-head', ['What happens next']);
  check('The river rose.\n\nIt fell.', 'meta.cross-head', []);
  check('• to dig "wells"', 'punctuation.definition.list', ['•']);
  check('• to dig "wells"', 'string.quoted', ['"wells"']);
  check('1. Calls for wells.', 'punctuation.definition.list', ['1.']);
  check('2021 was dry.', 'markup.list', []);
});

describe('what the page adds', () => {
  check('(Reporting by Jane Roe; Editing by John Doe)', 'comment.line.end-note', [
    '(Reporting by Jane Roe; Editing by John Doe)',
  ]);
  check('© 2021 River Daily', 'comment.line.end-note', ['© 2021 River Daily']);
  check('Contacts went on.', 'comment.line.end-note', []);
  check('Share | Print | E-mail', 'comment.line.boilerplate.share-bar', ['Share | Print | E-mail']);
  check('Share prices fell.', 'comment.line.boilerplate', []);
  check('Read more: Chad digs deeper', 'comment.line.boilerplate.related-links', ['Read more: Chad digs deeper']);
  check('We use cookies to make this site better.', 'comment.line.boilerplate.notice', [
    'We use cookies to make this site better.',
  ]);
  for (const mark of ['(END)', '###', '-30-', 'ENDS', 'Enditem'])
    check(`The river.\n\n${mark}`, 'meta.trailer', [mark]);
});
