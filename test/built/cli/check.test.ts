import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, symlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { rules } from '../../../server/src/rules/index.ts';
import { cli } from '../../kit/cli.ts';
import { finished, withFolder } from '../../kit/folder.ts';

const root = join(import.meta.dirname, '../../..');
const good = 'The harbour opens on Monday, the mayor said.\n';
const torn = ' The harbour opens on Monday, the mayor said.';
const lines = (out: string) => out.split('\n').filter(Boolean);
const json = (out: string) => lines(out).map(line => JSON.parse(line));
const paths = (out: string) => [...new Set(json(out).map(({ path }) => path))];

const validProblem = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(join(root, 'docs/problem.schema.json'), 'utf8')),
);

describe('what is printed', () => {
  test('nothing where nothing is wrong', () =>
    withFolder({ 'a.seed': good }, async ({ run }) => {
      for (const format of ['text', 'json', 'github']) {
        expect(await run('check', '--format', format, 'a.seed')).toEqual({ code: 0, out: '', err: '' });
      }
    }));

  test('text: a line a problem, with its place', () =>
    withFolder({ 'a.seed': torn }, async ({ run }) => {
      const { code, out, err } = await run('check', 'a.seed');
      expect({ code, err }).toEqual({ code: 1, err: '' });
      expect(out).toMatchInlineSnapshot(`
        "a.seed:1:1 warning leading-space White space before the first words. The fix removes it.
        a.seed:1:46 information missing-final-newline The last line has no line end. The fix adds one.
        "
      `);
    }));

  test('json: one object a line that fits its schema', () =>
    withFolder({ 'a.seed': `The harbour “𝒜” opens.\n\n\n\nIt rains. \n` }, async ({ run, read }) => {
      const { out } = await run('check', '--format', 'json', 'a.seed');
      const problems = json(out);
      for (const problem of problems) expect([validProblem(problem), validProblem.errors]).toEqual([true, null]);
      expect(problems.map(({ code }) => code)).toEqual(['extra-blank-line', 'trailing-space']);
      expect(problems[0]).toMatchObject({ path: 'a.seed', line: 1, column: 24, endLine: 5, endColumn: 1 });
      expect(problems[1]).toMatchObject({ line: 5, column: 10, endLine: 5, endColumn: 11, fix: { text: '' } });
      expect(read('a.seed').slice(problems[1].start, problems[1].end)).toBe(' ');
    }));

  test('json: the other place, and what an editor may choose', () => {
    const paragraph = 'The harbour “𝒜” opens on Monday, the mayor of Norhaven said to the sailors.';
    return withFolder({ 'a.seed': `${paragraph}\n\n${paragraph}\n` }, async ({ run }) => {
      const [problem] = json((await run('check', '--format', 'json', 'a.seed')).out);
      expect([validProblem(problem), validProblem.errors]).toEqual([true, null]);
      expect(problem.related).toMatchObject([{ line: 1, column: 1, endLine: 1, start: 0, end: paragraph.length }]);
      expect(problem.suggestions.map(({ edit }: { edit: { start: number } }) => edit.start)).toEqual([
        paragraph.length,
        0,
      ]);
    });
  });

  test('github: commands in which nothing of a name acts as one', () =>
    withFolder({ 'a,b:100%.seed': torn }, async ({ run }) => {
      const { out } = await run('check', '--format', 'github', 'a,b:100%.seed');
      expect(lines(out)).toEqual([
        '::warning file=a%2Cb%3A100%25.seed,line=1,endLine=1,col=1,endColumn=2,title=leading-space::White space before the first words. The fix removes it.',
        expect.stringMatching(/^::notice file=a%2Cb%3A100%25\.seed,line=1,endLine=1,col=46,endColumn=46,title=missing/),
      ]);
    }));

  test('no character of a name acts on the terminal', () =>
    withFolder({ 'a\n\u001b[31m.seed': torn, 'b\u001b.seed': new Uint8Array([0]) }, async ({ run }) => {
      const { out, err } = await run('check', '.');
      expect(lines(out)).toHaveLength(2);
      expect(out).toMatch(/^a\\u\{a\}\\u\{1b\}\[31m\.seed:1:1 /);
      expect(err).toBe('readout: b\\u{1b}.seed is not a text file\n');
    }));

  test('a byte order mark is no column', () =>
    withFolder({ 'a.seed': `\ufeff${good.trimEnd()} \n` }, async ({ run }) => {
      const [problem] = json((await run('check', '--format', 'json', 'a.seed')).out);
      expect(problem).toMatchObject({ code: 'trailing-space', line: 1, column: 45, start: 45 });
    }));
});

describe('sarif', () => {
  const schema = JSON.parse(
    readFileSync(join(root, 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
  );
  // The schema is written for draft 4; it uses nothing that later drafts read differently but these two.
  delete schema.$schema;
  delete schema.id;
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  const logOf = (out: string) => {
    const log = JSON.parse(out);
    validate(log);
    expect(validate.errors ?? []).toEqual([]);
    return log.runs[0];
  };

  test('the schema can refuse', () => {
    expect(validate({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{}] }] })).toBe(false);
  });

  test('valid without a problem, with several, over files, and where input was bad', () =>
    withFolder({ 'good.seed': good, 'a b/%é.seed': torn, 'seeds/c.txt': torn, 'x.seed': '\0' }, async ({ run }) => {
      expect(logOf((await run('check', '--format', 'sarif', 'good.seed')).out).results).toEqual([]);
      const { code, out } = await run('check', '--format', 'sarif', '.', '../no-such-file');
      const { results, invocations } = logOf(out);
      expect(code).toBe(2);
      expect(results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual([
        ...['leading-space', 'missing-final-newline'],
        ...['leading-space', 'missing-final-newline'],
      ]);
      expect(invocations[0].executionSuccessful).toBe(false);
      expect(
        invocations[0].toolExecutionNotifications.map(({ message }: { message: { text: string } }) => message.text),
      ).toEqual([expect.stringMatching(/no-such-file could not be read/), 'x.seed is not a text file']);
    }));

  test('rules, regions and fixes', () =>
    withFolder({ 'a b/%é.seed': torn }, async ({ run, path }) => {
      const { tool, columnKind, originalUriBaseIds, results } = logOf(
        (await run('check', '--format', 'sarif', '--rule', 'leading-space=error', '.')).out,
      );
      expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(rules.map(({ code }) => code));
      expect(columnKind).toBe('utf16CodeUnits');
      const artifactLocation = { uri: 'a%20b/%25%C3%A9.seed', uriBaseId: '%SRCROOT%' };
      const address = new URL(artifactLocation.uri, originalUriBaseIds['%SRCROOT%'].uri);
      expect(address.pathname).toBe(encodeURI(path('a b/%é.seed')));
      const region = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 };
      expect(results[0]).toEqual({
        ruleId: 'leading-space',
        ruleIndex: rules.findIndex(({ code }) => code === 'leading-space'),
        level: 'error',
        message: { text: expect.stringContaining('White space') },
        locations: [{ physicalLocation: { artifactLocation, region } }],
        fixes: [{ artifactChanges: [{ artifactLocation, replacements: [{ deletedRegion: region }] }] }],
        properties: { severity: 'error' },
      });
      expect(results[1]).toMatchObject({
        level: 'note',
        fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: { text: '\n' } }] }] }],
      });
    }));

  test('what an editor must decide has no fix', () => {
    const paragraph = 'The harbour opens on Monday, the mayor of Norhaven said to the sailors.';
    return withFolder({ 'a.seed': `${paragraph}\n\n${paragraph}\n` }, async ({ run }) => {
      const { results } = logOf((await run('check', '--format', 'sarif', 'a.seed')).out);
      expect(results).toHaveLength(1);
      expect(results[0]).toMatchObject({ ruleId: 'duplicate-paragraph' });
      expect(results[0]).not.toHaveProperty('fixes');
      expect(results[0].relatedLocations).toEqual([
        {
          id: 0,
          message: { text: 'The earlier copy.' },
          physicalLocation: {
            artifactLocation: { uri: 'a.seed', uriBaseId: '%SRCROOT%' },
            region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: paragraph.length + 1 },
          },
        },
      ]);
    });
  });
});

describe('which files', () => {
  const files = {
    'seeds/b.txt': torn,
    'seeds/a/c.txt': torn,
    'seeds/notes.md': torn,
    'z.seed': torn,
    '000_0123456789abcdef.txt': torn,
    'plain.txt': torn,
    'node_modules/seeds/d.txt': torn,
  };
  const check = (args: readonly string[], ...expected: string[]) =>
    withFolder(files, async ({ run }) => {
      const { out, err } = await run('check', '--format', 'json', ...args);
      expect({ paths: paths(out), err }).toEqual({ paths: expected, err: '' });
    });

  test('of a folder, its source documents by name', () =>
    check(['.'], '000_0123456789abcdef.txt', 'seeds/a/c.txt', 'seeds/b.txt', 'z.seed'));
  test('a folder named seeds', () => check(['seeds/'], 'seeds/a/c.txt', 'seeds/b.txt'));
  test('a file that is named is read, whatever its name', () => check(['plain.txt'], 'plain.txt'));
  test('in the order of the arguments, each once', () =>
    check(['z.seed', 'seeds/a', './z.seed', 'seeds'], 'z.seed', 'seeds/a/c.txt', 'seeds/b.txt'));
  test('a glob', () => check(['*.txt'], '000_0123456789abcdef.txt', 'plain.txt'));
  test('a glob for any depth', () => check(['seeds/**/*.txt'], 'seeds/a/c.txt', 'seeds/b.txt'));
  test('braces', () => check(['{z.seed,seeds/*.md}'], 'seeds/notes.md', 'z.seed'));
  test('a file whose name looks like a glob', () =>
    withFolder({ '[1] a.txt': torn, '1 a.txt': torn }, async ({ run }) => {
      expect(paths((await run('check', '--format', 'json', '[1] a.txt')).out)).toEqual(['[1] a.txt']);
    }));

  test('a link is followed within a folder, not out of it, and gives no file twice', () =>
    withFolder({ 'in/seeds/a.txt': torn, 'out/x.txt': torn }, async ({ run, path }) => {
      symlinkSync('a.txt', path('in/seeds/b.txt'));
      symlinkSync('../../out/x.txt', path('in/seeds/c.txt'));
      symlinkSync('../../out', path('in/seeds/d'));
      symlinkSync('.', path('in/seeds/e'));
      const { out, err } = await run('check', '--format', 'json', 'in');
      expect(paths(out)).toEqual(['in/seeds/a.txt']);
      expect(err).toBe(
        'readout: Passed over 1 symbolic link that leads out of in: name a file itself to have it read\n',
      );
      expect(paths((await run('check', '--format', 'json', 'in/seeds/c.txt')).out)).toEqual(['in/seeds/c.txt']);
    }));
});

describe('severities and exit codes', () => {
  const check = (args: readonly string[], code: number, ...expected: string[]) =>
    withFolder({ 'a.seed': torn }, async ({ run }) => {
      const ran = await run('check', ...args, 'a.seed');
      expect([ran.code, ...lines(ran.out).map(line => line.split(' ').slice(1, 3).join(' '))]).toEqual([
        code,
        ...expected,
      ]);
    });

  test('warnings fail', () => check([], 1, 'warning leading-space', 'information missing-final-newline'));
  test('--fail-on error', () =>
    check(['--fail-on', 'error'], 0, 'warning leading-space', 'information missing-final-newline'));
  test('information passes', () => check(['--rule', 'leading-space=off'], 0, 'information missing-final-newline'));
  test('--fail-on information', () =>
    check(['--rule', 'leading-space=off', '--fail-on', 'information'], 1, 'information missing-final-newline'));
  test('--fail-on hint', () =>
    check(
      ['--rule', 'leading-space=off', '--rule', 'missing-final-newline=hint', '--fail-on', 'hint'],
      1,
      'hint missing-final-newline',
    ));
  test('of two settings the later holds', () =>
    check(
      ['--rule', 'leading-space=off', '--rule', 'leading-space=error', '--fail-on', 'error'],
      1,
      'error leading-space',
      'information missing-final-newline',
    ));

  const refuse = (args: readonly string[], said: RegExp) =>
    withFolder({ 'a.seed': torn }, async ({ run }) => {
      const { code, out, err } = await run('check', ...args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(said);
    });
  test('no arguments', () => refuse([], /^error: name the files, folders or globs to check\n$/));
  test('an unknown rule', () =>
    refuse(['--rule', 'x=off', 'a.seed'], /There is no rule "x"\. The rules are glued-stamp/));
  test('an unknown severity', () =>
    refuse(['--rule', 'leading-space=2', 'a.seed'], /cannot be "2": it takes off, hint/));
  test('no severity', () => refuse(['--rule', 'leading-space', 'a.seed'], /the code of a rule, "=", and a severity/));
  test('an unknown format', () => refuse(['--format', 'xml', 'a.seed'], /text, json, sarif, github/));
  test('an unknown threshold', () => refuse(['--fail-on', 'off', 'a.seed'], /error, warning, information, hint/));
  test('a file that is not there', () => refuse(['b.seed'], /^readout: b\.seed could not be read: ENOENT/));
  test('a glob that matches nothing', () => refuse(['*.text'], /^readout: No file matches \*\.text\n$/));
  test('a device', () => refuse(['/dev/null'], /^readout: \/dev\/null is neither a file nor a folder\n$/));
});

describe('bad input', () => {
  test('a folder without documents', () =>
    withFolder({ 'notes/plain.txt': torn }, async ({ run }) => {
      const { code, out, err } = await run('check', 'notes');
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(/^readout: notes holds no source documents \(\*\.seed, /);
    }));

  test('what cannot be read is named, the rest is checked', () =>
    withFolder({ 'a.seed': new Uint8Array([1, 0, 2]), 'c.seed': torn, 'd.seed': '' }, async ({ run, path }) => {
      symlinkSync('nowhere', path('b.seed'));
      const { code, out, err } = await run('check', '--format', 'json', '.');
      expect(code).toBe(2);
      expect(paths(out)).toEqual(['c.seed']);
      expect(lines(err)).toEqual([
        expect.stringMatching(/^readout: b\.seed could not be read: ENOENT/),
        'readout: a.seed is not a text file',
      ]);
    }));

  test('a file that vanishes after it was listed', () =>
    withFolder({ 'b.seed': torn, 'c.seed': torn }, async ({ run, path }) => {
      execFileSync('mkfifo', [path('a.txt')]);
      const ran = run('check', '--format', 'json', 'a.txt', 'b.seed', 'c.seed');
      // Opening a pipe waits for whoever reads it, and that is the command, when it has listed its arguments.
      const pipe = await new Promise<number>(resolve => setTimeout(() => resolve(openSync(path('a.txt'), 'w')), 10));
      rmSync(path('b.seed'));
      writeSync(pipe, good);
      closeSync(pipe);
      const { code, out, err } = await ran;
      expect({ code, paths: paths(out) }).toEqual({ code: 2, paths: ['c.seed'] });
      expect(err).toMatch(/^readout: b\.seed could not be read: ENOENT/);
    }));

  test('what is no UTF-8, and UTF-16, is checked as an editor shows it', () =>
    withFolder(
      { 'a.seed': Buffer.from(torn, 'latin1'), 'b.seed': Buffer.from(`\ufeff${torn}`, 'utf16le') },
      async ({ run }) => {
        const { out, err } = await run('check', '--format', 'json', '.');
        expect(err).toBe('');
        expect(json(out).map(({ path, code }) => `${path} ${code}`)).toEqual([
          'a.seed leading-space',
          'a.seed missing-final-newline',
          'b.seed leading-space',
          'b.seed missing-final-newline',
        ]);
      },
    ));

  test('five megabytes on one line', () =>
    withFolder({ 'a.seed': `${'word '.repeat(1_000_000)}\n` }, async ({ run }) => {
      const { code, out } = await run('check', 'a.seed');
      expect({ code, out }).toEqual({
        code: 1,
        out: expect.stringMatching(/^a\.seed:1:5000000 warning trailing-space /),
      });
    }));

  test('nobody reads on', () =>
    withFolder({ 'a.seed': `${good}\n\n\n`.repeat(20_000) }, async ({ path }) => {
      const child = spawn(process.execPath, [cli, 'check', path('a.seed'), path('a.seed'), path('.')]);
      let err = '';
      child.stderr.on('data', data => (err += data));
      child.stdout.once('data', () => child.stdout.destroy());
      await new Promise(resolve => child.once('close', resolve));
      expect(err).toBe('');
    }));
});

test('any number of files takes the same memory', () => {
  const text = `${good}\n`.repeat(2000);
  const names = Array.from({ length: 1000 }, (_, number) => `seeds/${number}.txt`);
  return withFolder(Object.fromEntries(names.map(name => [name, text])), async ({ runWith }) => {
    // All texts together are larger than the memory that the command is given.
    expect(names.length * text.length).toBeGreaterThan(90_000_000);
    const env = { ...process.env, NODE_OPTIONS: '--max-old-space-size=80' };
    const { code, out, err } = await runWith({ env }, 'check', '.', '--rule', 'duplicate-paragraph=off');
    expect({ code: code === 0 || code === 1, err }).toEqual({ code: true, err: '' });
    expect(new Set(lines(out).map(line => line.split(':')[0])).size).toBe(names.length);
  });
});

test.skipIf(!existsSync('/usr/bin/script'))('a terminal shows a bar and a sum, and keeps none of it', () => {
  const names = Array.from({ length: 300 }, (_, number) => `seeds/${number}.txt`);
  return withFolder(Object.fromEntries(names.map(name => [name, torn.repeat(20)])), async ({ path }) => {
    mkdirSync(path('t'));
    const command = `stty cols 80 && ${process.execPath} ${cli} check .`;
    const { out } = await finished('/usr/bin/script', ['-qec', command, '/dev/null'], {
      cwd: path('.'),
      env: { ...process.env, TERM: 'xterm' },
    });
    expect(/Checking [█░]{40} \d+ of 300/.test(out)).toBe(true);
    expect(out).toMatch(/\d+ problems in 300 of 300 documents\.\r\n$/);
    for (const line of out.split('\r\n')) expect(line.replace(/^.*\u001b\[2K/, '')).not.toContain('Checking');
  });
});
