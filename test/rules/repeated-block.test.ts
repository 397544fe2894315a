import { examplesOf, lead, next } from './checkRule.ts';

const { breaks, keeps, severity, suggests, pointsTo } = examplesOf('repeated-block');

const headline = 'Norway to pay for wells in Chad';
const stamp = '2021-03-04 09:30:12 River Daily';

severity('warning', `${headline}\n\n${stamp}\n\n${headline}\n\n${lead}\n`);
breaks(`${headline}\n\n${stamp}\n\n⟦${headline}⟧\n\n${lead}\n`, null);
breaks(`${headline}\n\n${stamp}\n\n${lead}\n\n⟦${headline.toUpperCase()}⟧\n\n${next}\n`, null);
breaks(`${headline}\n\n${stamp}\n\n⟦${stamp}⟧\n\n${lead}\n`, null);
breaks(`${headline}\n\nBy Jane Roe\n\n⟦By Jane Roe⟧\n\n${lead}\n`, null);
pointsTo(`${headline}\n\n${stamp}\n\n${headline}\n\n${lead}\n`, headline);
suggests(
  `${headline}\n\n${stamp}\n\n${stamp}\n\n${lead}\n`,
  `${headline}\n\n${stamp}\n\n${lead}\n`,
  `${headline}\n\n${stamp}\n\n${lead}\n`,
);
keeps(`${headline}\n\n${stamp}\n\n${lead}\n\n${next}\n`);
// Each document of a bundle has its own.
keeps(`${headline}\n\n${lead}\n\n${'='.repeat(40)}\n\n${headline}\n\n${lead}\n`);
keeps(`${headline}\n\n${lead}\n\n(Applause.)\n\n${next}\n\n(Applause.)\n`);
