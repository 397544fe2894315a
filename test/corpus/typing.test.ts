import { describe, expect, it } from 'vitest';
import { createCorpus, setDocument, setPeople } from '../../server/src/corpus/corpus.ts';
import { factsInSteps, factsOf, type ReadDocument } from '../../server/src/corpus/facts.ts';
import type { Index } from '../../server/src/corpus/index.ts';
import { readPeople } from '../../server/src/corpus/people/file.ts';
import { gatherPeople, nobody, type People } from '../../server/src/corpus/people/people.ts';
import { createMemory } from '../../server/src/reading/memory.ts';
import type { Entity } from '../../server/src/reading/model.ts';
import { type Passages, passagesIn, readingOf } from '../../server/src/reading/passages.ts';
import { readDocument } from '../../server/src/reading/read.ts';
import { finish } from '../../server/src/reading/steps.ts';

const uri = 'file:///seeds/bridge.seed';
const said = 'Foreign Minister Ada Kern said the bridge was open. Her counterpart, Bo Lind, thanked her.';
const text = `${said}\n\nA guard said so, too.\n\nThe French minister Ida Roos left. Observers said little.\n`;
const bundle = `${text}\n----------\n\n${said}\n`;

/** The corpus after some versions of a document, and the bearers that it had of each. */
function typed(people: People, ...versions: readonly string[]) {
  const corpus = createCorpus() as Index;
  setPeople(corpus, people);
  const memory = createMemory();
  let before: ReadDocument | null = null;
  const placed = versions.map(version => {
    const reading = readDocument(version, memory);
    before = { reading, facts: finish(factsInSteps(uri, version, reading, before)) };
    setDocument(corpus, before.facts);
    return [...corpus.placed.values()];
  });
  return { corpus, placed };
}

it('typing that leaves the names as they are leaves everybody where they are', () => {
  for (const start of [text, bundle]) {
    const { corpus, placed } = typed(nobody, start, start.replace('was open', 'was wide open'));
    expect(placed[1]).toEqual(placed[0]);
    for (const [i, bearers] of (placed[0] ?? []).entries()) expect(placed[1]?.[i]).toBe(bearers);
    const facts = corpus.documents.get(uri)?.entities.map(({ mentions }) => mentions.length);
    expect(placed[1]?.flat().map(bearer => bearer.facts.mentions.length)).toEqual(facts);
  }
});

it('nor does it move whom a people file makes speak, though the document does not name them', () => {
  const says = '- name: Zoe Quill\n  says:\n    - in: bridge.seed\n      words: the toll was low\n';
  const placed = { uri: 'people.yaml', folder: 'file:///seeds/', file: readPeople(says) };
  const people = gatherPeople([placed], (folder, path) => `${folder}${path}`);
  const start = `${text}\nA guard said that the toll was low.\n`;
  const versions = [start, start.replace('was open', 'was wide open')];
  const [were, are] = typed(people, ...versions).placed;
  expect(were!.flat().map(({ facts }) => facts.entity.name)).toContain('Zoe Quill');
  expect(are![0]).toBe(were![0]);
});

it('a name that comes or goes does not', () => {
  const { placed } = typed(nobody, text, text.replace('Bo Lind', 'Carl Berg'));
  expect(placed[1]?.[0]).not.toBe(placed[0]?.[0]);
});

it('after any versions the corpus is that of the last one', () => {
  const last = text.replace('A guard', 'Ada Kern').replace('little', 'a lot');
  const asIndexed = ({ corpus }: ReturnType<typeof typed>) =>
    [...corpus.buckets.values()].map(({ key, guises }) => ({
      key,
      guises: guises.map(({ name, mentions, bearers }) => ({
        ...{ name, mentions },
        bearers: bearers.map(({ facts, document }) => [facts.entity.id, document.uri, facts.statements.length]),
      })),
    }));
  const edited = typed(nobody, text, text.replace('was open', 'was wide open'), text.replace('little', 'a lot'), last);
  expect(asIndexed(edited)).toEqual(asIndexed(typed(nobody, last)));
  expect([...edited.corpus.unnamed.keys()]).toEqual([...typed(nobody, last).corpus.unnamed.keys()]);
});

describe('facts after an edit', () => {
  /** @param kept whose facts stay the same objects */
  const check = (name: string, edit: (before: string) => string, kept: string, of = text) =>
    it(name, () => {
      const memory = createMemory();
      const reading = readDocument(of, memory);
      const before = { reading, facts: factsOf(uri, of, reading) };
      const after = edit(of);
      const facts = finish(factsInSteps(uri, after, readDocument(after, memory), before));
      expect(after).not.toBe(of);
      expect(facts).toEqual(factsOf(uri, after, readDocument(after)));
      const same = facts.entities.filter(one => before.facts.entities.includes(one));
      expect(same.map(({ entity }) => entity.name).join()).toBe(kept);
    });
  check('of words', before => before.replace('was open', 'was wide open'), 'Ada Kern');
  check('of words in a bundle', before => before.replace('was open', 'was wide open'), 'Ada Kern', bundle);
  check('of as many letters', before => before.replace('was open', 'was shut'), 'Ada Kern,Bo Lind,France,Ida Roos');
  check('of the first words of a statement', before => before.replace('the bridge was', 'a bridge was'), 'Ada Kern');
  check('at the end', before => before.replace('little', 'very little'), 'Ada Kern,Bo Lind,France,Ida Roos');
  check(
    'in a later document of a bundle',
    before => before.replace(/was open(?!.*was open)/s, 'was shut'),
    'Ada Kern,Bo Lind,France,Ida Roos',
    bundle,
  );
  check('between passages', before => before.replace('\n\n', '\n\n\n'), 'Ada Kern,Bo Lind');
  check('between a title and a name', before => before.replace('Minister Ada', 'Minister, Ada'), '');
  check(
    'in two places',
    before => before.replace('was open', 'was wide open').replace('so, too', 'so'),
    'Ada Kern,France,Ida Roos',
  );
  check('of a name', before => before.replace('Bo Lind', 'Bo Lund'), 'Ada Kern,France,Ida Roos');
  check('of one more name', before => before.replace('Observers', 'Bo Lind and Eva Holm'), 'Ada Kern,France,Ida Roos');
  check(
    'of one more name for somebody',
    before => before.replace('Observers said', 'Lind said'),
    'Ada Kern,France,Ida Roos',
  );
  check('of whom a name is of', before => before.replace('A guard said', 'Kern said'), 'Bo Lind');
  check(
    'of where an office is stated',
    before => before.replace('Foreign Minister Ada', 'Ada').replace('A guard', 'Foreign Minister Ada Kern'),
    '',
  );
  check('of a source', () => 'Engineers said it was open.', '', 'Officials said it was open.');
  check('of an unnamed source', before => before.replace('A guard', 'Observers'), 'Ada Kern,Bo Lind');
  check(
    'that takes an unnamed source',
    before => before.replace('A guard said so, too.', 'It rained.'),
    'Ada Kern,Bo Lind',
  );
  check(
    'that puts an unnamed source before another',
    before => before.replace('A guard', 'A driver'),
    'Ada Kern,Bo Lind',
  );
  check('of what is spoken of', before => before.replace('the bridge was', 'Bo Lind was'), '');
  check('of the order', before => before.split('\n\n').reverse().join('\n\n'), '');
  check('that takes all', () => '', '');
  check('where there was nothing', () => text, '', ' ');
});

describe('facts after passages have stayed the same objects', () => {
  const of = 'Bo Lind came.\n\nA guard said it rained. Lind left.\n\nObservers said the road was wet.\n';
  const check = (name: string, change: (passages: Passages) => Passages) =>
    it(name, () => {
      const reading = readDocument(of);
      const after = readingOf(reading, () => [], change(passagesIn(reading)));
      const facts = factsOf(uri, of, after);
      expect(finish(factsInSteps(uri, of, after, { reading, facts: factsOf(uri, of, reading) }))).toEqual(facts);
      expect(facts).not.toEqual(factsOf(uri, of, reading));
    });
  const withEach = (passages: Passages, change: (entity: Entity) => Partial<Entity>) => ({
    ...passages,
    entities: passages.entities.map(entity => ({ ...entity, ...change(entity) })),
  });
  check('with names in another order', passages =>
    withEach(passages, ({ aliases }) => ({ aliases: aliases.toReversed() })),
  );
  check('with another gender', passages => withEach(passages, () => ({ gender: 'female' })));
  check('with another unnamed source in front of one that stays', ({ all, ...others }) => {
    const named = { ...all[1]!, statements: all[1]!.statements.map(one => ({ ...one, speakerName: 'a driver' })) };
    return { ...others, all: all.with(1, named) };
  });
});
