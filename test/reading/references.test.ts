import { describe, expect, it } from 'vitest';
import { readDocument } from '../../server/src/reading/read.ts';

/** Every pronoun and nominal of a text with whom it stands for: `she = Ada Kern`. */
function referencesIn(text: string): string[] {
  const { mentions, entities } = readDocument(text);
  const nameOf = new Map(entities.map(entity => [entity.id, entity.name]));
  return mentions
    .filter(mention => mention.kind === 'pronoun' || mention.kind === 'nominal')
    .map(({ start, end, entities: ids }) => `${text.slice(start, end)} = ${ids.map(id => nameOf.get(id)).join(' + ')}`);
}

const call = 'Estonian Foreign Minister Ada Kern spoke by phone with Finnish Foreign Minister Bo Lind on Tuesday.\n\n';

function check(title: string, cases: Readonly<Record<string, readonly string[]>>, lead = ''): void {
  describe(title, () => {
    for (const [text, expected] of Object.entries(cases)) {
      it(text.slice(0, 90), () => expect(referencesIn(lead + text)).toEqual(expected));
    }
  });
}

check('a pronoun as source is the last speaker', {
  'Ada Kern said the road is open. She said the bridge is shut.': ['She = Ada Kern'],
  'The road is open, Mr. Bo Lind said. The bridge is shut, he said.': ['he = Bo Lind'],
  'Mr. Bo Lind said the road is open. Ms. Ada Kern said it is shut. He said it is wide.': ['He = Bo Lind'],
  'Mr. Bo Lind met Mr. Carl Berg. He said the road is open.': ['He = Bo Lind'],
});

check('pronouns inside what is said', {
  'Ms. Ada Kern said she would widen the road.': ['she = Ada Kern'],
  'Ms. Ada Kern said her office would widen the road.': ['her = Ada Kern'],
  'Mr. Bo Lind said that Ms. Ada Kern had lost her way.': ['her = Ada Kern'],
  'Recalling that Ms. Ada Kern had invited him, Mr. Bo Lind said he would come.': ['him = Bo Lind', 'he = Bo Lind'],
  'Mr. Bo Lind said Ms. Ada Kern had shown him the bridge.': ['him = Bo Lind'],
  'Ms. Ada Kern saw herself in the glass.': ['herself = Ada Kern'],
});

check('the pronoun comes first', {
  'For his part, Bo Lind thanked the drivers.': ['his = Bo Lind'],
  'For her part, Ada Kern thanked the drivers.': ['her = Ada Kern'],
});

check(
  'nominals by office and country',
  {
    'The road is open, said the Estonian foreign minister.': ['the Estonian foreign minister = Ada Kern'],
    'The Finnish minister said the road is open.': ['The Finnish minister = Bo Lind'],
    'The two ministers agreed that the road is open.': ['The two ministers = Ada Kern + Bo Lind'],
    'Both ministers praised the drivers for their patience.': ['Both ministers = Ada Kern + Bo Lind'],
    'The Latvian foreign minister was not there.': [],
  },
  call,
);

check('nominals beside their name', {
  'Ms. Ada Kern met her Finnish counterpart, Bo Lind.': ['her Finnish counterpart = Bo Lind', 'her = Ada Kern'],
  'Ms. Ada Kern met her brother, the painter Bo Lind.': ['her brother = Bo Lind', 'her = Ada Kern'],
});

check('organisations', {
  'The World Health Organization (WHO) said the wells are clean. The agency said the pumps are new.': [
    'The agency = World Health Organization',
  ],
});

describe('gender is learned, never guessed', () => {
  const genderOf = (text: string, name: string) => referencesIn(text).filter(line => line.endsWith(`= ${name}`)).length;
  it('"for her part" binds the name, so that "he" is somebody else', () => {
    const text = `${call}For her part, Kern thanked Lind. He said the road is open.`;
    expect(genderOf(text, 'Bo Lind')).toBe(1);
  });
});
