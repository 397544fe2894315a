import { examplesOf } from './checkRule.ts';

const { breaks, keeps, severity } = examplesOf('doubled-quotation-mark');

severity('warning', `""We came,"" she said.\n`);
breaks(`⟦""⟧We came,⟦""⟧ she said.\n`, `"We came," she said.\n`);
breaks(`⟦““⟧We came,” she said.\n`, `“We came,” she said.\n`);
breaks(`“We came,⟦””⟧ she said.\n`, `“We came,” she said.\n`);
keeps(`"We came," she said.\n`);
keeps(`She left the field "" empty.\n`);
keeps(`“‘We came,’ she said,” he said.\n`);
