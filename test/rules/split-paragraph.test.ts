import { examplesOf, lead, next } from './checkRule.ts';

const { breaks, keeps, severity } = examplesOf('split-paragraph');

severity('warning', `${lead}\n\nThe villages have waited for ten years, she said,\n\nand their patience is over.\n`);
breaks(
  `${lead}\n\nThe villages have waited for ten years, she said,⟦\n\n⟧and their patience is over.\n`,
  `${lead}\n\nThe villages have waited for ten years, she said, and their patience is over.\n`,
);
breaks(
  `${lead}\n\nThe villages have waited for ten⟦\n⟧years, she said, and their patience is over.\n`,
  `${lead}\n\nThe villages have waited for ten years, she said, and their patience is over.\n`,
);
breaks(
  `${lead}\n\nThe villages in the south of the country have waited for ten years for the⟦\n\n⟧Norwegian minister, she said.\n`,
  `${lead}\n\nThe villages in the south of the country have waited for ten years for the Norwegian minister, she said.\n`,
);
breaks(
  `Norway and Chad should share⟦ \r\n\r\n\r\n ⟧their well maps, she said on Monday.\r\n`,
  'Norway and Chad should share their well maps, she said on Monday.\r\n',
);
breaks(`${lead}\n\nThe well-⟦\n\n⟧known minister left.\n`, `${lead}\n\nThe well-known minister left.\n`);
keeps(`${lead}\n\n${next}\n`);
keeps(`Norway to pay for wells\n\n${lead}\n`);
// Lists, names in small letters, verse, captions.
keeps(`${lead}\n\nThe two sides agreed:\n\nto share their maps,\n\nto dig two hundred wells, and\n\nto meet again.\n`);
keeps(`${lead}\n\n- to share their maps,\n\n- to dig wells\n\n${next}\n`);
keeps(`${lead}\n\nBackground\n\niPhone sales did not help the villages, she said.\n`);
keeps(`${lead}\n\nDear colleagues,\n\nThe villages have waited.\n`);
keeps(`${lead}\n\nInga Solberg\n\ntorvald_fan as a miner\n\n${next}\n`);
