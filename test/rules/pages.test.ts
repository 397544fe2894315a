import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { applyEdits, fixAll } from '../../server/src/rules/fix.ts';
import { findProblems, rules } from '../../server/src/rules/index.ts';

const file = (path: string) => new URL(`../../${path}`, import.meta.url);
const page = (name: string) => readFileSync(file(`docs/rules/${name}.md`), 'utf8');

/** Files that the rules share; every other one is a rule. */
const shared =
  /^(?:index|rule|fix|severities|words|seams|characters|blockNotes|check|headerLines|fusions|lists|copies|together|separators|wrapped|typing|moved|mojibakeText|quotationMarks)\.ts$/;

test('a rule, its file, its test and its page: none without the others', () => {
  const codes = rules.map(rule => rule.code).sort();
  const names = (folder: string, ending: string) =>
    readdirSync(file(folder))
      .filter(name => name.endsWith(ending) && name !== 'README.md' && !shared.test(name))
      .map(name => name.slice(0, -ending.length))
      .sort();
  expect(new Set(codes).size).toBe(codes.length);
  expect(names('server/src/rules', '.ts')).toEqual(codes);
  expect(names('docs/rules', '.md')).toEqual(codes);
  for (const code of codes) expect(existsSync(file(`test/rules/${code}.test.ts`)), code).toBe(true);
});

test('the list of the rules has them all, in order', () => {
  const rows = rules.map(({ code, severity, description, fixable }) => {
    const fix = { always: 'yes', sometimes: 'sometimes', never: 'no' }[fixable];
    return `| [${code}](${code}.md) | ${severity} | ${description} | ${fix} |`;
  });
  expect(
    page('README')
      .split('\n')
      .filter(line => line.startsWith('| [')),
  ).toEqual(rows);
});

/** The examples of a page as texts: `·` is a space, `⟨U+00A0⟩` the character of that number, `⟨end⟩` the end without a line end. */
function exampleUnder(heading: string, text: string): string {
  const written = new RegExp(`## ${heading}\n\n\`\`\`text\n([\\s\\S]*?)\`\`\``).exec(text)?.[1] ?? '';
  return written
    .replace(/⟨end⟩\n$/, '')
    .replaceAll('·', ' ')
    .replace(/⟨U\+([0-9A-F]{4})⟩/g, (_, number: string) => String.fromCharCode(Number.parseInt(number, 16)));
}

describe.each(rules)('the page of $code', ({ code, severity, description, remedy, fixable }) => {
  const text = page(code);
  const problems = (example: string) => findProblems(example).filter(found => found.code === code);
  const wrong = exampleUnder('Wrong', text);
  const right = exampleUnder('Right', text);

  test('says what the rule says', () => {
    expect(text.startsWith(`# ${code}\n\n${description}\n\n`)).toBe(true);
    expect(text).toContain(`| ${severity} | ${remedy} |`);
    expect(text).toContain(`"readout.rules": { "${code}": "off" }`);
    expect(text).toMatch(/## Why\n\n\S/);
  });
  test('shows what is wrong', () => expect(problems(wrong)).not.toEqual([]));
  test('shows what is right', () => expect([right.trim() === '', problems(right)]).toEqual([false, []]));
  if (fixable === 'always')
    test('shows what the fix does', () => expect(applyEdits(wrong, fixAll(problems(wrong)))).toBe(right));
});
