import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';
import { cli, run } from '../../kit/cli.ts';

const root = join(import.meta.dirname, '../../..');
const schema = JSON.parse(readFileSync(join(root, 'docs/reading.schema.json'), 'utf8'));
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

function expectValid(reading: unknown): void {
  validate(reading);
  expect(validate.errors ?? []).toEqual([]);
}

const story = ` NORHAVEN, March 4 (Seawire) -- Chilean Foreign Minister Ana Ruiz said that Chile will open the harbour.

She added that the work is done.
`;
const line = (id: unknown, text: unknown) => `${JSON.stringify({ id, text })}\n`;
const parse = (out: string) =>
  out
    .split('\n')
    .filter(Boolean)
    .map(text => JSON.parse(text));

describe('read FILE…', () => {
  test('prints a report', async () => {
    const { code, out, err } = await run(['read', 'a.txt'], '', { 'a.txt': story });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatchInlineSnapshot(`
      "a.txt
        Place      NORHAVEN
        Agency     Seawire

        Who says what
          Ana Ruiz
            1:77     Chile will open the harbour
            3:16     the work is done

        Who is who
          Ana Ruiz: Foreign Minister, Chile (×2)

        Problems
          1:1      warning     leading-space: White space before the first words. The fix removes it.

      "
    `);
  });

  test('lets no control character of a document through to the terminal', async () => {
    const { out } = await run(['read', 'a.txt'], '', {
      'a.txt': 'Ana \u001b[31mRuiz\u0007 said that it \u009b31mrains.\n',
    });
    expect(out.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  });

  test('goes on after what it cannot read, and says so', async () => {
    const { code, out, err } = await run(['read', 'missing.txt', '.', 'b.bin', 'a.txt'], '', {
      'a.txt': story,
      'b.bin': new Uint8Array([1, 0, 2]),
    });
    expect(code).toBe(1);
    expect(out).toMatch(/^a\.txt\n/);
    expect(err).toMatch(
      /^readout: missing\.txt could not be read: ENOENT.*\nreadout: \. could not be read: EISDIR.*\nreadout: b\.bin is not a text file\n$/,
    );
  });

  test('reads an empty file', async () => {
    expect(await run(['read', 'a.txt'], '', { 'a.txt': '' })).toMatchObject({ code: 0, err: '' });
  });
});

describe('read --json', () => {
  test('prints one reading a file that fits the schema', async () => {
    const { code, out } = await run(['read', '--json', 'a.txt', 'b.txt'], '', { 'a.txt': story, 'b.txt': '' });
    const readings = parse(out);
    expect(code).toBe(0);
    expect(readings.map(({ id }) => id)).toEqual(['a.txt', 'b.txt']);
    readings.forEach(expectValid);
    const [{ text = story, meta, problems, entities, statements }] = readings;
    expect(meta).toMatchObject({ place: 'NORHAVEN', agency: 'Seawire' });
    expect(problems[0]).toMatchObject({ code: 'leading-space', start: 0, end: 1, fix: { start: 0, end: 1, text: '' } });
    expect(entities.map(({ name }: { name: string }) => name)).toContain('Ana Ruiz');
    expect(
      statements.map(({ spans: [{ start, end }] }: { spans: [{ start: number; end: number }] }) =>
        text.slice(start, end),
      ),
    ).toEqual(['Chile will open the harbour', 'the work is done']);
  });
});

describe('read --ndjson', () => {
  test('keeps ids and order', async () => {
    const input = line('b', story) + line(7, '') + line('a', 'x');
    const { code, out } = await run(['read', '--ndjson'], input);
    expect(code).toBe(0);
    expect(parse(out).map(({ id }) => id)).toEqual(['b', 7, 'a']);
    parse(out).forEach(expectValid);
  });

  test('takes odd texts: line separators, surrogates, control characters, no line end', async () => {
    const texts = ['a\u2028b\u2029c', '\ud800', '\u0000\u001b', '\ufeffx', '“'.repeat(50), '\r\n\r'];
    const { code, out } = await run(
      ['read', '--ndjson'],
      texts
        .map((text, index) => line(index, text))
        .join('')
        .trimEnd(),
    );
    expect(code).toBe(0);
    expect(parse(out)).toHaveLength(texts.length);
    parse(out).forEach(expectValid);
  });

  test('a bad line is named, the others are read', async () => {
    const input = `${line('a', 'x')}nonsense\n\n[1]\n{"id":"c"}\n{"text":"c"}\n${line('b', 'y')}`;
    const { code, out, err } = await run(['read', '--ndjson'], input);
    expect(code).toBe(1);
    expect(parse(out).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(err.split('\n').map(text => text.slice(0, 40))).toEqual([
      expect.stringMatching(/^readout: line 2: not JSON/),
      'readout: line 4: not an object with "id"',
      'readout: line 5: "text" must be a string',
      'readout: line 6: "id" must be a string o',
      '',
    ]);
  });

  test('answers a line before the next one comes', async () => {
    const child = spawn(process.execPath, [cli, 'read', '--ndjson']);
    const next = () => new Promise<string>(resolve => child.stdout.once('data', data => resolve(String(data))));
    child.stdin.write(line('first', story));
    expect(JSON.parse(await next()).id).toBe('first');
    child.stdin.write(line('second', story));
    expect(JSON.parse(await next()).id).toBe('second');
    child.stdin.end();
    await new Promise(resolve => child.once('close', resolve));
  });

  test('ends quietly when nobody reads on', async () => {
    const child = spawn(process.execPath, [cli, 'read', '--ndjson']);
    let err = '';
    child.stderr.on('data', data => (err += data));
    child.stdin.on('error', () => {});
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end(line('x', story).repeat(2000));
    const code = await new Promise(resolve => child.once('close', resolve));
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  test('does not take in more than it has given out', async () => {
    const child = spawn(process.execPath, [cli, 'read', '--ndjson']);
    child.stdin.on('error', () => {});
    const sent = line('x', story).repeat(2000);
    let accepted = 0;
    for (let at = 0; at < 200 && child.stdin.writableLength < 1_000_000; at++) {
      child.stdin.write(sent);
      await new Promise(resolve => setTimeout(resolve, 10));
      accepted = child.stdin.writableLength;
    }
    expect(accepted).toBeGreaterThanOrEqual(1_000_000);
    child.kill();
    await new Promise(resolve => child.once('close', resolve));
  });
});

describe('usage', () => {
  test('wrong use ends with 2', async () => {
    expect(await run(['read'])).toMatchObject({
      code: 2,
      out: '',
      err: 'error: name the files to read, or use --ndjson\n',
    });
    expect(await run(['read', '--ndjson', 'a.txt'])).toMatchObject({ code: 2, out: '' });
    expect(await run(['read', '--no-such-option'])).toMatchObject({ code: 2, out: '' });
    expect(await run(['no-such-command'])).toMatchObject({ code: 2, out: '' });
  });

  test('help ends with 0 and names the exit codes', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('Exit codes: 0 all was read');
  });
});

const real = join(root, '../shared/seeds');
const realFiles = (() => {
  try {
    return readdirSync(real).filter(name => name.endsWith('.txt'));
  } catch {
    return [];
  }
})();

test.skipIf(realFiles.length === 0)(
  'readings of the real seeds fit the schema (skipped where ../shared/seeds is not there)',
  async () => {
    const { code, out } = await run(['read', '--json', ...realFiles.map(name => join(real, name))]);
    expect(code).toBe(0);
    expect(parse(out)).toHaveLength(realFiles.length);
    parse(out).forEach(expectValid);
  },
);
