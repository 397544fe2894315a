import { examplesOf } from './checkRule.ts';

const { breaks, keeps, severity } = examplesOf('invisible-character');

severity('information', 'The wa\u00adter is dry.\n');
breaks('The wa⟦\u00ad⟧ter⟦\u200b⟧ is⟦\u2060\u200d⟧ dry⟦\u200e⟧.\n', 'The water is dry.\n');
breaks('The ⟦\u202e⟧wells are dry.\n', 'The wells are dry.\n');
// Where they belong: scripts that join letters or run from right to left, and emoji.
keeps('می\u200cخواهم\u200f and नमस्\u200dते and 👩\u200d🌾 and ตลาด\u200bน้ำ.\n');
keeps('The wells are dry.\n');
