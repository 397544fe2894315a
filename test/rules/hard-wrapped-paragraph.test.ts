import { examplesOf, lead, next } from './checkRule.ts';

const { breaks, keeps, severity } = examplesOf('hard-wrapped-paragraph');

const lines = [
  'The villages have waited for ten years, she told the envoys',
  'of Norway and Sweden. Their patience, she added, is not a',
  'resource. The wells are dry, and the maps that were drawn',
  'after the flood are wrong.',
];

severity('warning', `${lines.join('\n')}\n`);
breaks(`${lead}\n\n⟦${lines.join('\n')}⟧\n\n${next}\n`, `${lead}\n\n${lines.join(' ')}\n\n${next}\n`);
breaks(`⟦${lines.join('\r\n')}⟧\r\n`, `${lines.join(' ')}\r\n`);
breaks(`⟦${lines.join(' \n  ')}⟧\n`, `${lines.join(' ')}\n`);
// Two paragraphs with no blank line between, and one of two lines beside a longer one.
breaks(`⟦${lines.join('\n')}⟧\n⟦${lines.join('\n')}⟧\n`, `${lines.join(' ')}\n${lines.join(' ')}\n`);
breaks(
  `⟦${lines.join('\n')}⟧\n\n⟦The minister said that she would come back to the lake in\nthe autumn.⟧\n`,
  `${lines.join(' ')}\n\nThe minister said that she would come back to the lake in the autumn.\n`,
);
keeps(`${lead}\n${next}\n`);
keeps(`${lead}\n\nThe villages have waited for ten years, she said, and\ntheir patience is over.\n`);
// Verse, a list, a header.
keeps('The wells are dry,\nthe maps are old,\nand nobody\ncomes to the lake.\n');
keeps(`${lead}\n\nThe two sides agreed on\nshared maps\ntwo hundred wells in the south\na school\n`);
keeps(`Norway to pay for wells in Chad\nTwo hundred villages will drink\n2021-03-04 River Daily\n${lead}\n`);
