import { examplesOf, lead, next } from './checkRule.ts';

const { breaks, keeps, severity } = examplesOf('missing-blank-line');

severity('error', `${lead}\n${next}`);
breaks(`${lead}⟦\n⟧${next}`, `${lead}\n\n${next}`);
breaks(`${lead}⟦\r\n⟧${next}`, `${lead}\r\n\r\n${next}`);
breaks(`${lead} ⟦\n⟧  ${next}`, `${lead} \n\n  ${next}`);
breaks(`Home > World⟦\n⟧Norway pays for wells\n\n${lead}`, `Home > World\n\nNorway pays for wells\n\n${lead}`);
breaks(
  `Norway pays for wells\n\n2021-03-04 River Daily⟦\n⟧Villages in the south see hope\n\n${lead}`,
  `Norway pays for wells\n\n2021-03-04 River Daily\n\nVillages in the south see hope\n\n${lead}`,
);
breaks(`${lead}\n\nQ: Why?⟦\n⟧A: Because of the wells.`, `${lead}\n\nQ: Why?\n\nA: Because of the wells.`);
breaks(`${lead}⟦\n⟧<Send to a friend>`, `${lead}\n\n<Send to a friend>`);
breaks(`${lead}\n\nBackground⟦\n⟧${next}`, `${lead}\n\nBackground\n\n${next}`);
keeps(`${lead}\n\n${next}`);
keeps(`${lead}\n \n${next}`);
keeps(`date 2021-03-04 OSLO, March 3 (Fjord) -- ${lead}`);
// A line end inside a sentence, text wrapped at a column and a list separate no paragraphs.
keeps(`${lead}\n\nThe villages have waited for ten years, she said, and\ntheir patience is not a resource.`);
keeps(
  `${lead}\n\nThe villages have waited for ten years, she told the envoys\nof Norway and Sweden. Their patience, she added, is not a\nresource. The wells are dry.\nThe maps are old, and the maps that were drawn after the\nflood are wrong.`,
);
keeps(`${lead}\n\n- ten wells in the north;\n- two wells in the south.`);
