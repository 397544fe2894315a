import { examplesOf, lead, next } from './checkRule.ts';

const { breaks, keeps, severity, pointsTo } = examplesOf('document-count');

const bundle = (...counts: readonly string[]) =>
  `${counts.map((count, i) => `${count}\n\n${i % 2 ? next : lead}\n`).join('\n')}`;

severity('warning', bundle('Document 1 of 3', 'Document 2 of 3'));
breaks(bundle('Document 1 of 3', '⟦Document 2 of 3⟧'), null);
breaks(bundle('Document 1 of 3', 'Document 2 of 3', '⟦Document 2 of 3⟧'), null);
breaks(bundle('1 of 2 DOCUMENTS', '⟦2 of 3 DOCUMENTS⟧'), null);
breaks(bundle('Document 1 of 3', 'Document 2 of 3', '⟦Document 1 of 3⟧'), null);
breaks(
  bundle('Document 1 of 3', '⟦Document 3 of 3⟧', '⟦Document 4 of 3⟧').replace('⟦Document 4 of 3⟧', 'Document 4 of 3'),
  null,
);
pointsTo(bundle('Document 1 of 3', 'Document 2 of 3', 'Document 2 of 3'), 'Document 2 of 3');
keeps(bundle('Document 1 of 3', 'Document 2 of 3', 'Document 3 of 3'));
keeps(lead);
