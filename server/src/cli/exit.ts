import { CommanderError } from 'commander';

export const exitCodes = '0 all was read; 1 some input could not be read; 2 wrong usage.';

/** Says on standard error what could not be read; the rest goes on, and the exit code will be 1. */
export function complain(message: string): void {
  process.exitCode = 1;
  process.stderr.write(`readout: ${message}\n`);
}

/** Ends after an error that stops everything. Commander has printed its own; help and version are no errors. */
export function fail(error: unknown): void {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
    return;
  }
  complain(error instanceof Error ? error.message : String(error));
}
