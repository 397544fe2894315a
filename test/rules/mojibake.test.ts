import { examplesOf } from './checkRule.ts';

const { breaks, keeps, severity } = examplesOf('mojibake');

severity('error', 'PelÃ© came.\n');
breaks('Pel⟦Ã©⟧ came.\n', 'Pelé came.\n');
breaks('They don⟦â€™⟧t.\n', 'They don’t.\n');
breaks('⟦â€œ⟧We came,⟦â€\u009d⟧ she said.\n', '“We came,” she said.\n');
breaks(
  '⟦Ã‰⟧cole, ⟦Å\u0081⟧⟦Ã³⟧d⟦Åº⟧, 5⟦Â£⟧ and 20⟦Â\u00a0⟧km.\n'.replace('⟧⟦', ''),
  'École, Łódź, 5£ and 20\u00a0km.\n',
);
breaks('⟦Ð\u009cÐ¾ÑÐºÐ²Ð°⟧ is cold.\n'.replace('ÑÐº', 'Ñ\u0081Ðº'), 'Москва is cold.\n');
breaks('They don⟦\u0092⟧t.\n', 'They don’t.\n');
breaks('A face: ⟦ðŸ˜€⟧.\n', 'A face: 😀.\n');
breaks('⟦ä¸\u00adå›½⟧ is China.\n', '中国 is China.\n');
// Twice encoded.
breaks('Pel⟦ÃƒÂ©⟧ came.\n', 'Pelé came.\n');
// Accents that were taken apart have parted the bytes for good.
breaks('FranA\u0303⟦\u0083⟧ois came.\n', null);
keeps('Pelé, Łódź, «CAFÉ», “fiancé”’, IRMÃ…, São Tomé, Ångström, naïve, € 5, § 7.\n');
keeps('“fiancé”„, «Pelé»„ and résumé…”\n');
keeps('Москва, Αθήνα, 北京\n');
