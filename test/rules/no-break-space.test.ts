import { examplesOf, lead } from './checkRule.ts';

const { breaks, keeps, severity } = examplesOf('no-break-space');

severity('hint', `${lead}\u00a0`);
breaks(`Chad⟦\u00a0⟧and Norway met. ${lead}`, `Chad and Norway met. ${lead}`);
breaks(`Chad⟦\u00a0\u00a0⟧and⟦\u202f⟧Norway met. ${lead}`, `Chad and Norway met. ${lead}`);
breaks(`Home⟦\u00a0⟧>⟦\u00a0⟧World\n\nNorway pays\n\n${lead}`, `Home > World\n\nNorway pays\n\n${lead}`);
keeps(lead);
keeps('a\u2003b\u200bc\u3000d');
