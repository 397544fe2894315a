import { expect, test } from 'vitest';
import { documentSteps, fileSteps } from '../../server/src/protocol/reader.ts';
import { passagesIn } from '../../server/src/reading/passages.ts';
import { finish } from '../../server/src/reading/steps.ts';

const dispatch = `Home > World

Envoys Meet in Norhaven

NORHAVEN, May 3 (Sunda Press) -- Foreign Minister Jan Marek met Lena Voss on Tuesday.

"We agreed on 4 May," Marek said, "and Voss knows it."



Observers said on Monday that the talks would go on in June.
`;
const texts = [
  dispatch,
  '',
  'no\n\n\n\nheader .',
  `${dispatch}\n----------\n\n${dispatch.replaceAll('Marek', 'Hill')}`,
];

test.each(texts)('a file is kept as an open document is, though its dates and problems are not looked for', text => {
  const { facts, reading } = finish(documentSteps('file:///1.seed', text));
  expect(finish(fileSteps('file:///1.seed', text))).toEqual(facts);
  if (text.includes('Tuesday')) expect(reading.dates.length * reading.problems.length).toBeGreaterThan(0);
});

test('whom a bundle names is placed a document at a time', () => {
  const { reading } = finish(documentSteps('file:///1.seed', texts[3]!));
  expect([...passagesIn(reading).placeEntities()]).toHaveLength(2);
});
