import { examplesOf, lead, next } from './checkRule.ts';

const { breaks, keeps, severity } = examplesOf('duplicate-paragraph');

severity('warning', `${lead}\n\n${lead}`);
breaks(`${lead}\n\n⟦${lead}⟧`, null);
breaks(
  `Norway pays for wells\n\nMinisters\n\n${lead}\n\nRiver Daily Updated: March 4, 2021\n\n⟦${lead}⟧\n\n${next}`,
  null,
);
breaks(`${lead}\n\n${next}\n\n⟦${lead}⟧\n\n⟦${next}⟧`, null);
breaks(`${lead}\n\n“${next}”\n\n⟦"${next}"⟧`, null);
keeps(`${lead}\n\n${next}`);
keeps(`${lead}\n\n(Applause.)\n\n${next}\n\n(Applause.)`);
keeps(`${lead}\n\n${lead.replace('Chad', 'Mali')}`);
// Copies are counted up to two.
breaks([lead, ...Array(300).fill(`⟦${lead}⟧`)].join('\n\n'), null);
// What a list says may be said again in prose.
keeps(`${lead}\n\n- ${next}\n- They wait\n\n${next}`);
