import { examplesOf } from './checkRule.ts';

const { breaks, keeps, severity, pointsTo } = examplesOf('mismatched-quotation');

severity('warning', `“We came," she said.\n`);
breaks(`“We came,⟦"⟧ she said. “We saw.”\n`, `“We came,” she said. “We saw.”\n`);
breaks(`“We came.” ⟦"⟧We saw,” she said.\n`, `“We came.” “We saw,” she said.\n`);
breaks(`"We came." "We saw,⟦”⟧ she said.\n`, `"We came." "We saw," she said.\n`);
breaks(`"We came." ⟦“⟧We saw," she said.\n`, `"We came." "We saw," she said.\n`);
breaks(`“We came.⟦“⟧ “We saw.”\n`, `“We came.” “We saw.”\n`);
breaks(`⟦”⟧We came.” “We saw,” she said. “We left.”\n`, `“We came.” “We saw,” she said. “We left.”\n`);
pointsTo(`“We came," she said. “We saw.”\n`, '“');
keeps(`"We came," she said. “We saw.”\n`);
keeps(`„Wir kamen“, she said, and „my,” he said, and «nous» and »wir«.\n`);
// As Finnish and Swedish papers quote.
keeps(`”We came,” she said. ”We saw.”\n`);
