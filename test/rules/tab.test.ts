import { examplesOf, lead, next } from './checkRule.ts';

const { breaks, keeps, severity } = examplesOf('tab');

severity('information', 'The\twells are dry.\n');
breaks('The⟦\t⟧wells⟦ \t ⟧are dry.\n', 'The wells are dry.\n');
breaks(`${lead}\n\n⟦\t⟧${next}\n`, `${lead}\n\n${next}\n`);
// White space before the first words, at the end of lines and on blank ones is another rule's.
keeps(`\t${lead}\t\n\t\n${next}\n`);
keeps(lead);
