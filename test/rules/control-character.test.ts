import { examplesOf } from './checkRule.ts';

const { breaks, keeps, severity } = examplesOf('control-character');

severity('warning', 'The wells\u0007 are dry.\n');
breaks('The wells⟦\u0007\u001b⟧ are dry.\n', 'The wells are dry.\n');
breaks('The wells⟦\v⟧are dry⟦\u007f⟧.\n', 'The wells are dry.\n');
breaks('The wells⟦\u0081⟧ are dry.\n', 'The wells are dry.\n');
keeps('The\twells\r\nare dry.\n\fThe maps are old.\n');
