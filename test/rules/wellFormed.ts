/** Well-formed documents, generated from a number: of invented people, in the layouts that the format knows. */

export type Random = () => number;

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function pick<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
}

const people = ['Inga Solberg', 'José Almada', 'Zoë Tremblay', 'Samuel Okafor', 'Nadia Haddad', 'Piotr Wójcik'];
const reporters = ['Jane Roe', 'John Doe and Mary Major', 'Ada Kern in Oslo'];
const offices = ['Foreign Minister', 'Health Minister', 'President', 'government spokesman', 'envoy'];
const countries = ['Norway', 'Chad', 'Ghana', 'Portugal', 'Estonia', 'Peru'];
const cities = ['OSLO', 'ACCRA', 'LISBON', 'TALLINN', 'LIMA'];
const months = ['Jan', 'Feb', 'March', 'April', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];
const things = [
  'two hundred wells in the south',
  'a bridge over the river',
  'schools for forty villages',
  'the old maps of the lake',
  'a port that was closed in 2019',
];
const sayings = [
  'the work will begin before the rains and end within two years',
  'nobody in the villages has been asked so far',
  'the money is there, and the will is not',
  'both sides have agreed to meet again in the autumn',
  'the plan rests on figures that are ten years old',
];

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function sentence(random: Random, open: string, close: string): string {
  const [person, office, country] = [pick(random, people), pick(random, offices), pick(random, countries)];
  const [thing, saying] = [pick(random, things), pick(random, sayings)];
  return pick(random, [
    `${country} will pay for ${thing}, said ${office} ${person} of ${pick(random, countries)}.`,
    `${open}${capital(saying)},${close} said ${person}, who came to talk about ${thing}.`,
    `${person} told reporters that ${saying}.`,
    `${open}${capital(saying)}.${close}`,
    `The envoys of ${country} have waited for ${thing}, and ${saying}.`,
    `According to ${person}, ${saying}, whatever the ${office} may say.`,
  ]);
}

export interface Wishes {
  readonly curly?: boolean;
  readonly trailer?: boolean;
  /** Headline, stamp and dateline. */
  readonly whole?: boolean;
}

/** A document that breaks no rule; half of them quote with curly marks unless it is wished for. */
export function wellFormed(random: Random, wishes: Wishes = {}): string {
  const { curly = random() < 0.5, trailer = random() < 0.4, whole = false } = wishes;
  const [open, close] = curly ? ['“', '”'] : ['"', '"'];
  const maybe = (chance: number, block: () => string) => (random() < chance ? [block()] : []);
  const country = pick(random, countries);
  const [month, day, year] = [
    Math.floor(random() * 12),
    1 + Math.floor(random() * 27),
    2015 + Math.floor(random() * 8),
  ];
  const iso = `${year}-${String(month + 1).padStart(2, '0')}-${String(day + 1).padStart(2, '0')}`;
  const paragraphs = Array.from({ length: 3 + Math.floor(random() * 5) }, () => {
    const sentences = new Set(
      Array.from({ length: 1 + Math.floor(random() * 4) }, () => sentence(random, open, close)),
    );
    return [...sentences].join(' ');
  });
  const story = [...new Set(paragraphs)];
  const dateline = `${pick(random, cities)}, ${months[month]} ${day} (Fjord) --`;
  return `${[
    ...maybe(0.5, () => `Home > World > ${country}`),
    ...maybe(whole ? 1 : 0.8, () => `${country} to pay for ${pick(random, things)}`),
    ...maybe(whole ? 1 : 0.7, () =>
      pick(random, [iso, `date ${iso}`, `${iso} 09:30:12 River Daily`, `River Daily Updated: ${iso}`]),
    ),
    ...maybe(0.3, () => `By ${pick(random, reporters)}`),
    ...(whole || random() < 0.7 ? [`${dateline} ${story[0]}`] : [story[0]]),
    ...maybe(0.2, () => `${pick(random, people)} speaks in ${pick(random, countries)}. [Photo/Fjord]`),
    ...story.slice(1),
    ...(trailer ? ['<Send to a friend>'] : []),
  ].join('\n\n')}\n`;
}

/** Several documents with one kind of separator. */
export function wellFormedBundle(random: Random, separator: (number: number, total: number) => string): string {
  const total = 4 + Math.floor(random() * 3);
  const documents = Array.from({ length: total }, () => wellFormed(random, { trailer: true, whole: true }));
  return `${documents.map((document, i) => separator(i + 1, total) + document.trimEnd()).join('\n\n')}\n`;
}
