import { examplesOf, lead, next } from './checkRule.ts';

const { breaks, keeps, severity } = examplesOf('document-separator');

const row = '='.repeat(40);
const one = `Norway to pay for wells in Chad\n\n2021-03-04 River Daily\n\nOSLO, March 3 (Fjord) -- ${lead}\n\n${next}`;
const two = `Chad digs deeper\n\n2021-03-05 River Daily\n\nN'DJAMENA, March 4 (Fjord) -- ${next}\n\n${lead}`;

severity('warning', `${one}\n\n-----\n\n${two}\n`);
breaks(`${one}\n\n⟦-----⟧\n\n${two}\n`, `${one}\n\n${row}\n\n${two}\n`);
breaks(
  `${one}\n\n${'-'.repeat(30)}\n\n${two}\n\n⟦----⟧\n\n${one}\n`,
  `${one}\n\n${'-'.repeat(30)}\n\n${two}\n\n${'-'.repeat(30)}\n\n${one}\n`,
);
breaks(
  `${one}\n\n⟦=-=-=-=-=-=-=-=-⟧\n\n${two}\n\n${row}\n\n${one}\n`,
  `${one}\n\n${row}\n\n${two}\n\n${row}\n\n${one}\n`,
);
breaks(`${one}\n\n⟦   ⟧${row}\n\n${two}\n`, `${one}\n\n${row}\n\n${two}\n`);
breaks(`${one}\n\n⟦${row}  ⟧${two}\n`, `${one}\n\n${row}\n\n${two}\n`);
breaks(`${one}⟦${row}⟧\n\n${two}\n`, `${one}\n\n${row}\n\n${two}\n`);
keeps(`${one}\n\n${row}\n\n${two}\n`);
keeps(`${one}\n\n${'*'.repeat(12)}\n\n${two}\n`);
keeps(`${one}\n\f${two}\n`);
// A row that divides the sections of one document.
keeps(`${one}\n\n* * *\n\n${next}\n`);
