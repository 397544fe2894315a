import { examplesOf, lead, next } from './checkRule.ts';

const { breaks, keeps, severity, pointsTo } = examplesOf('mixed-separators');

const row = '='.repeat(40);
const stars = '*'.repeat(40);
const one = `Norway to pay for wells in Chad\n\n2021-03-04 River Daily\n\n${lead}`;
const two = `Chad digs deeper\n\n2021-03-05 River Daily\n\n${next}`;

severity('information', `${one}\n\n${row}\n\n${two}\n\n${row}\n\n${one}\n\n${stars}\n\n${two}\n`);
breaks(
  `${one}\n\n${row}\n\n${two}\n\n${row}\n\n${one}\n\n⟦${stars}⟧\n\n${two}\n`,
  `${one}\n\n${row}\n\n${two}\n\n${row}\n\n${one}\n\n${row}\n\n${two}\n`,
);
breaks(`${one}\n\n${row}\n\n${two}\n\n${row}\n\n${one}\n\n⟦Document 4 of 4⟧\n\n${two}\n`, null);
pointsTo(`${one}\n\n${row}\n\n${two}\n\n${row}\n\n${one}\n\n${stars}\n\n${two}\n`, row);
keeps(`${one}\n\n${row}\n\n${two}\n\n${row}=\n\n${one}\n`);
keeps(`${one}\n\n${stars}\n\n${two}\n`);
