/** Documents for bundles to be made of. */
export const dispatch =
  'OSLO, March 3 (Fjord) -- Norway will pay for two hundred wells, said Foreign Minister Inga Solberg on Monday.';
export const page = [
  'Peru sends its president to Oslo for talks',
  '2021-05-06 10:00 Lima Post',
  'Peruvian President Rosa Quispe flew to Oslo on Thursday. "I am glad," she said.',
].join('\n\n');
export const plain = 'The wells were dug in a week. Nobody had thought that they would hold.';
export const canonical = '='.repeat(40);
