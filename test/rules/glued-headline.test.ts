import { examplesOf, lead, next } from './checkRule.ts';

const { breaks, keeps, severity } = examplesOf('glued-headline');

const headline = 'Norway to pay for wells in Chad';
const dateline = 'OSLO, March 3 (Fjord) --';

severity('error', `${headline}${dateline} ${lead}\n`);
breaks(`Norway to pay for wells in ⟦ChadOSLO,⟧ March 3 (Fjord) -- ${lead}\n`, `${headline}\n\n${dateline} ${lead}\n`);
breaks(`Norway to pay for wells in ⟦Chad OSLO,⟧ March 3 (Fjord) -- ${lead}\n`, `${headline}\n\n${dateline} ${lead}\n`);
breaks(`Norway to pay for wells in ⟦ChadOSLO⟧ (Fjord) — ${lead}\n`, `${headline}\n\nOSLO (Fjord) — ${lead}\n`);
breaks(
  `Norway to pay for ⟦wellsNorway⟧ and Sweden will pay for wells.\n`,
  'Norway to pay for wells\n\nNorway and Sweden will pay for wells.\n',
);
breaks(
  `Norway to pay for wells in ⟦ChadNorway⟧ and Chad will share their maps, she said.\n\n${lead}\n`,
  `${headline}\n\nNorway and Chad will share their maps, she said.\n\n${lead}\n`,
);
breaks(
  `Norway to pay for ⟦wells2021-03-04⟧ 09:30 River Daily\n\n${lead}\n`,
  `Norway to pay for wells\n\n2021-03-04 09:30 River Daily\n\n${lead}\n`,
);
breaks(
  `Norway to pay for ⟦wellsUpdated:⟧ March 4, 2021\n\n${lead}\n`,
  `Norway to pay for wells\n\nUpdated: March 4, 2021\n\n${lead}\n`,
);
keeps(`${headline}\n\n${dateline} ${lead}\n`);
keeps(`${headline}\n\n${lead}\n\n${next}\n`);
// Names that are written in one, and quotations.
keeps(`The minister told the channel on YouTube that the wells will be paid for, and nobody else will.\n`);
keeps(`The envoys of Norway met Ronald McDonald and DeSantis at the FedEx office in Oslo on Monday.\n`);
keeps(`A package deal for the "Big Three" carmakers of Norway will be paid for by the state, she said.\n`);
keeps(`The Embassy’s Chargé d’Affaires met the envoys of Norway in Chad to talk about the wells.\n`);
keeps(`Reporters of NATO and of the UN met in OSLO to talk about wells, and nobody else did.\n`);
