import { examplesOf, lead, next } from './checkRule.ts';

const { breaks, keeps, severity } = examplesOf('trailing-space');

severity('warning', `${lead} \n`);
breaks(`${lead}⟦ ⟧\n\n${next}`, `${lead}\n\n${next}`);
breaks(`${lead}⟦\t\u00a0 ⟧\n`, `${lead}\n`);
breaks(`${lead}⟦  ⟧`, lead);
breaks(`${lead}\n⟦  ⟧\n${next}`, `${lead}\n\n${next}`);
breaks(`${lead}⟦ ⟧\r\n\r\n${next}\r\n`, `${lead}\r\n\r\n${next}\r\n`);
keeps(`${lead}\r\n\r\n${next}\r\n`);
keeps(`${lead}\n\n${next}\n`);
keeps('   \n');
