import type { Cluster } from '../corpus/corpus.ts';
import { nameKey } from '../corpus/names.ts';
import { firstWords } from '../corpus/openings.ts';
import type { ListedType } from '../corpus/people/file.ts';
import type { Change } from '../corpus/people/write.ts';
import { blankProfile, canBeOne, merge, type Profile } from '../corpus/profile.ts';
import type { EntityType, Span, Statement } from '../reading/model.ts';
import { saidBetween } from '../reading/passages.ts';
import { contentIn } from '../reading/spans.ts';
import { speakerLabel } from './outline.ts';
import {
  clusterIn,
  contentOf,
  entityOf,
  mentionsAt,
  mentionsOf,
  type OpenDocument,
  type Snapshot,
} from './snapshot.ts';
import { onOneLine, startOf } from './words.ts';
import { clustersMatching } from './workspaceSymbols.ts';

/** Something that a reader may know better, and the change of the people file that says so. */
export interface PeopleAction {
  readonly title: string;
  readonly change: Change;
}

const choices = 4;
const nameLength = 60;

/**
 * What the reader can put right about the name, or the statement, at a range: with whom a name is one, from whom it is apart, what
 * it is, and whose a statement is. Of those who come into question the likeliest are offered.
 * @param path the document's, from the folder of the people file
 */
export function peopleActions(snapshot: Snapshot, range: Span, path: string): PeopleAction[] {
  const { document } = snapshot;
  const [mention] = mentionsAt(document, range.start);
  const isNamed = mention && mention.end >= range.end && mention.entities.length === 1;
  return [
    ...(isNamed ? aboutEntity(snapshot, mention.entities[0]!, path) : []),
    ...statementsAt(document, range)
      .slice(0, 1)
      .flatMap(statement => aboutStatement(snapshot, statement, path)),
  ];
}

function aboutEntity(snapshot: Snapshot, id: string, path: string): PeopleAction[] {
  const entity = entityOf(snapshot.document, id);
  const cluster = clusterIn(snapshot, id);
  if (!entity || !cluster) return [];
  return [
    ...likelySame(snapshot, cluster).map(other => sameAction(cluster, other)),
    ...joinedNames(cluster, entity.name).map(name => differentAction(cluster, name)),
    ...differentHere(snapshot, cluster, path),
    ...types.filter(([type]) => type !== cluster.type).map(([type, words]) => typeAction(entity.name, type, words)),
    { title: `${shown(entity.name)} is not a name`, change: { change: 'type', name: entity.name, type: 'not a name' } },
  ];
}

const types: readonly (readonly [EntityType, string])[] = [
  ['person', 'a person'],
  ['organization', 'an organisation'],
  ['place', 'a place'],
];

/**
 * Those with a word of the name in common, or the initials of it for a name, in this document and then elsewhere, the last word
 * before the others; then, of persons, those that this document names most and says nothing against.
 */
function likelySame(snapshot: Snapshot, cluster: Cluster): Cluster[] {
  const here = clustersHere(snapshot).filter(({ type }) => type === cluster.type);
  const isAkin = (other: Cluster) =>
    haveWordInCommon(cluster, other) || areInitials(cluster, other) || areInitials(other, cluster);
  const profile = profileIn(cluster);
  const isFit = (other: Cluster) => canBeOne(profileIn(other), profile) && !isSpokenAbout(snapshot, cluster, other);
  const [last, ...others] = nameKey(cluster.name).split(' ').reverse();
  const elsewhere = (word: string) =>
    clustersMatching(snapshot.corpus, word, 4 * choices).filter(
      other => other.type === cluster.type && isAkin(other) && (word === last || isFit(other)),
    );
  const isPossible = (other: Cluster) =>
    other.id !== cluster.id && nameKey(other.name) !== nameKey(cluster.name) && !areApart(other, cluster);
  const candidates = [
    ...here.filter(isAkin),
    ...[last!, ...others.filter(isWord)].flatMap(elsewhere),
    ...(cluster.type === 'person' ? here.filter(isFit) : []),
  ];
  return distinct(candidates.filter(isPossible)).slice(0, choices);
}

/** Who speaks about somebody in this document is somebody else. */
function isSpokenAbout({ document: { uri } }: Snapshot, a: Cluster, b: Cluster): boolean {
  const rowsOf = ({ bearers }: Cluster, of: 'mentions' | 'statements') =>
    new Set(bearers.filter(({ document }) => document.uri === uri).flatMap(({ facts }) => [...facts[of]]));
  const abouts = a.bearers.find(({ document }) => document.uri === uri)?.document.abouts;
  if (!abouts) return false;
  return [
    [rowsOf(a, 'statements'), rowsOf(b, 'mentions')],
    [rowsOf(b, 'statements'), rowsOf(a, 'mentions')],
  ].some(([said, named]) =>
    abouts.statements.some((statement, at) => said!.has(statement) && named!.has(abouts.mentions[at]!)),
  );
}

function profileIn({ bearers }: Cluster): Profile {
  return bearers.map(({ facts }) => facts.profile).reduce(merge, blankProfile);
}

function haveWordInCommon(a: Cluster, b: Cluster): boolean {
  const words = wordsOf(a);
  return wordsOf(b).some(word => words.includes(word));
}

/** "NHA" for "Norland Harbour Authority". */
function areInitials({ name }: Cluster, full: Cluster): boolean {
  const initials = nameKey(full.name).replace(/(\S)\S*\s*/g, '$1');
  return initials.length > 1 && nameKey(name) === initials;
}

/** A reader who has told two apart is not asked to join them. */
function areApart(a: Cluster, b: Cluster): boolean {
  return a.listing !== null && b.listing !== null && a.listing.apart.includes(b.listing.id);
}

function wordsOf({ name }: Cluster): string[] {
  return nameKey(name).split(' ').filter(isWord);
}

/** An initial or a particle tells nobody from others. */
function isWord(word: string): boolean {
  return word.length > 2;
}

/** The other names that are taken for the same, this document's first; none that a document has for short. */
function joinedNames(cluster: Cluster, own: string): string[] {
  const names = cluster.bearers.flatMap(({ facts: { entity } }) => [
    entity.name,
    ...entity.aliases.filter(alias => !isShort(alias, entity.name)),
  ]);
  const known = new Set([nameKey(cluster.name)]);
  return [own, ...names]
    .filter(name => {
      const isNew = !known.has(nameKey(name));
      known.add(nameKey(name));
      return isNew;
    })
    .slice(0, choices);
}

function isShort(alias: string, name: string): boolean {
  const words = nameKey(name).split(' ');
  return nameKey(alias)
    .split(' ')
    .every(word => words.includes(word));
}

/** The name of more words is the one to show. */
function sameAction({ name, type }: Cluster, other: Cluster): PeopleAction {
  const [first, second] = [name, other.name].sort((a, b) => b.split(' ').length - a.split(' ').length);
  const title = `${shown(name)} and ${shown(other.name)} are the same ${nouns[type][0]}`;
  return { title, change: { change: 'same', names: [first!, second!], type } };
}

function differentAction({ name, type }: Cluster, other: string): PeopleAction {
  const title = `${shown(name)} and ${shown(other)} are different ${nouns[type][1]}`;
  return { title, change: { change: 'different', names: [name, other], type } };
}

const nouns: Readonly<Record<EntityType, readonly [string, string]>> = {
  person: ['person', 'people'],
  organization: ['organisation', 'organisations'],
  place: ['place', 'places'],
  event: ['event', 'events'],
  document: ['document', 'documents'],
};

/** Where this document has the name, and others have it too. */
function differentHere(
  { document: { uri } }: Snapshot,
  { name, type, bearers }: Cluster,
  path: string,
): PeopleAction[] {
  const named = bearers.filter(({ facts }) => nameKey(facts.entity.name) === nameKey(name));
  const here = named.filter(({ document }) => document.uri === uri);
  if (here.length === 0 || here.length === named.length) return [];
  const title = `${shown(name)} is another ${nouns[type][0]} here than in other documents`;
  return [{ title, change: { change: 'different here', name, type, in: path } }];
}

function typeAction(name: string, type: ListedType, words: string): PeopleAction {
  return { title: `${shown(name)} is ${words}`, change: { change: 'type', name, type } };
}

/** The statement whose source or cue is at a range, else the innermost whose content is. */
function statementsAt({ reading }: OpenDocument, { start, end }: Span): Statement[] {
  const { statements } = saidBetween(reading, { start, end });
  const holds = (span: Span | null) => span !== null && span.start <= start && end <= span.end;
  const attributed = statements.filter(({ source, cue }) => holds(source) || holds(cue));
  const length = (statement: Statement) => contentOf(statement).end - contentOf(statement).start;
  const around = statements.filter(({ spans }) => spans.some(holds)).sort((a, b) => length(a) - length(b));
  return [...attributed, ...around];
}

/** The persons and organisations of the same document that are named near it, the nearest first. */
function aboutStatement(snapshot: Snapshot, statement: Statement, path: string): PeopleAction[] {
  const { document } = snapshot;
  const { start, end } = contentOf(statement);
  const around = document.reading.documents.find(part => start < part.end) ?? { start: 0, end: document.text.length };
  // Who is only named in what is said is the least likely to say it.
  const distance = (mention: Span) => Math.max(start - mention.end, mention.start - end, 0) || end - start;
  const nearest = (id: string) =>
    Math.min(
      ...mentionsOf(document, id)
        .filter(mention => mention.start < around.end && mention.end > around.start)
        .map(distance),
    );
  const likely = document.reading.entities
    .filter(({ id, type }) => (type === 'person' || type === 'organization') && !statement.speakers.includes(id))
    .map(({ id }) => ({ id, away: nearest(id) }))
    .filter(({ away }) => Number.isFinite(away))
    .sort((a, b) => a.away - b.away);
  const words = firstWords(contentIn(document.text, statement.spans));
  const now = shown(speakerLabel(statement, document));
  return distinct(likely.slice(0, 2 * choices).flatMap(({ id }) => clusterIn(snapshot, id) ?? []))
    .slice(0, choices)
    .map(({ name, type }) => ({
      title: `Wrong speaker: ${shown(name)} says this, not ${now}`,
      change: { change: 'said', name, type, in: path, words },
    }));
}

function clustersHere(snapshot: Snapshot): Cluster[] {
  const found = snapshot.corpus.documents.get(snapshot.document.uri)?.entities ?? [];
  const most = [...found].sort((a, b) => b.mentions.length - a.mentions.length).slice(0, entitiesCompared);
  return most.flatMap(({ entity }) => clusterIn(snapshot, entity.id) ?? []);
}

const entitiesCompared = 100;

function distinct(clusters: readonly Cluster[]): Cluster[] {
  return [...new Map(clusters.map(cluster => [cluster.id, cluster])).values()];
}

function shown(name: string): string {
  return startOf(onOneLine(name), nameLength);
}
