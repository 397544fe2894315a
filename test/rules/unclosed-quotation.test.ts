import { examplesOf, lead, next } from './checkRule.ts';

const { breaks, keeps, severity } = examplesOf('unclosed-quotation');

severity('warning', `"We came, she said.\n`);
breaks(`⟦"⟧We came, she said.\n`, null);
breaks(`${lead} ⟦“⟧We came, she said. “We saw,” he said.\n\n${next}\n`, null);
breaks(`We came,⟦"⟧ she said.\n`, null);
breaks(`${lead} ⟦“⟧We came.\n\n${next}\n`, null);
breaks(`⟦"⟧We came, she said. "We saw," he said.\n`, null);
keeps(`"We came," she said. "We saw."\n`);
keeps(`“We came,” she said.\n`);
// Quotations that run on over paragraphs, with marks at each of them, or at the first and the last.
keeps(`“We came.\n\n“We saw.\n\n“We left,” she said.\n\n${next}\n`);
keeps(`She said: "We came.\n\n"We saw."\n`);
keeps(`She said: "We came.\n\nWe saw.\n\nWe left." ${next}\n`);
// Inches, apostrophes, quotations in others, marks of tags.
keeps(`The pipe is 12" wide, and the minister's car is not, she said.\n`);
keeps(`“She said “no” and left,” he said.\n`);
keeps(`'We came,' she said, of the '90s.\n`);
keeps(`<a href="x.example" title="y">the wells</a> are dry.\n`);
keeps(`„Wir kamen“, she said, and «nous aussi», he said, and »auch ich«.\n`);
