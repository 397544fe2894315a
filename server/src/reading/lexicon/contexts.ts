/**
 * Words beside a name that tell what bears it: "in" a place, "spokesperson" after an organisation, "the death of" a person.
 * General knowledge of English; the figures are weights of evidence, found by trying on open annotated news.
 */
import { words } from './words.ts';

export type Bearer = 'person' | 'organization' | 'place' | 'other';
/** Points for and against each bearer; a bearer that is not there gets none. */
export type Evidence = Readonly<Record<Bearer, number>>;

function table(rows: readonly (readonly [string, Partial<Evidence>])[]): ReadonlyMap<string, Evidence> {
  return new Map(
    rows.flatMap(([list, { person = 0, organization = 0, place = 0, other = 0 }]) =>
      words(list).map(word => [word, { person, organization, place, other }] as const),
    ),
  );
}

/** Nouns for organisations: "the broadcaster NRK", "the company, Helvion". */
const ORGANIZATION_NOUNS =
  'magazine newspaper broadcaster network channel website site company firm union agency outlet airline group party organization organisation charity manufacturer bank operator retailer maker nonprofit movement rebels militia club team startup daily publisher producer supermarket supermarkets chain chains companies firms airlines parties groups outlets newspapers clubs teams retailers banks manufacturers label studio carrier brewer automaker carmaker conglomerate subsidiary developer regulator watchdog think-tank tabloid weekly';

/** Nouns for things with names that are neither persons nor organisations nor places. */
const THING_NOUNS =
  'ship boat vessel yacht ferry submarine rocket spacecraft film movie book novel song album single play game app software operating brand drug vaccine species genus hurricane typhoon storm cyclone operation titled entitled documentary sitcom show series musical opera painting poem horse dog cat language model browser console smartphone train aircraft lion tiger elephant';

/** By the word right before the name. */
export const BEFORE: ReadonlyMap<string, Evidence> = table([
  ['in near outside across throughout around inside', { place: 3 }],
  ['at into toward towards leaving reach reached visit visited visiting off beyond', { place: 1.2 }],
  ['to from', { place: 1 }],
  ['a an', { other: 4, person: -2 }],
  ['the', { person: -4, organization: 2, place: 0.5 }],
  ['with told asked named against between that when as by husband wife brother sister son daughter', { person: 0.7 }],
  ['said says added wrote explained commented', { person: 1 }],
  ['sons daughters children brothers sisters', { person: 2 }],
  ['nicknamed pseudonym alias dubbed', { person: 2 }],
  [
    'north south east west northern southern eastern western central downtown nearby northeastern northwestern southeastern southwestern mainland',
    { place: 3 },
  ],
  [ORGANIZATION_NOUNS, { organization: 3 }],
  [THING_NOUNS, { other: 4 }],
]);

/** By the word right before a single word only: "the ridges above Lalibela". */
export const BEFORE_SINGLE: ReadonlyMap<string, Evidence> = table([['above below along via', { place: 1.5 }]]);

/** By the noun before a comma and the name: "a company, Helvion". */
export const BEFORE_COMMA: ReadonlyMap<string, Evidence> = table([
  [ORGANIZATION_NOUNS, { organization: 3 }],
  [THING_NOUNS, { other: 12 }],
]);

/** By the noun before "of" and the name. */
export const BEFORE_OF: ReadonlyMap<string, Evidence> = table([
  [
    `city town village state province county district region island port suburb borough municipality capital neighborhood neighbourhood coast
    north south east west outskirts valleys valley hills mountains shores ports villages towns cities roads lakes rivers forests skies republic people streets area
    territory resident residents mayor governor kingdom bishop archbishop battle south-east south-west north-east north-west southeast southwest northeast northwest`,
    { place: 3 },
  ],
  [
    'member members ceo head director president founder chairman employee owner leader manager spokesman spokesperson spokeswoman customers shares subsidiary',
    { organization: 1.5 },
  ],
  [
    'death murder killing arrest son daughter wife brother sister mother father widow trial assassination election supporters body family friend impeachment conviction',
    { person: 2 },
  ],
]);

/** By the noun before "in" or "at" and the name: a stake in a company is not in a place. */
export const HOLDINGS: ReadonlySet<string> = new Set(
  words(
    'stake stakes share shares shareholder shareholders job jobs confidence investor investors investment workers employees',
  ),
);

/** By the word right after the name. */
export const AFTER: ReadonlyMap<string, Evidence> = table([
  ['who whose', { person: 2 }],
  [
    'said says told added stated noted wrote tweeted explained commented argued replied joked died lives married testified resigned smiled recalled',
    { person: 1.1 },
  ],
  ['reported announced reports confirmed', { organization: 0.5 }],
  [
    'magazine newspaper restaurant store stores hotel company group airline employees spokesperson spokesman spokeswoman shares stock customers executives users rebels militants fighters militia insurgents website workers',
    { organization: 2 },
  ],
  [
    'browser smartphone train aircraft missile affair scandal virus era massacre case effect syndrome disease trophy prize awards award deadline vote referendum accords process',
    { other: 3 },
  ],
]);

/** By the word right after a single word: "Nairobi police". */
export const AFTER_SINGLE: ReadonlyMap<string, Evidence> = table([
  [
    'police government troops officials residents authorities lawmakers legislature parliament city province state district town village area region',
    { place: 1.2 },
  ],
]);

/** By the word after the name's 's. */
export const AFTER_POSSESSIVE: ReadonlyMap<string, Evidence> = table([
  [
    'store stores website shares ceo employees headquarters customers products board spokesperson spokesman spokeswoman parent owner app service services stock chairman subsidiary users coach',
    { organization: 2 },
  ],
  [
    'capital coast streets airport border borders parliament neighbours neighbors economy population territory',
    { place: 2 },
  ],
  [
    'death wife husband son daughter mother father brother sister body lawyer attorney family arrest murder',
    { person: 2 },
  ],
]);
