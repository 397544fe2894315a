import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { isText } from '../protocol/decode.ts';
import { reasonOf } from '../protocol/reason.ts';
import type { Reading } from '../reading/model.ts';
import { type Cache, cacheOption, openCache } from './cache.ts';
import { complain } from './exit.ts';
import { report } from './report.ts';
import { endWhenNobodyReads, lines, print } from './streams.ts';

interface Options {
  readonly json?: boolean;
  readonly ndjson?: boolean;
  readonly cache?: string;
}

/** `read FILE…`: a report, or with `--json` a reading, of each file; `read --ndjson`: a filter from documents to readings. */
export function readCommand(): Command {
  return new Command('read')
    .description('Read documents: who speaks and what, people with their offices, malformed separators.')
    .argument('[files...]', 'text files in UTF-8')
    .option('--json', 'print one reading a line, its id the name of the file')
    .option('--ndjson', 'filter: {"id","text"} a line in, the reading with the same id a line out, in order')
    .addOption(cacheOption('readings', 'read'))
    .addHelpText('after', '\nOffsets in a reading are UTF-16 code units into the text, a byte order mark included.')
    .exitOverride()
    .action(read);
}

async function read(files: readonly string[], options: Options, command: Command): Promise<void> {
  if (options.ndjson && (files.length > 0 || options.json)) {
    command.error('error: --ndjson reads standard input and goes with neither files nor --json');
  }
  if (!options.ndjson && files.length === 0) command.error('error: name the files to read, or use --ndjson');
  endWhenNobodyReads();
  const cache = await openCache(options.cache, 'readings');
  await (options.ndjson ? filter(cache) : readFiles(files, options.json === true, cache));
  await cache.close();
}

async function readFiles(files: readonly string[], asJson: boolean, cache: Cache): Promise<void> {
  for (const file of files) {
    const text = await textOf(file);
    if (text === null) continue;
    const reading = await cache.of(text, readingOf);
    await print(asJson ? lineOf(file, reading) : report(file, text, JSON.parse(reading) as Reading));
  }
}

/** A reading as JSON. What reads takes a third of a second to load, and no other command needs it. */
async function readingOf(text: string): Promise<string> {
  const { readDocument } = await import('../reading/read.ts');
  return JSON.stringify(readDocument(text));
}

/** A reading with its id in front. */
function lineOf(id: unknown, reading: string): string {
  return `{"id":${JSON.stringify(id)},${reading.slice(1)}\n`;
}

async function textOf(file: string): Promise<string | null> {
  try {
    const bytes = await readFile(file);
    if (isText(bytes)) return bytes.toString('utf8');
    complain(`${file} is not a text file`);
  } catch (error) {
    complain(`${file} could not be read: ${reasonOf(error)}`);
  }
  return null;
}

async function filter(cache: Cache): Promise<void> {
  let number = 0;
  for await (const line of lines(process.stdin)) {
    number++;
    if (line.trim() === '') continue;
    const document = documentIn(line);
    if (typeof document === 'string') complain(`line ${number}: ${document}`);
    else await print(lineOf(document.id, await cache.of(document.text, readingOf)));
  }
}

/** The document that a line holds, or what is wrong with the line. */
function documentIn(line: string): { readonly id: unknown; readonly text: string } | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return `not JSON: ${error instanceof Error ? error.message.slice(0, 200) : error}`;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not an object with "id" and "text"';
  const { id, text } = value as Record<string, unknown>;
  if (typeof id !== 'string' && typeof id !== 'number') return '"id" must be a string or a number';
  if (typeof text !== 'string') return '"text" must be a string';
  return { id, text };
}
