/**
 * Documents in the layouts that real ones have, of people and things that are made up, the same for the same seed.
 * Lengths are in UTF-16 code units.
 */
import { MONTHS, WEEKDAYS } from '../../../server/src/reading/lexicon/function-words.ts';
import { bodies, capitalised, citiesOf, countries } from './lexicon.ts';
import { fullName, type Person, type Population, populationOf } from './people.ts';
import { type Random, randomOf, zipf } from './random.ts';
import {
  agreed,
  crossHead,
  goesOn,
  named,
  narrated,
  quotedOf,
  type Story,
  said,
  saidByOthers,
  title,
} from './sentences.ts';
import { agencies, companies, outletWords, themes } from './words.ts';

export interface GeneratedFile {
  /** A path with `/`, by which Readout knows it for a source document. */
  readonly path: string;
  readonly text: string;
}

const peopleInTheNews = 20_000;

/**
 * The first so many documents of a seed's corpus, which are the same however many are asked for.
 * One person, `guestOf(seed)`, speaks in the first `guestDocuments` and nowhere else.
 */
export function* documentsOf(seed: number, count: number): Generator<GeneratedFile> {
  const population = populationOf(seed, peopleInTheNews);
  for (let n = 0; n < count; n++) {
    const random = randomOf(seed, 11, n);
    const text = textOf(random, population, n < guestDocuments ? [guestOf(seed)] : []);
    const digits = Array.from({ length: 16 }, () => random.below(16).toString(16)).join('');
    yield { path: `${String(Math.floor(n / 100)).padStart(3, '0')}/${String(n).padStart(5, '0')}_${digits}.txt`, text };
  }
}

export const guestDocuments = 400;

/** Somebody with the same documents in a corpus of any size from `guestDocuments` on. */
export function guestOf(seed: number): Person {
  const country = countries[seed % countries.length]!;
  return {
    given: 'Marta',
    surname: 'Quillverdal',
    gender: 'female',
    country,
    office: 'Foreign Minister',
    noun: 'foreign minister',
  };
}

/** One story that is as long as asked for, with people enough for its length. */
export function storyOf(seed: number, length: number): string {
  const random = randomOf(seed, 13);
  const population = populationOf(seed, Math.max(20, Math.ceil(length / 1500)));
  let story = begin(random, population);
  const parts = [title(story), stamp(story), `${dateline(story)} ${said(story, population.draw(random))}`];
  let size = parts.join('\n\n').length;
  while (size < length) {
    // A long story goes from one matter to another and still knows its people.
    if (parts.length % 10 === 0) story = { ...begin(random, population), introduced: story.introduced };
    const paragraph = newsParagraph(story, population.draw(random), population.draw(random));
    parts.push(paragraph);
    size += paragraph.length + 2;
  }
  return cut(parts.join('\n\n'), length);
}

/** Documents one behind the other, a row and a count between them. */
export function bundleOf(seed: number, length: number): string {
  const parts: string[] = [];
  let size = 0;
  for (const { text } of documentsOf(seed, Math.ceil(length / 800))) {
    parts.push(text.trim());
    size += text.length + 80;
    if (size > length) break;
  }
  const rows = parts.map((text, n) => `${row}\n\nDocument ${n + 1} of ${parts.length}\n\n${text}`);
  return cut(rows.join('\n\n'), length);
}

const row = '='.repeat(40);

/** At a word's end, with a line end. */
function cut(text: string, length: number): string {
  if (text.length <= length) return `${text.trimEnd()}\n`;
  return `${text.slice(0, text.lastIndexOf(' ', length - 3)).replace(/[^\p{L}\d]+$/u, '')}.\n`;
}

function textOf(random: Random, population: Population, guests: readonly Person[]): string {
  const story = begin(random, population);
  const cast = [...guests, ...Array.from({ length: random.between(2, 5) }, () => population.draw(random))];
  const layout = random.pick([dispatch, dispatch, page, page, plain, plain, plain, readout, readout, briefing]);
  return torn(layout(story, cast), random);
}

function begin(random: Random, population: Population): Story {
  const home = population.draw(random).country;
  return {
    random,
    theme: themes[themeRank(random)]!,
    home,
    abroad: population.draw(random).country,
    months: Array.from(MONTHS, capitalised).filter(month => /^(?!Sept)[A-Z][a-z]{3,}$|^May$|^September$/.test(month)),
    weekday: capitalised(random.pick([...WEEKDAYS])),
    year: random.between(2005, 2025),
    companies: Array.from({ length: 3 }, () => `${population.draw(random).surname} ${random.pick(companies)}`),
    body: random.pick(bodies),
    curly: random.chance(0.3),
    introduced: new Set(),
  };
}

const themeRank = zipf(themes.length, 6);

/** A wire dispatch: place, day and agency in front of the first words. */
function dispatch(story: Story, cast: readonly Person[]): string[] {
  return [
    `${dateline(story)} ${said(story, cast[0]!)} ${narrated(story)}`,
    ...body(story, cast),
    ...(story.random.chance(0.6) ? [endNote(story, cast)] : []),
  ];
}

/** A page of a newspaper's site: breadcrumb, headline, stamp, often the lead twice, and what the page adds. */
function page(story: Story, cast: readonly Person[]): string[] {
  const { random } = story;
  const lead = said(story, cast[0]!);
  return [
    `Home > ${story.theme.section} > ${random.pick(['News', 'Latest', 'Features', story.home.name])}`,
    title(story),
    ...(random.chance(0.3) ? ['Ministers'] : []),
    ...(random.chance(0.3) ? [lead] : []),
    random.chance(0.5) ? stamp(story) : `${outlet(story)} Updated: ${day(story)}`,
    ...(random.chance(0.2) ? [`By ${fullName(random.pick(cast))}`] : []),
    lead,
    ...body(story, cast),
    ...(random.chance(0.3) ? ['Share | Print | E-mail'] : []),
    ...(random.chance(0.4) ? ['<Send to a friend>'] : []),
  ];
}

/** A headline and a day, as a news wiki has it. */
function plain(story: Story, cast: readonly Person[]): string[] {
  return [
    title(story),
    `${story.weekday}, ${day(story)}`,
    `${narrated(story)} ${said(story, cast[0]!)}`,
    ...body(story, cast),
  ];
}

/** The account of a talk: long paragraphs that go on with what one side says. */
function readout(story: Story, cast: readonly Person[]): string[] {
  const { random, home, abroad } = story;
  const [host, guest = host] = cast as [Person, Person?];
  const turns = Array.from({ length: random.between(4, 9) }, (_, n) => {
    const speaker = n % 2 === 0 ? host : guest;
    return [
      n === 1 && random.chance(0.5)
        ? `For ${guest.gender === 'female' ? 'her' : 'his'} part, ${said(story, guest)}`
        : said(story, speaker),
      ...Array.from({ length: random.between(1, 5) }, () =>
        random.chance(0.35) ? said(story, speaker, true) : goesOn(story),
      ),
    ].join(' ');
  });
  return [
    `Home > ${home.name} Desk`,
    `${host.office} ${fullName(host)} Speaks with ${guest.country.demonym} ${guest.office} ${fullName(guest)} on the Phone`,
    ...(random.chance(0.4) ? [stamp(story)] : []),
    `On ${random.between(1, 28)} ${random.pick(story.months)}, ${named(story, host)} had a phone call with ${named(story, guest)}.`
      .replace(',.', '.')
      .replace(', had', ' had'),
    ...turns,
    ...(random.chance(0.5) ? [`${agreed(story, host, guest)} ${narrated(story)}`] : []),
    `They also exchanged views on ${random.pick(story.theme.matters)} in ${abroad.name}.`,
  ];
}

/** Questions and answers. */
function briefing(story: Story, cast: readonly Person[]): string[] {
  const { random } = story;
  const [speaker] = cast as [Person];
  const answers = Array.from({ length: random.between(4, 12) }, () => [
    `${random.pick(['Q', outlet(story)])}: What will ${story.home.name} do about ${random.pick(story.theme.matters)}?`,
    `${random.chance(0.5) ? 'A' : speaker.surname}: ${Array.from({ length: random.between(2, 5) }, () => goesOn(story)).join(' ')}`,
  ]);
  return [
    `Ministry Spokesperson ${fullName(speaker)}'s Regular Press Briefing on ${day(story)}`,
    `${stamp(story)}`,
    said(story, speaker),
    ...answers.flat(),
  ];
}

function body(story: Story, cast: readonly Person[]): string[] {
  const { random } = story;
  // Most stories are short and a few are long.
  const count = 4 + Math.round(12 * -Math.log(1 - random.below(1000) / 1001));
  const parts = [];
  for (let n = 0; n < count; n++) {
    if (n > 2 && random.chance(0.06)) parts.push(crossHead(story));
    if (n > 2 && random.chance(0.03)) parts.push(...list(story));
    parts.push(newsParagraph(story, random.pick(cast), random.pick(cast)));
  }
  return parts;
}

function newsParagraph(story: Story, person: Person, other: Person): string {
  const { random } = story;
  const sentences = random.pick([
    () => [said(story, person), said(story, person, true)],
    () => [said(story, person), narrated(story, person)],
    () => [said(story, person), goesOn(story), goesOn(story)],
    () => [quotedOf(story, person), narrated(story, person)],
    () => [said(story, person), quotedOf(story, person, true)],
    () => [narrated(story), narrated(story), narrated(story)],
    () => [narrated(story), narrated(story)],
    () => [narrated(story), narrated(story), narrated(story)],
    () => [narrated(story), narrated(story), narrated(story), narrated(story)],
    () => [narrated(story), said(story, person), narrated(story, person)],
    () => [saidByOthers(story), narrated(story)],
    () => [narrated(story), narrated(story), saidByOthers(story)],
    () => [agreed(story, person, other), narrated(story)],
    () => [`Last ${story.weekday}, ${clauseOf(narrated(story))}`, narrated(story), narrated(story)],
    () => [narrated(story), `In ${random.pick(story.months)} ${story.year}, ${clauseOf(narrated(story))}`],
  ])();
  return sentences.join(' ');
}

/** Without its capital, where that is not a name's. */
const clauseOf = (sentence: string) =>
  /^(?:The|Nobody|Someone|Many|What|Half|All|Few|Hardly|Between) /.test(sentence)
    ? sentence.charAt(0).toLowerCase() + sentence.slice(1)
    : sentence;

function list(story: Story): string[] {
  return [
    'The plan has three parts:',
    ...Array.from({ length: 3 }, () => `• ${clauseOf(narrated(story)).replace(/\.$/, ';')}`),
  ];
}

const outlet = ({ random, home }: Story) => `${random.pick(citiesOf(home))} ${random.pick(outletWords)}`;
const day = ({ random, months, year }: Story) => `${random.pick(months)} ${random.between(1, 28)}, ${year}`;

function stamp(story: Story): string {
  const { random, year } = story;
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${year}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`;
  return `${date} ${two(random.below(24))}:${two(random.below(60))}:${two(random.below(60))} ${outlet(story)}`;
}

function dateline(story: Story): string {
  const { random, months } = story;
  const place = random.pick(citiesOf(story.home)).toUpperCase();
  return `${place}, ${random.pick(months)} ${random.between(1, 28)} (${random.pick(agencies)}) --`;
}

const endNote = ({ random }: Story, cast: readonly Person[]) =>
  `(Reporting by ${fullName(random.pick(cast))}; Editing by ${fullName(random.pick(cast))})`;

/** Blocks as files have them: mostly whole, here and there with a seam torn. */
function torn(blocks: readonly string[], random: Random): string {
  let text = '';
  for (const block of blocks) {
    if (text !== '') text += random.chance(0.02) ? '\n' : random.chance(0.06) ? '\n\n\n' : '\n\n';
    text += random.chance(0.02) ? `${block} ` : block;
  }
  if (random.chance(0.15)) text = text.replace(/ > /g, '\u00a0>\u00a0');
  return random.chance(0.4) ? text : `${text}\n`;
}
