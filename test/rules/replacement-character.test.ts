import { examplesOf } from './checkRule.ts';

const { breaks, keeps, severity } = examplesOf('replacement-character');

severity('error', 'Pel\uFFFD came.\n');
breaks('Pel⟦\uFFFD⟧ and Zo⟦\uFFFD\uFFFD⟧ came.\n', null);
keeps('Pelé? came.\n');
