import { Command, Option } from 'commander';
import { count } from '../features/words.ts';
import { reasonOf } from '../protocol/reason.ts';
import { readLayout } from '../reading/blocks.ts';
import type { Problem, Severity } from '../reading/model.ts';
import { findProblems } from '../rules/index.ts';
import { isAtLeast, noSettings, type RuleSettings, severities, withSettings } from '../rules/severities.ts';
import { type Cache, cacheOption, openCache } from './cache.ts';
import { complain, raiseExitCode } from './exit.ts';
import { bytesOf, listFiles, type NamedFile, textOf } from './files.ts';
import { formats, type Located } from './formats.ts';
import { rangesIn } from './place.ts';
import { showProgress } from './progress.ts';
import { ruleOption } from './rules.ts';
import { endWhenNobodyReads, print } from './streams.ts';

interface Options {
  readonly format: keyof typeof formats;
  readonly rule?: RuleSettings;
  readonly failOn: Severity;
  readonly cache?: string;
}

/** `check FILE|FOLDER|GLOB…`: what is malformed in documents, for editors' tasks and pipelines. */
export function checkCommand(): Command {
  return new Command('check')
    .description('Find what is malformed, for editors and pipelines.')
    .argument('[paths...]', 'text files, folders with source documents, globs')
    .addOption(new Option('--format <format>', 'how to print').choices(Object.keys(formats)).default('text'))
    .addOption(ruleOption('how severe the problems of a rule are'))
    .addOption(cacheOption('what is found', 'checked'))
    .addOption(
      new Option('--fail-on <severity>', 'the mildest problem that makes the exit code 1')
        .choices(severities.toReversed())
        .default('warning'),
    )
    .addHelpText(
      'after',
      '\nLines and columns count from 1, columns in UTF-16 code units.\nExit codes: 0 clean; 1 problems at or above --fail-on; 2 wrong usage, or input that could not be read.',
    )
    .exitOverride()
    .action(check);
}

async function check(paths: readonly string[], options: Options, command: Command): Promise<void> {
  if (paths.length === 0) command.error('error: name the files, folders or globs to check');
  const { format, rule = noSettings, failOn } = options;
  endWhenNobodyReads();
  const complaints: string[] = [];
  const complainAndGoOn = (message: string) => {
    progress?.hide();
    complaints.push(message);
    complain(message, 2);
  };
  let progress: ReturnType<typeof showProgress> | null = null;
  const files = await listFiles(paths, complainAndGoOn);
  progress = showProgress('Checking', files.length);

  const cache = await openCache(options.cache, 'problems');
  const { opening, between, problem: printed, closing } = formats[format];
  await print(opening());
  let problems = 0;
  let filesWithProblems = 0;
  for (const file of files) {
    const found = await problemsIn(file, rule, cache, complainAndGoOn);
    if (found.length > 0) {
      if (process.stdout.isTTY) progress.hide();
      await print((problems > 0 ? between : '') + found.map(printed).join(between));
      problems += found.length;
      filesWithProblems++;
    }
    if (found.some(({ problem }) => isAtLeast(problem.severity, failOn))) raiseExitCode(1);
    progress.step();
  }
  progress.hide();
  await print(closing(complaints));
  await cache.close();
  if (process.stderr.isTTY) sumUp(problems, filesWithProblems, files.length);
}

async function problemsIn(
  file: NamedFile,
  settings: RuleSettings,
  cache: Cache,
  complain: (message: string) => void,
): Promise<Located[]> {
  const bytes = await bytesOf(file, complain);
  if (bytes === null) return [];
  try {
    const text = textOf(bytes);
    const found = await cache.of(text, text => JSON.stringify(findProblems(text, readLayout(text))));
    const problems = withSettings(JSON.parse(found) as Problem[], settings);
    if (problems.length === 0) return [];
    const rangeOf = rangesIn(text);
    return problems.map(problem => ({ path: file.path, problem, rangeOf }));
  } catch (error) {
    complain(`${file.path} could not be checked: ${reasonOf(error)}`);
    return [];
  }
}

function sumUp(problems: number, filesWithProblems: number, files: number): void {
  const found = problems === 0 ? 'No problems' : `${count(problems, 'problem')} in ${filesWithProblems}`;
  process.stderr.write(`${found}${problems === 0 ? ' in' : ' of'} ${count(files, 'document')}.\n`);
}
