import { examplesOf, lead, next } from './checkRule.ts';

const { breaks, keeps, severity, pointsTo } = examplesOf('empty-document');

const row = '='.repeat(40);

severity('warning', `${lead}\n\n${row}\n\n${row}\n\n${next}\n`);
breaks(`${lead}\n\n${row}⟦\n\n${row}⟧\n\n${next}\n`, `${lead}\n\n${row}\n\n${next}\n`);
breaks(`Document 1 of 3\n\n${lead}\n\nDocument 2 of 3\n\n⟦Document 3 of 3⟧\n\n${next}\n`, null);
breaks(`Document 1 of 2\n\n${lead}\n\n⟦Document 2 of 2⟧\n`, null);
pointsTo(`Document 1 of 3\n\n${lead}\n\nDocument 2 of 3\n\nDocument 3 of 3\n\n${next}\n`, 'Document 2 of 3');
keeps(`${lead}\n\n${row}\n\n${next}\n`);
// Rows above and below a count belong to it; a row may end a bundle.
keeps(`${row}\nDocument 1 of 2\n${row}\n\n${lead}\n\n${row}\nDocument 2 of 2\n${row}\n\n${next}\n`);
keeps(`${lead}\n\n${row}\n\n${next}\n\n${row}\n`);
// A form feed alone may divide two words.
breaks('\fDocument 3 of 5⟦\f⟧Q: Why?\n', '\fDocument 3 of 5\nQ: Why?\n');
