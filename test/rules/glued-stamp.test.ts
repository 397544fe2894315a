import { examplesOf, lead, next } from './checkRule.ts';

const { breaks, keeps, severity } = examplesOf('glued-stamp');

severity('error', `date 2021-03-04 ${lead}`);
breaks(`⟦date 2021-03-04 ⟧OSLO, March 3 (Fjord) -- ${lead}`, `date 2021-03-04\n\nOSLO, March 3 (Fjord) -- ${lead}`);
breaks(`⟦date 2021-03-04 ⟧${lead}`, `date 2021-03-04\n\n${lead}`);
breaks(`⟦2021-03-04 09:30:12  ⟧${lead}`, `2021-03-04 09:30:12\n\n${lead}`);
breaks(`Wells for Chad\n\n⟦Thursday, March 4, 2021 ⟧${lead}`, `Wells for Chad\n\nThursday, March 4, 2021\n\n${lead}`);
breaks(`⟦date 2021-03-04 ⟧${lead}\r\n\r\n${next}\r\n`, `date 2021-03-04\r\n\r\n${lead}\r\n\r\n${next}\r\n`);
keeps(`date 2021-03-04\n\n${lead}`);
keeps(`OSLO, March 3 (Fjord) -- ${lead}`);
keeps(`March 4, 2021 was a dry day. ${lead}`);
keeps(`On 4 March 2021, the ministers met. ${lead}`);
