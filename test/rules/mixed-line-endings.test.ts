import { examplesOf, lead, next } from './checkRule.ts';

const { breaks, keeps, severity, pointsTo } = examplesOf('mixed-line-endings');

severity('information', `${lead}\r\n\n${next}\n`);
breaks(`${lead}\r\n⟦\n⟧${next}\r\n`, `${lead}\r\n\r\n${next}\r\n`);
breaks(`${lead}\n⟦\r\n⟧${next}\n`, `${lead}\n\n${next}\n`);
breaks(`${lead}\n\n${next}⟦\r⟧x\n`, `${lead}\n\n${next}\nx\n`);
// One problem however many lines there are, with one fix.
breaks(`${lead}\n⟦\r\n⟧${next}\r\n\n${next}\r\n`, `${lead}\n\n${next}\n\n${next}\n`);
pointsTo(`${lead}\r\n\n${next}\r\n`, '\r\n');
keeps(`${lead}\r\n\r\n${next}\r\n`);
keeps(`${lead}\r\r${next}\r`);
keeps(lead);
