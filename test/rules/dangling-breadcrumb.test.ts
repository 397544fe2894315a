import { examplesOf, lead } from './checkRule.ts';

const { breaks, keeps, severity } = examplesOf('dangling-breadcrumb');

severity('warning', `Home > World >\n\nNorway pays for wells\n\n${lead}`);
breaks(`Home > World⟦ >⟧\n\nNorway pays for wells\n\n${lead}`, `Home > World\n\nNorway pays for wells\n\n${lead}`);
breaks(
  `Home\u00a0>\u00a0World⟦\u00a0>\u00a0⟧\n\nNorway pays for wells\n\n${lead}`,
  `Home\u00a0>\u00a0World\n\nNorway pays for wells\n\n${lead}`,
);
breaks(
  `Home » World⟦ » » ⟧\r\n\r\nNorway pays for wells\r\n\r\n${lead}`,
  `Home » World\r\n\r\nNorway pays for wells\r\n\r\n${lead}`,
);
keeps(`Home > World\n\nNorway pays for wells\n\n${lead}`);
keeps(`Current Location: desk > Views > Content\n\nNorway pays for wells\n\n${lead}`);
keeps(`${lead}\n\nThe rate is now > 5 >\n`);
