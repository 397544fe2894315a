import { chrono, recognise } from './dates/recognise.ts';
import { english, loadModel } from './english.ts';
import { loadGivenNames } from './lexicon/people.ts';
import { placesByName } from './lexicon/places.ts';
import { lookUp, lookUpFirst } from './names/gazetteer.ts';
import { readInSteps } from './read.ts';

/**
 * Loads what every first reading would have to load, in steps of a few milliseconds, some of the order of 40, for whoever has
 * other things to do in between. It changes no reading.
 */
export function* load(): Generator<void, void, void> {
  for (const part of parts) {
    yield;
    part();
  }
}

/** The same for the patterns that an engine has to make for most documents, which it does when they are first used. */
export function* practise(): Generator<void, void, void> {
  for (const text of [...practised, ...practised]) {
    yield;
    yield* readInSteps(text);
  }
}

const parts: readonly (() => unknown)[] = [
  loadModel,
  english,
  ...loadGivenNames,
  placesByName,
  () => lookUp('Oslo'),
  () => lookUpFirst('Oslo'),
  chrono,
  () => recognise('in the third week of May', 0),
  () => recognise('by the end of last year', 0),
];

/** The layouts, names, dates and ways of speaking that are frequent; an engine makes a pattern its own at the second use. */
export const practised: readonly string[] = [
  `Health > Water

Ministers agree on a plan for wells in the north

They will be dug in May.`,
  `Wells for the north

By Ada Lund and John Otieno
Source: The Well Herald | Updated: March 9, 2021 10:30

They will be dug in May.`,
  `Wells for the north

OSLO, March 8, 2021 (Well News) — Norway will pay for wells.`,
  `Wells for the north

PARIS — France will pay for wells.

Photo: A well near Kisumu, 5 May 2020. File/Well News`,
  `Norway's minister for water, Ada Berg, said on Tuesday that the country would pay for wells in Kenya.

“We will begin in the third week of May,” Berg told reporters in Nairobi. “It is time,” she added.

Her Kenyan counterpart, John Otieno, agreed. They stressed that talks must go on.

According to the World Bank, 3,000 people fell ill there between March 17 and 19 last year. "It can't go on", he said two days ago.`,
];
