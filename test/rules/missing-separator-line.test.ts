import { examplesOf, lead, next } from './checkRule.ts';

const { breaks, keeps, severity } = examplesOf('missing-separator-line');

const row = '='.repeat(40);
const one = `Norway to pay for wells in Chad\n\n2021-03-04 River Daily\n\nOSLO, March 3 (Fjord) -- ${lead}\n\n<Send to a friend>`;
const two = `Chad digs deeper\n\n2021-03-05 River Daily\n\nN'DJAMENA, March 4 (Fjord) -- ${next}\n\n<Send to a friend>`;

severity('error', `${one}\n\n${two}\n`);
breaks(`${one}⟦\n\n⟧${two}\n`, `${one}\n\n${row}\n\n${two}\n`);
breaks(
  `${one}⟦\n\n⟧${two}\n\n${'-'.repeat(20)}\n\n${one}\n`,
  `${one}\n\n${'-'.repeat(20)}\n\n${two}\n\n${'-'.repeat(20)}\n\n${one}\n`,
);
keeps(`${one}\n\n${row}\n\n${two}\n`);
keeps(`${one}\n\n© 2021 River Daily\n`);
