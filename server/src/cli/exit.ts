import { CommanderError } from 'commander';
import { reasonOf } from '../protocol/reason.ts';
import { shown } from './shown.ts';

export const exitCodes =
  '0 all was read, and check or fix found nothing to do; 1 read: some input could not be read, check and fix: there are problems; 2 wrong usage, for check and fix also input that could not be read.';

export function say(message: string): void {
  process.stderr.write(`readout: ${shown(message)}\n`);
}

/** Says on standard error what is wrong; the rest goes on, and the exit code will be at least the one given. */
export function complain(message: string, exitCode: 1 | 2 = 1): void {
  raiseExitCode(exitCode);
  say(message);
}

export function raiseExitCode(exitCode: 1 | 2): void {
  process.exitCode = Math.max(Number(process.exitCode ?? 0), exitCode);
}

/** Ends after an error that stops everything. Commander has printed its own; help and version are no errors. */
export function fail(error: unknown): void {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
    return;
  }
  complain(reasonOf(error), 2);
}
