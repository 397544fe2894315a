import { examplesOf, lead, next } from './checkRule.ts';

const { breaks, keeps, severity } = examplesOf('leading-space');

severity('warning', ` ${lead}`);
breaks(`⟦ ⟧${lead}`, lead);
breaks(`⟦\n\n\t⟧${lead}`, lead);
breaks(`⟦\u00a0⟧${lead}`, lead);
breaks(`\uFEFF⟦ ⟧${lead}`, `\uFEFF${lead}`);
keeps(lead);
keeps(`\uFEFF${lead}`);
keeps(`${lead}\n\n  ${next}`);
keeps(' \n ');
