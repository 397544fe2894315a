import { Command } from 'commander';
import { checkCommand } from './check.ts';
import { exitCodes, fail } from './exit.ts';
import { fixCommand } from './fix.ts';
import { readCommand } from './read.ts';

const program = new Command('readout')
  .description(
    'Reads plain-text news stories, dispatches and diplomatic readouts: who speaks, what each says, who is who.',
  )
  .addHelpText('after', `\nExit codes: ${exitCodes}`)
  .exitOverride()
  .addCommand(readCommand())
  .addCommand(checkCommand())
  .addCommand(fixCommand());

program.parseAsync().catch(fail);
