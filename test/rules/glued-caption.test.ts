import { examplesOf, lead } from './checkRule.ts';

const { breaks, keeps, severity } = examplesOf('glued-caption');

const caption = 'Inga Solberg speaks in Oslo. [Photo/Fjord]';

severity('error', `${caption}${lead}\n`);
breaks(`Inga Solberg speaks in Oslo. ⟦[Photo/Fjord]Norway⟧${lead.slice(6)}\n`, `${caption}\n\n${lead}\n`);
breaks(`Inga Solberg speaks in Oslo. ⟦[Photo/Fjord] Norway⟧${lead.slice(6)}\n`, `${caption}\n\n${lead}\n`);
breaks(
  `A dry well near the lake (AP Photo/Jane ⟦Roe)Norway⟧${lead.slice(6)}\n`,
  `A dry well near the lake (AP Photo/Jane Roe)\n\n${lead}\n`,
);
breaks(`Photo: Jane ⟦RoeNorway⟧${lead.slice(6)}\n`, `Photo: Jane Roe\n\n${lead}\n`);
keeps(`${caption}\n\n${lead}\n`);
keeps(`The minister held up an old picture (photo by her father) and read from her speech.\n`);
keeps(`Photo: Ronald McDonald\n\n${lead}\n`);
