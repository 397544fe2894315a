import { Command } from 'commander';
import { exitCodes, fail } from './exit.ts';
import { readCommand } from './read.ts';

const program = new Command('readout')
  .description(
    'Reads plain-text news stories, dispatches and diplomatic readouts: who speaks, what each says, who is who.',
  )
  .addHelpText('after', `\nExit codes: ${exitCodes}`)
  .exitOverride()
  .addCommand(readCommand());

program.parseAsync().catch(fail);
