import { Command, Option } from 'commander';
import { count } from '../features/words.ts';
import { reasonOf } from '../protocol/reason.ts';
import { readLayout } from '../reading/blocks.ts';
import { mend } from '../rules/fix.ts';
import { findProblems } from '../rules/index.ts';
import { noSettings, type RuleSettings, withSettings } from '../rules/severities.ts';
import { keepsWords } from '../rules/words.ts';
import { unifiedDiff } from './diff.ts';
import { complain, raiseExitCode } from './exit.ts';
import { bytesOf, exactTextOf, listFiles, type NamedFile } from './files.ts';
import { showProgress } from './progress.ts';
import { replaceContent } from './replace.ts';
import { ruleOption } from './rules.ts';
import { shown } from './shown.ts';
import { endWhenNobodyReads, print } from './streams.ts';

interface Options {
  readonly write?: boolean;
  readonly diff?: boolean;
  readonly rule?: RuleSettings;
}

/** `fix FILE|FOLDER|GLOB…`: mends what has one right answer; says what it would do unless it is told to write. */
export function fixCommand(): Command {
  return new Command('fix')
    .description('Mend what is malformed; without --write, only say which.')
    .argument('[paths...]', 'text files in UTF-8, folders with source documents, globs')
    .addOption(new Option('--write', 'write the files').conflicts('diff'))
    .option('--diff', 'print what would change as a unified diff')
    .addOption(ruleOption('a rule that is "off" is left alone'))
    .addHelpText(
      'after',
      '\nNo word of a document is changed; a problem that an editor must decide is left alone.\nExit codes: 0 nothing to mend, or all written; 1 without --write, there is something to mend; 2 wrong usage, or a file that could not be read or written.',
    )
    .exitOverride()
    .action(fix);
}

/** A document with what mending makes of it. */
interface Mended {
  readonly file: NamedFile;
  readonly bytes: Uint8Array;
  readonly before: string;
  readonly after: string;
  /** The codes of the rules that it broke, each once for every place. */
  readonly codes: readonly string[];
}

async function fix(paths: readonly string[], options: Options, command: Command): Promise<void> {
  if (paths.length === 0) command.error('error: name the files, folders or globs to mend');
  endWhenNobodyReads();
  endBetweenFiles();
  let progress: ReturnType<typeof showProgress> | null = null;
  const complainAndGoOn = (message: string) => {
    progress?.hide();
    complain(message, 2);
  };
  const files = await listFiles(paths, complainAndGoOn);
  progress = showProgress('Mending', files.length);

  let changed = 0;
  for (const file of files) {
    const mended = await mendedFile(file, options.rule ?? noSettings, complainAndGoOn);
    if (mended && (!options.write || isWritten(mended, complainAndGoOn))) {
      changed++;
      if (process.stdout.isTTY) progress.hide();
      await print(
        options.diff
          ? unifiedDiff(file.path, mended.before, mended.after)
          : summary(mended, options.write ? 'Mended' : 'Would mend'),
      );
    }
    progress.step();
  }
  progress.hide();
  if (options.write || changed === 0) return;
  raiseExitCode(1);
  if (process.stderr.isTTY && !options.diff) {
    process.stderr.write(`${count(changed, 'document')} to mend: --diff shows how, --write does it.\n`);
  }
}

/** A signal ends the work when the file at hand is done, so that it leaves no temporary file behind. */
function endBetweenFiles(): void {
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ] as const) {
    process.on(signal, () => process.exit(128 + number));
  }
}

/** Null for a file that needs no mending, or, with a complaint, cannot have any. */
async function mendedFile(
  file: NamedFile,
  settings: RuleSettings,
  complain: (message: string) => void,
): Promise<Mended | null> {
  const bytes = await bytesOf(file, complain);
  if (bytes === null) return null;
  try {
    const exact = exactTextOf(bytes);
    if ('why' in exact) {
      complain(`${file.path} ${exact.why}`);
      return null;
    }
    const before = exact.text;
    const after = mend(before, settings);
    if (after === before) return null;
    if (keepsWords(before, after)) return { file, bytes, before, after, codes: fixableCodes(before, settings) };
    complain(`${file.path} is left alone: mending it would change its words, which is a fault of Readout`);
  } catch (error) {
    complain(`${file.path} could not be mended: ${reasonOf(error)}`);
  }
  return null;
}

function fixableCodes(text: string, settings: RuleSettings): string[] {
  return withSettings(findProblems(text, readLayout(text)), settings).flatMap(({ code, fix }) => (fix ? [code] : []));
}

function isWritten({ file, bytes, after }: Mended, complain: (message: string) => void): boolean {
  try {
    replaceContent(file, bytes, after);
    return true;
  } catch (error) {
    complain(`${file.path} could not be written: ${reasonOf(error)}`);
    return false;
  }
}

function summary({ file, codes }: Mended, done: string): string {
  const times = new Map<string, number>();
  for (const code of codes) times.set(code, (times.get(code) ?? 0) + 1);
  const kinds = [...times].map(([code, number]) => (number === 1 ? code : `${code} ×${number}`));
  return `${done} ${shown(file.path)}: ${kinds.join(', ')}\n`;
}
