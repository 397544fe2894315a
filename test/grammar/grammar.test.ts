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
