import { examplesOf, lead } from './checkRule.ts';

const { breaks, keeps, severity, pointsTo } = examplesOf('date-conflict');

severity('warning', `2021-03-04 River Daily\n\nOSLO, January 3 (Fjord) -- ${lead}\n`);
breaks(`2021-03-04 River Daily\n\nOSLO, ⟦January 3⟧ (Fjord) -- ${lead}\n`, null);
breaks(`2021-03-04 River Daily\n\nOSLO, ⟦March 7⟧ (Fjord) -- ${lead}\n`, null);
breaks(`River Daily | Published: March 4, 2021\n\nOSLO, ⟦4 March 2019⟧ (Fjord) -- ${lead}\n`, null);
pointsTo(`2021-03-04 River Daily\n\nOSLO, January 3 (Fjord) -- ${lead}\n`, '2021-03-04');
breaks(`${lead} They will meet on ⟦Monday, March 4, 2021⟧, she said.\n`, null);
breaks(`⟦Monday, 4 March 2021⟧\n\n${lead}\n`, null);
breaks(`⟦Fri, Mar 5, 2020⟧ 09:30 River Daily\n\n${lead}\n`, null);
breaks(`${lead} They met on ⟦Friday (2021-03-04⟧).\n`, null);
pointsTo(`${lead} They will meet on Monday, March 4, 2021, she said.\n`, 'March 4, 2021');
keeps(`2021-03-04 River Daily\n\nOSLO, March 3 (Fjord) -- ${lead}\n`);
keeps(`2020-04-23\n\nOSLO, April 22 (Fjord) -- ${lead}\n`);
keeps(`2021-01-01\n\nOSLO, December 31 (Fjord) -- ${lead}\n`);
keeps(`2021-03-04 River Daily\n\nOSLO, March 5 (Fjord) -- ${lead}\n`);
// A story can be updated long after it was filed.
keeps(`River Daily Updated: March 4, 2021\n\nOSLO, January 3 (Fjord) -- ${lead}\n`);
keeps(`${lead} They will meet on Thursday, March 4, 2021, and on Monday, May 3.\n`);
keeps(`${lead} They met on Monday, March 4, 1521.\n`);
keeps(`${lead} They met on Monday. March 4, 2021 was long ago.\n`);
