import { examplesOf, lead, next } from './checkRule.ts';

const { breaks, keeps, severity } = examplesOf('missing-final-newline');

severity('information', lead);
breaks(`${lead}⟦⟧`, `${lead}\n`);
breaks(`${lead}\r\n\r\n${next}⟦⟧`, `${lead}\r\n\r\n${next}\r\n`);
breaks(`${lead}  ⟦⟧`, `${lead}  \n`);
keeps(`${lead}\n`);
keeps(`${lead}\n\n`);
keeps('');
keeps('  ');
