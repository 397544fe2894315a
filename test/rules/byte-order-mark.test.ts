import { examplesOf, lead, next } from './checkRule.ts';

const { breaks, keeps, severity } = examplesOf('byte-order-mark');

severity('warning', `${lead}\n\n\uFEFF${next}\n`);
breaks(`\uFEFF${lead}\n\n⟦\uFEFF⟧${next}\n`, `\uFEFF${lead}\n\n${next}\n`);
keeps(`\uFEFF${lead}\n`);
