import { examplesOf, lead, next } from './checkRule.ts';

const { breaks, keeps, severity } = examplesOf('extra-blank-line');

severity('warning', `${lead}\n\n\n${next}`);
breaks(`${lead}⟦\n\n\n⟧${next}`, `${lead}\n\n${next}`);
breaks(`${lead}⟦\n\n\n\n\n⟧${next}`, `${lead}\n\n${next}`);
breaks(`${lead}⟦\r\n\r\n\r\n⟧${next}`, `${lead}\r\n\r\n${next}`);
breaks(`${lead} ⟦\n \n\t\n⟧${next}`, `${lead} \n\n${next}`);
keeps(`${lead}\n\n${next}`);
keeps(`${lead}\n \n${next}`);
keeps(`${lead}\n\n\n`);
keeps(`\n\n\n${lead}`);
