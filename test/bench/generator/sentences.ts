/** Sentences as news has them: what happened, and who said what of it. */
import type { Country } from '../../../server/src/reading/lexicon/places.ts';
import { callings, capitalised, citiesOf, saidOf, saidQuoted, saidThat, saidTo } from './lexicon.ts';
import { fullName, type Person } from './people.ts';
import { type Random, zipf } from './random.ts';
import { adjectives, connectives, manners, qualities, type Theme, times, verbs } from './words.ts';

/** What a document is about and who is in it; it remembers who has been introduced. */
export interface Story {
  readonly random: Random;
  readonly theme: Theme;
  readonly home: Country;
  readonly abroad: Country;
  readonly months: readonly string[];
  readonly weekday: string;
  readonly year: number;
  readonly companies: readonly string[];
  /** A full name and its acronym. */
  readonly body: readonly [string, string];
  readonly curly: boolean;
  readonly introduced: Set<Person>;
}

interface Verb {
  readonly base: string;
  readonly past: string;
  readonly participle: string;
  readonly ing: string;
}

const conjugated: readonly Verb[] = verbs.map(entry => {
  const [base = '', past, participle, ing] = entry.split(':');
  const stem = base.endsWith('e') ? base.slice(0, -1) : base;
  const regular = `${stem}ed`;
  return { base, past: past ?? regular, participle: participle ?? past ?? regular, ing: ing ?? `${stem}ing` };
});

const plural = (noun: string): string =>
  /(?:s|x|z|ch|sh)$/.test(noun)
    ? `${noun}es`
    : /[^aeiou]y$/.test(noun)
      ? `${noun.slice(0, -1)}ies`
      : noun.endsWith('s')
        ? noun
        : `${noun}s`;

const usual = zipf(Math.max(saidThat.length, saidQuoted.length, saidTo.length, saidOf.length), 1);
const cueOf = (list: readonly string[], random: Random): string => list[usual(random) % list.length]!;

const city = ({ random, home }: Story) => random.pick(citiesOf(home));
const thing = ({ random, theme }: Story) => random.pick(theme.things);
const people = ({ random, theme }: Story) => random.pick(theme.people);
const matter = ({ random, theme }: Story) => random.pick(theme.matters);

/** A company with one of the names that the story has for companies. */
function company({ random, companies: names }: Story): string {
  return random.pick(names);
}

function object(story: Story): string {
  const { random } = story;
  const adjective = () => random.pick(adjectives);
  return random.pick([
    () => `the ${adjective()} ${thing(story)}`,
    () => `the ${thing(story)} near ${city(story)}`,
    () => `${random.between(3, 900)} ${plural(thing(story))}`,
    () => `its ${adjective()} ${plural(thing(story))}`,
    () => `every ${adjective()} ${thing(story)} in ${city(story)}`,
    () => `a ${adjective()} ${thing(story)} and a ${adjective()} ${thing(story)}`,
    () => `the ${plural(thing(story))} that ${people(story)} had ${random.pick(conjugated).participle}`,
    () => `${adjective()} ${plural(thing(story))}`,
    () => `${matter(story)} and ${matter(story)}`,
  ])();
}

function subject(story: Story): string {
  const { random, home, abroad } = story;
  return random.pick([
    () => `the ${people(story)}`,
    () => `the ${random.pick(adjectives)} ${thing(story)}`,
    () => people(story),
    () => `the ${people(story)} of ${city(story)}`,
    () => home.name,
    () => `the ${story.body[1]}`,
    () => `${random.pick([home, abroad]).demonym} ${people(story)}`,
    () => `the ${random.pick(['city', 'council', 'government', 'ministry', 'company', 'agency', 'parliament'])}`,
    () => `half of the ${plural(thing(story))}`,
  ])();
}

function tail(story: Story): string {
  const { random } = story;
  if (random.chance(0.35)) return '';
  return random.pick([
    () => ` ${random.pick(times)}`,
    () => ` ${random.pick(manners)}`,
    () => ` in ${city(story)}`,
    () => ` so that ${people(story)} could ${random.pick(conjugated).base} ${object(story)}`,
    () => `, although ${subject(story)} had ${random.pick(conjugated).participle} ${object(story)}`,
    () => ` because ${matter(story)} was ${random.pick(qualities)}`,
    () => ` by ${random.pick(story.months)}`,
    () => ` if ${people(story)} ${random.pick(conjugated).past} ${object(story)}`,
  ])();
}

/** A clause without a capital and without an end. */
function clause(story: Story): string {
  const { random } = story;
  const verb = random.pick(conjugated);
  return random.pick([
    () =>
      `${subject(story)} ${random.pick(['would', 'will', 'must', 'should', 'could'])} ${verb.base} ${object(story)}${tail(story)}`,
    () => `${subject(story)} ${verb.past} ${object(story)}${tail(story)}`,
    () => `${subject(story)} had ${verb.participle} ${object(story)}${tail(story)}`,
    () => `the ${thing(story)} was ${random.pick(qualities)}${tail(story)}`,
    () => `${random.between(2, 98)} percent of the ${plural(thing(story))} had been ${verb.participle}${tail(story)}`,
    () =>
      `${random.pick(['nobody', 'hardly anybody', 'someone', 'few of them', 'all of them', 'many'])} ${verb.past} ${object(story)}${tail(story)}`,
    () => `the ${thing(story)} and the ${thing(story)} cost ${random.between(2, 900)} million dollars${tail(story)}`,
    () => `${company(story)} would ${verb.base} ${object(story)}${tail(story)}`,
    () =>
      `what ${people(story)} need is ${random.chance(0.5) ? 'a' : 'another'} ${random.pick(adjectives)} ${thing(story)}${tail(story)}`,
    () => `between ${city(story)} and ${city(story)} the ${plural(thing(story))} were ${verb.participle}${tail(story)}`,
    () => `${verb.ing} ${object(story)} was ${random.pick(qualities)}`,
  ])();
}

/** What somebody says in so many words: a sentence without its end. */
function spoken(story: Story): string {
  const { random } = story;
  const verb = random.pick(conjugated);
  return capitalised(
    random.pick([
      () => `we will ${verb.base} ${object(story)}${tail(story)}`,
      () => `we have ${verb.participle} ${object(story)}, and we would do it again`,
      () =>
        `I have seen ${random.between(2, 40)} ${plural(thing(story))} and not one of them was ${random.pick(qualities)}`,
      () => `you cannot ${verb.base} ${object(story)} ${random.pick(manners)}`,
      () => `our ${plural(thing(story))} are ${random.pick(qualities)}`,
      () => `no ${thing(story)} is ${random.pick(qualities)} until somebody ${verb.past} it`,
      () => `this is ${random.pick(qualities)}, and ${subject(story)} know it`,
    ])(),
  );
}

/** The person as this place in the story names them, from the first name with an office to a pronoun. */
export function named(story: Story, person: Person, mayBePronoun = false): string {
  const { random, introduced } = story;
  const { country, office, noun, surname, gender } = person;
  if (!introduced.has(person)) {
    introduced.add(person);
    return random.pick([
      () => `${country.demonym} ${office} ${fullName(person)}`,
      () => `${country.demonym} ${office} ${fullName(person)}`,
      () => `${fullName(person)}, ${random.pick(callings)} at the University of ${random.pick(citiesOf(country))},`,
      () => `${country.name}'s ${office}, ${fullName(person)},`,
      () => `${fullName(person)}, the ${country.demonym} ${noun},`,
    ])();
  }
  const kind = random.below(100);
  if (mayBePronoun && kind < 55) return gender === 'female' ? 'she' : 'he';
  if (kind < 80) return surname;
  if (kind < 86) return fullName(person);
  if (kind < 90) return `${gender === 'female' ? 'Ms.' : 'Mr.'} ${surname}`;
  if (kind < 94) return `the ${noun}`;
  if (kind < 97) return `the ${country.demonym} ${noun}`;
  return `${country.demonym} ${office} ${surname}`;
}

const start = (words: string): string => capitalised(words);
const clean = (sentence: string): string =>
  sentence
    .replace(/,,/g, ',')
    .replace(/,\./g, '.')
    .replace(/\b([Aa]) (?=[aeiou])/g, '$1n ');
const quoted = ({ curly }: Story, words: string): string => (curly ? `“${words}”` : `"${words}"`);

/** A sentence of the story's own; of somebody, where it goes on about a person. */
export function narrated(story: Story, person?: Person): string {
  const { random } = story;
  if (person && random.chance(0.8)) {
    const verb = random.pick(conjugated);
    const his = person.gender === 'female' ? 'her' : 'his';
    return clean(
      `${start(named(story, person, true))} ${random.pick([
        () => `${verb.past} ${object(story)}${tail(story)}`,
        () =>
          `had ${verb.participle} ${object(story)} before ${random.pick(times)}`.replace(
            /before (before|by|in|at|for|with)/,
            '$1',
          ),
        () =>
          `arrived in ${city(story)} with ${his} ${random.pick(['family', 'staff', 'advisers', 'brother', 'lawyer'])}${tail(story)}`,
        () => `was born in ${city(story)} and ${verb.past} ${object(story)}`,
      ])()}.`,
    );
  }
  const opening = random.chance(0.25) ? `${random.pick(connectives)}, ${clause(story)}` : clause(story);
  return clean(`${start(opening)}.`);
}

/** A sentence that goes on with what somebody was saying. */
export const goesOn = (story: Story): string => clean(`${start(clause(story))}.`);

/** A sentence in which somebody says something. */
export function said(story: Story, person: Person, again = false): string {
  const { random, weekday } = story;
  const who = () => named(story, person, again);
  const cue = () => cueOf(saidThat, random);
  return clean(
    random.pick([
      () => `${start(who())} ${cue()} that ${clause(story)}.`,
      () => `${start(who())} ${cue()} that ${clause(story)}, and that ${clause(story)}.`,
      () => `${start(who())} said on ${weekday} that ${clause(story)}.`,
      () =>
        `${start(who())} told ${random.pick(['reporters', 'journalists', 'lawmakers', people(story)])} that ${clause(story)}.`,
      () => `${start(clause(story))}, ${who()} said.`,
      () =>
        `${start(who())} ${cueOf(saidTo, random)} to ${random.pick(conjugated).base} ${object(story)}${tail(story)}.`,
      () =>
        `${start(who())} ${cueOf(saidOf, random)} ${object(story)}, ${random.pick(['adding', 'noting', 'saying', 'stressing'])} that ${clause(story)}.`,
      () =>
        `According to ${who()}, ${clause(story)}.`.replace(
          /According to (s?he),/,
          (_, she) => `According to ${she === 'she' ? 'her' : 'him'},`,
        ),
      () => `${start(who())} called on ${story.abroad.name} to ${random.pick(conjugated).base} ${object(story)}.`,
    ])(),
  );
}

/** A sentence with words in quotation marks. */
export function quotedOf(story: Story, person: Person, again = false): string {
  const { random } = story;
  const who = () => named(story, person, again);
  const cue = () => cueOf(saidQuoted, random);
  return clean(
    random.pick([
      () => `${quoted(story, `${spoken(story)},`)} ${who()} ${cue()}.`,
      () => `${quoted(story, `${spoken(story)},`)} ${who()} ${cue()}. ${quoted(story, `${spoken(story)}.`)}`,
      () => `${start(who())} ${cue()}, ${quoted(story, `${spoken(story)}.`)}`,
      () => `${start(who())} called the ${thing(story)} ${quoted(story, `${random.pick(qualities)}`)}.`,
    ])(),
  );
}

/** A sentence in which a body or somebody unnamed says something. */
export function saidByOthers(story: Story): string {
  const { random, home, theme } = story;
  const [name, acronym] = story.body;
  return clean(
    random.pick([
      () =>
        `The ${name} (${acronym}) said in a report that ${clause(story)}. The ${acronym} had ${random.pick(conjugated).participle} ${object(story)}.`,
      () => `The ${home.demonym} Ministry of ${theme.field} said that ${clause(story)}.`,
      () => `${start(people(story))} said that ${clause(story)}.`,
      () => `An official in ${city(story)}, who asked not to be named, said that ${clause(story)}.`,
      () => `Analysts say ${clause(story)}.`,
    ])(),
  );
}

/** Two of them, together. */
export function agreed(story: Story, one: Person, other: Person): string {
  const { random } = story;
  const both = random.pick([
    () => `${start(named(story, one))} and ${named(story, other)}`,
    () => 'The two sides',
    () => 'Both ministers',
  ]);
  return clean(`${both()} agreed to ${random.pick(conjugated).base} ${object(story)}${tail(story)}.`);
}

export function title(story: Story): string {
  const { random, home, abroad } = story;
  const verb = random.pick(conjugated);
  return clean(
    random.pick([
      () => `${home.name} to ${verb.base} ${random.pick(adjectives)} ${plural(thing(story))} with ${abroad.name}`,
      () => `${start(people(story))} of ${city(story)} ${verb.past} ${random.pick(adjectives)} ${plural(thing(story))}`,
      () => `${home.name}, ${abroad.name} to ${verb.base} ${plural(thing(story))} together`,
      () => `New ${thing(story)} for ${city(story)} as ${matter(story)} returns`,
    ])(),
  );
}

export const crossHead = (story: Story): string =>
  story.random.pick([
    `What the ${people(story)} say`,
    `A ${thing(story)} for everybody`,
    'What happens next',
    'Behind the figures',
  ]);
