import { examplesOf, lead } from './checkRule.ts';

const { breaks, keeps, severity } = examplesOf('glued-byline');

severity('error', `By Jane Roe OSLO, March 3 (Fjord) -- ${lead}\n`);
breaks(`By Jane ⟦Roe OSLO,⟧ March 3 (Fjord) -- ${lead}\n`, `By Jane Roe\n\nOSLO, March 3 (Fjord) -- ${lead}\n`);
breaks(`By Jane ⟦RoeOSLO⟧ (Fjord) -- ${lead}\n`, `By Jane Roe\n\nOSLO (Fjord) -- ${lead}\n`);
breaks(
  `By Jane Roe and John ⟦DoeNorway⟧ and Chad should share their maps, she said.\n`,
  `By Jane Roe and John Doe\n\nNorway and Chad should share their maps, she said.\n`,
);
breaks(`Norway to pay for ⟦wellsBy⟧ Jane Roe\n\n${lead}\n`, `Norway to pay for wells\n\nBy Jane Roe\n\n${lead}\n`);
breaks(
  `Norway pays for wells in ⟦ChadBy⟧ Jane Roe and John Doe\n\n${lead}\n`,
  `Norway pays for wells in Chad\n\nBy Jane Roe and John Doe\n\n${lead}\n`,
);
keeps(`Norway to pay for wells\n\nBy Jane Roe\n\n${lead}\n`);
keeps(`By YouTube standards the speech of the minister was long, and nobody listened to the end.\n`);
keeps(`By Monday the envoys of Norway had met Ronald McDonald in Oslo, and nobody else.\n`);
keeps(`Village attacked by masked men\n\n${lead}\n`);
