import { examplesOf, lead, next } from './checkRule.ts';

const { breaks, keeps, severity, suggests } = examplesOf('boilerplate');

severity('hint', `${lead}\n\nShare | Print | E-mail\n\n${next}\n`);
breaks(`${lead}\n\n⟦Share | Print | E-mail⟧\n\n${next}\n`, null);
breaks(`${lead}\n\n⟦Read more: Chad digs deeper⟧\n\n${next}\n`, null);
suggests(`${lead}\n\nShare | Print | E-mail\n\n${next}\n`, `${lead}\n\n${next}\n`);
// Above and below the story it is where pages have it.
keeps(`Share | Print | E-mail\n\nNorway to pay for wells\n\n${lead}\n\n${next}\n`);
keeps(`${lead}\n\n${next}\n\nShare | Print | E-mail\n`);
