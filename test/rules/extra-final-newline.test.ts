import { examplesOf, lead } from './checkRule.ts';

const { breaks, keeps, severity } = examplesOf('extra-final-newline');

severity('information', `${lead}\n\n`);
breaks(`${lead}\n⟦\n⟧`, `${lead}\n`);
breaks(`${lead} \n⟦\n\n \n⟧`, `${lead} \n`);
breaks(`${lead}\r\n⟦\r\n⟧`, `${lead}\r\n`);
keeps(`${lead}\n`);
keeps(lead);
keeps(`${lead}\n  `);
keeps('\n\n\n');
