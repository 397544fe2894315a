import { expect, test } from 'vitest';
import { readDocument } from '../../server/src/reading/read.ts';

/** Checks the source of each statement of a text; `-` where it has none. */
const check = (text: string, ...sources: string[]) =>
  test(text.slice(0, 70), () => {
    const { statements } = readDocument(text);
    expect(statements.map(({ source }) => (source ? text.slice(source.start, source.end) : '-'))).toEqual(sources);
  });

// A quotation that goes on in its paragraph has been given its source there, one that goes on in the next has not.
check('“The dam holds,” Marta Lunde said. “It will hold for years.”', 'Marta Lunde', 'Marta Lunde');
check(
  '“The dam holds,” Marta Lunde said. “It will,” her deputy added. “Trust us.”',
  'Marta Lunde',
  'her deputy',
  'her deputy',
);
check('“The dam holds,” Marta Lunde said.\n\n“It will hold for years.”', 'Marta Lunde', '-');
check('Marta Lunde: The dam holds. It will hold for years.', 'Marta Lunde', '-');
