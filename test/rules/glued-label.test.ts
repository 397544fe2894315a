import { examplesOf, lead } from './checkRule.ts';

const { breaks, keeps, severity } = examplesOf('glued-label');

severity('error', `Wells for Chad\n\nRiver DailyUpdated: March 4, 2021\n\n${lead}`);
breaks(
  `Wells for Chad\n\nRiver ⟦DailyUpdated⟧: March 4, 2021\n\n${lead}`,
  `Wells for Chad\n\nRiver Daily Updated: March 4, 2021\n\n${lead}`,
);
breaks(
  `Wells for Chad\n\n⟦AFPPublished⟧: 2021-03-04\n\n${lead}`,
  `Wells for Chad\n\nAFP Published: 2021-03-04\n\n${lead}`,
);
breaks(
  `Wells for Chad\n\n2021-03-04 ⟦12:25:51River⟧ Daily\n\n${lead}`,
  `Wells for Chad\n\n2021-03-04 12:25:51 River Daily\n\n${lead}`,
);
keeps(`Wells for Chad\n\nRiver Daily Updated: March 4, 2021\n\n${lead}`);
keeps(`Wells for Chad\n\nUpdated: March 4, 2021\n\n${lead}`);
keeps(`Wells for Chad\n\n2021-03-04T12:25 River Daily\n\n${lead}`);
keeps(`The OutdatedUpdated: a magazine, she said.\n\n${lead}`);
