import { examplesOf, lead } from './checkRule.ts';

const { breaks, keeps, severity } = examplesOf('dateline-dash');

severity('information', `OSLO, March 3 (Fjord) ${lead}\n`);
breaks(`OSLO, March 3 (Fjord)⟦ ⟧${lead}\n`, `OSLO, March 3 (Fjord) -- ${lead}\n`);
breaks(`OSLO, March 3⟦ ⟧${lead}\n`, `OSLO, March 3 -- ${lead}\n`);
breaks(`OSLO, March 3 (Fjord)⟦ --⟧${lead}\n`, `OSLO, March 3 (Fjord) -- ${lead}\n`);
breaks(`OSLO, March 3 (Fjord)⟦-- ⟧${lead}\n`, `OSLO, March 3 (Fjord) -- ${lead}\n`);
breaks(`OSLO, March 3 (Fjord)⟦ --- ⟧${lead}\n`, `OSLO, March 3 (Fjord) -- ${lead}\n`);
breaks(`OSLO, March 3 (Fjord)⟦ - - ⟧${lead}\n`, `OSLO, March 3 (Fjord) -- ${lead}\n`);
keeps(`OSLO, March 3 (Fjord) -- ${lead}\n`);
keeps(`OSLO (Fjord) - ${lead}\n`);
keeps(`OSLO (Fjord) _ ${lead}\n`);
keeps(`OSLO, March 3 (Fjord) – ${lead}\n`);
keeps(`OSLO—${lead}\n`);
keeps(`OSLO, March 3. /TASS/. ${lead}\n`);
keeps(`Oslo, 3 March 2021\n\n${lead}\n`);
keeps(lead);
