import { describe, expect, test } from 'vitest';
import { analyseParagraph } from '../../server/src/reading/analyse.ts';
import type { Entity } from '../../server/src/reading/model.ts';
import { namesOf } from '../kit/names.ts';

function read(text: string) {
  const paragraph = analyseParagraph(text);
  return { text, ...namesOf([{ start: 0, kind: 'paragraph', paragraph }]) };
}

function entity(text: string, name: string): Entity | undefined {
  return read(text).entities.find(one => one.name === name);
}

/** The names of an entity in order of their mentions, by its fullest name. */
function links(text: string, name: string, expected: string): void {
  test(`${name} in: ${text}`, () => {
    const { entities, mentions } = read(text);
    const id = entities.find(one => one.name === name)?.id;
    const own = mentions.filter(({ entities: [first] }) => first === id);
    expect(own.map(({ start, end }) => text.slice(start, end)).join(' | ')).toBe(expected);
  });
}

/** A person's offices as `title / affiliation`. */
function roles(text: string, name: string, expected: string): void {
  test(`${name} in: ${text}`, () => {
    const stated = entity(text, name)?.roles ?? [];
    expect(stated.map(({ title, affiliation }) => `${title} / ${affiliation}`).join('; ')).toBe(expected);
  });
}

function gender(text: string, name: string, expected: 'female' | 'male' | null): void {
  test(`${name} in: ${text}`, () => expect(entity(text, name)?.gender).toBe(expected));
}

describe('short names', () => {
  links('Hu Lanying came. Hu said so.', 'Hu Lanying', 'Hu Lanying | Hu');
  links('Luong Quoc Thinh came. Thinh said so.', 'Luong Quoc Thinh', 'Luong Quoc Thinh | Thinh');
  links('Farid Nasruddinov came. Farid said so.', 'Farid Nasruddinov', 'Farid Nasruddinov | Farid');
  links(
    'Jean-Paul Le Marchand came. Le Marchand said so.',
    'Jean-Paul Le Marchand',
    'Jean-Paul Le Marchand | Le Marchand',
  );
  links('Joris van Oudekerk came. Van Oudekerk said so.', 'Joris van Oudekerk', 'Joris van Oudekerk | Van Oudekerk');
  links('Ada Kern met Bo Lind. Kern said so.', 'Ada Kern', 'Ada Kern | Kern');
  links('Ada Kern met Bo Lind. Lind said so.', 'Bo Lind', 'Bo Lind | Lind');
  links('Rovinsky agreed, said Pavel Rovinsky.', 'Pavel Rovinsky', 'Rovinsky | Pavel Rovinsky');
  links('President Erdemir spoke. Kemal Erdemır left.', 'Kemal Erdemır', 'Erdemir | Kemal Erdemır');
  links(
    'Nabil Hasan al-Qutayri died. Nabil al-Qutayri was 34.',
    'Nabil Hasan al-Qutayri',
    'Nabil Hasan al-Qutayri | Nabil al-Qutayri',
  );
});

describe('a nickname inside the name', () => {
  links('Bo "Salty" Lind sang. Lind danced.', 'Bo "Salty" Lind', 'Bo "Salty" Lind | Lind');
  links('Bo (Bobby) Lind sang. Lind danced.', 'Bo (Bobby) Lind', 'Bo (Bobby) Lind | Lind');
  links('Bo Lind sang. Bo “Salty” Lind danced.', 'Bo “Salty” Lind', 'Bo Lind | Bo “Salty” Lind');
});

describe('a shorter name of an organisation', () => {
  links(
    'The Italian Supreme Court sat. The Supreme Court rose.',
    'Italian Supreme Court',
    'Italian Supreme Court | Supreme Court',
  );
  links(
    'The Italian Supreme Court sat. The Norwegian Supreme Court rose. The Supreme Court left.',
    'Supreme Court',
    'Supreme Court',
  );
});

describe('a surname goes to the one whom the text names far more often', () => {
  const story = 'Ada Kern came. Kern sang. Kern left. Ada Kern slept. Her son Bo Kern came.';
  links(`${story} Kern woke.`, 'Bo Kern', 'Bo Kern');
  links('Ada Kern came. Her son Bo Kern came. Kern woke.', 'Bo Kern', 'Bo Kern | Kern');
});

describe('two of one surname', () => {
  links(
    'President Ada Mulonga spoke of her father, Peter Mulonga. Mulonga left.',
    'Ada Mulonga',
    'Ada Mulonga | Mulonga',
  );
  links('Mr. Tim Askew and Mrs. Ida Askew came. Mrs. Askew spoke.', 'Ida Askew', 'Ida Askew | Askew');
  test('stay two', () => {
    const { entities } = read('John Harkness met Jane Harkness.');
    expect(entities.map(({ name }) => name)).toEqual(['John Harkness', 'Jane Harkness']);
  });
});

describe('acronyms and synonyms', () => {
  links('The European Union met. The EU agreed.', 'European Union', 'European Union | EU');
  links(
    'The Baltic Freight Council (BFC) met. The BFC agreed.',
    'Baltic Freight Council',
    'Baltic Freight Council | BFC | BFC',
  );
  links('The United States agreed. The U.S. and the US paid.', 'United States', 'United States | U.S. | US');
  links('The Parliament of Zembla sat. Parliament rose.', 'Parliament of Zembla', 'Parliament of Zembla | Parliament');
  links('BEIJING (AP) - Rain fell in Beijing.', 'BEIJING', 'BEIJING | Beijing');
});

describe('roles', () => {
  roles('With Boris Lind, the queen, they came.', 'Boris Lind', '');
  roles('With Boris Lind, the king, they came.', 'Boris Lind', 'king / null');
  roles('Gov. Ada Kern met Sen. Bo Lind.', 'Ada Kern', 'Governor / null');
  roles('Gov. Ada Kern met Sen. Bo Lind.', 'Bo Lind', 'Senator / null');
  roles('Gov. Ada Kern left. Governor Kern came.', 'Ada Kern', 'Governor / null');
  roles('Brig. Gen. Carl Berg and Rep. Eva Holm left.', 'Carl Berg', '');
  roles('They met White House chief of staff Eva Holm.', 'Eva Holm', 'chief of staff / White House');
  roles('Former prime minister Ada Major spoke.', 'Ada Major', 'prime minister / null');
  roles('The nominee was painter Bo (Bobby) Lind.', 'Bo (Bobby) Lind', 'painter / null');
  roles('Gen. Carl Berg and Rep. Eva Holm left.', 'Eva Holm', 'Representative / null');
  roles('Lt. Gov. Olga Roos left.', 'Olga Roos', 'Lieutenant Governor / null');
  roles('Dr. Ulf Moe met Mrs. Eva Holm.', 'Ulf Moe', '');
  roles('Rev. Ulf Moe prayed.', 'Ulf Moe', '');
  roles('Inga Kern, the presidential nominee’s eldest daughter, spoke.', 'Inga Kern', 'eldest daughter / null');
  roles("Bo Lind, the president's brother, came.", 'Bo Lind', 'brother / null');
  roles("Bo Lind, the bank's director, came.", 'Bo Lind', 'director / bank');
  roles('The daughter of the president, Eva Holm, came.', 'Eva Holm', '');
  roles('They thanked the president, Eva Holm, again.', 'Eva Holm', 'president / null');
  roles('Bo Lind, his brother, and his mother were found.', 'Bo Lind', '');
  roles('Bo Lind, her brother, was found.', 'Bo Lind', 'brother / null');
  roles(
    'Chinese State Councilor and Foreign Minister Hu Lanying came.',
    'Hu Lanying',
    'State Councilor and Foreign Minister / China',
  );
  roles(
    'French Minister for Europe and Foreign Affairs Luc Delormeau came.',
    'Luc Delormeau',
    'Minister for Europe and Foreign Affairs / France',
  );
  roles('Foreign Minister Rosa Quimbala came.', 'Rosa Quimbala', 'Foreign Minister / null');
  roles('EU Commissioner Ilaria Bentivegni came.', 'Ilaria Bentivegni', 'Commissioner / EU');
  roles('Kojo Aboagyewa, the Ghanaian envoy, came.', 'Kojo Aboagyewa', 'envoy / Ghana');
  roles(
    'Chanda Mwalimba, a lecturer at the University of Zambia, came.',
    'Chanda Mwalimba',
    'lecturer at the University of Zambia / null',
  );
  roles(
    'Kenyan Foreign Minister Ada Mulonga told her Nigerian counterpart, Chidi Obiorah, so.',
    'Chidi Obiorah',
    'Foreign Minister / Nigeria',
  );
  roles('President of Argentina Ramiro Ocampi came.', 'Ramiro Ocampi', 'President / Argentina');
  roles("England's transport secretary, Greta Shapley, came.", 'Greta Shapley', 'transport secretary / England');
  roles('Mr. Pelham came.', 'Pelham', '');
  roles(
    'Ann Corwen spoke. Timur Abenayev, who is Corwen’s deputy, smiled.',
    'Timur Abenayev',
    "Ann Corwen's deputy / null",
  );

  test('point to the words that state them', () => {
    const { text, entities } = read('On Monday French Foreign Minister Luc Delormeau came.');
    const [role] = entities.find(({ name }) => name === 'Luc Delormeau')?.roles ?? [];
    expect(text.slice(role?.start, role?.end)).toBe('French Foreign Minister');
  });
});

describe('gender', () => {
  gender('Pat Kern left early.', 'Pat Kern', null);
  gender('Jordan Roos left early.', 'Jordan Roos', null);
  gender('Pat Kern said that she was early.', 'Pat Kern', 'female');
  gender('Jordan Roos said that he was early.', 'Jordan Roos', 'male');
  gender('Ms. Taylor Dahl left early.', 'Taylor Dahl', 'female');
  gender('Mrs. Quarrie came.', 'Quarrie', 'female');
  gender('King Oskar III came.', 'Oskar III', 'male');
  gender('Ministry spokeswoman Dvora Alkalai came.', 'Dvora Alkalai', 'female');
  gender('Emmanuelle Dorgeval came.', 'Emmanuelle Dorgeval', 'female');
  gender('Wanjirux Kamothe said she agreed.', 'Wanjirux Kamothe', 'female');
  gender('Wanjirux Kamothe came.', 'Wanjirux Kamothe', null);
  gender('Wang Lei came.', 'Wang Lei', null);
});

describe('kinds of mentions', () => {
  test('name, short, acronym, demonym', () => {
    const { mentions } = read('Adela Brandauer of the World Bank and the EU met German envoys. Brandauer left.');
    expect(mentions.map(({ kind }) => kind)).toEqual(['name', 'name', 'acronym', 'demonym', 'short']);
  });
});
