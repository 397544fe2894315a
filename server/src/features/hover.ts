import { addressOf } from '../corpus/bundles.ts';
import type { Cluster } from '../corpus/corpus.ts';
import { type CountryFacts, countryFacts } from '../corpus/countries.ts';
import { nameKey } from '../corpus/names.ts';
import type { People } from '../corpus/people/people.ts';
import type { EntityType, Mention, Span, Statement } from '../reading/model.ts';
import { speakerLabel } from './outline.ts';
import {
  clusterIn,
  contentOf,
  dateAt,
  entityOf,
  mentionsAt,
  mentionsOf,
  type Place,
  type Snapshot,
  statementsOf,
  statementWithAttributionAt,
} from './snapshot.ts';
import { startOf } from './words.ts';

/** What is known of the words at an offset, as data; `span` is the words. Every place leads to the text that says so. */
export interface Hover {
  readonly span: Span;
  readonly cards: readonly Card[];
}

export type Card = EntityCard | StatementCard | DateCard | UnresolvedCard;

export interface EntityCard {
  readonly card: 'entity';
  readonly name: string;
  readonly type: EntityType;
  readonly standsFor: { readonly words: string; readonly because: string | null; readonly confidence: number } | null;
  readonly roles: readonly { readonly title: string; readonly affiliation: string | null; readonly place: Place }[];
  readonly otherNames: readonly string[];
  readonly country: CountryFacts | null;
  /** What the people files say. */
  readonly listed: Listed | null;
  /** Mentions in the document; null where the hover is not in one. */
  readonly here: number | null;
  readonly everywhere: { readonly mentions: number; readonly documents: number };
  readonly statements: {
    readonly here: number | null;
    readonly everywhere: number;
    readonly first: readonly StatementLine[];
  };
}

export interface Listed {
  readonly role: string | null;
  readonly note: string | null;
  /** An item of Wikidata, such as Q42. */
  readonly wikidata: string | null;
  /** An http or https address. */
  readonly homePage: string | null;
  readonly place: Place;
}

/** What somebody says, shown at the words that attribute it. */
export interface StatementCard {
  readonly card: 'statement';
  readonly speaker: string;
  readonly directness: Statement['directness'];
  readonly continued: boolean;
  readonly confidence: number;
  readonly reasons: readonly string[];
  readonly content: StatementLine;
  /** Set where the source has no name: how often its words speak in this document. */
  readonly statementsOfUnnamed: number | null;
}

export interface DateCard {
  readonly card: 'date';
  readonly words: string;
  /** ISO; null where the text does not allow one. */
  readonly value: string | null;
}

/** A nominal or pronoun that could not be resolved. */
export interface UnresolvedCard {
  readonly card: 'unresolved';
  readonly words: string;
  readonly because: string | null;
}

export interface StatementLine {
  readonly words: string;
  readonly place: Place;
}

const rolesShown = 5;
const namesShown = 12;
const statementsShown = 3;
const contentLength = 100;

/** What the words at an offset are; null where nothing is known of them. */
export function hover(snapshot: Snapshot, offset: number): Hover | null {
  const [mention] = mentionsAt(snapshot.document, offset);
  if (mention) return { span: span(mention), cards: mentionCards(snapshot, mention) };
  const date = dateAt(snapshot.document, offset);
  if (date) {
    const words = snapshot.document.text.slice(date.start, date.end);
    return { span: span(date), cards: [{ card: 'date', words, value: date.value }] };
  }
  return hoverStatement(snapshot, offset);
}

function mentionCards(snapshot: Snapshot, mention: Mention): Card[] {
  const cards = mention.entities.flatMap(id => entityCard(snapshot, mention, id) ?? []);
  if (cards.length > 0) return cards;
  const words = snapshot.document.text.slice(mention.start, mention.end);
  return [{ card: 'unresolved', words, because: mention.because }];
}

function entityCard(snapshot: Snapshot, mention: Mention, id: string): EntityCard | null {
  const { document } = snapshot;
  const entity = entityOf(document, id);
  const cluster = clusterIn(snapshot, id);
  if (!entity || !cluster) return null;
  const words = document.text.slice(mention.start, mention.end);
  const indirect = mention.kind === 'nominal' || mention.kind === 'pronoun' || mention.kind === 'demonym';
  const statements = statementsOf(document, id);
  const card = clusterCard(snapshot.corpus.people, cluster, document.uri);
  return {
    ...card,
    name: cluster.name || entity.name,
    type: entity.type,
    standsFor: indirect ? { words, because: mention.because, confidence: mention.confidence } : null,
    country: entity.country ? countryFacts(entity.country) : null,
    here: mentionsOf(document, id).length,
    statements: {
      here: statements.length,
      everywhere: card.statements.everywhere,
      first: statements.slice(0, statementsShown).map(statement => statementLine(snapshot, statement)),
    },
  };
}

/** What is known of somebody or something in all documents; the offices that one of them states come first. */
export function clusterCard(people: People, cluster: Cluster, uri: string | null = null): EntityCard {
  const country = cluster.bearers.find(({ facts }) => facts.entity.country)?.facts.entity.country;
  return {
    card: 'entity',
    name: cluster.name,
    type: cluster.type,
    standsFor: null,
    roles: rolesOf(cluster, uri),
    otherNames: otherNames(cluster),
    country: country ? countryFacts(country) : null,
    listed: listedOf(people, cluster),
    here: null,
    everywhere: {
      mentions: sum(cluster, facts => facts.mentions.length),
      documents: new Set(cluster.bearers.map(bearer => addressOf(bearer.document))).size,
    },
    statements: { here: null, everywhere: sum(cluster, facts => facts.statements.length), first: [] },
  };
}

function listedOf({ listings }: People, { listing }: Cluster): Listed | null {
  const [first] = (listing && listings.get(listing)) ?? [];
  if (!listing || !first) return null;
  const { role, note, wikidata, homePage } = listing;
  return { role, note, wikidata, homePage, place: { uri: first.uri, ...span(first.entry.name) } };
}

/** Each office once, those that this document states first; without its country only where none is ever stated. */
function rolesOf(cluster: Cluster, uri: string | null): EntityCard['roles'] {
  const ordered = [...cluster.bearers].sort((a, b) => Number(b.document.uri === uri) - Number(a.document.uri === uri));
  const roles = new Map<string, EntityCard['roles'][number]>();
  for (const { document, facts } of ordered) {
    for (const { title, affiliation, start, end } of facts.entity.roles) {
      const key = `${nameKey(title)}|${nameKey(affiliation ?? '')}`;
      if (!roles.has(key)) roles.set(key, { title, affiliation, place: { uri: document.uri, start, end } });
    }
  }
  const complete = new Set([...roles.values()].flatMap(role => (role.affiliation ? [nameKey(role.title)] : [])));
  return [...roles.values()]
    .filter(({ title, affiliation }) => affiliation !== null || !complete.has(nameKey(title)))
    .slice(0, rolesShown);
}

function otherNames(cluster: Cluster): string[] {
  const names = new Set<string>();
  for (const { facts } of cluster.bearers) {
    for (const name of [facts.entity.name, ...facts.entity.aliases]) if (name !== cluster.name) names.add(name);
    if (names.size >= namesShown) break;
  }
  return [...names].slice(0, namesShown);
}

function hoverStatement(snapshot: Snapshot, offset: number): Hover | null {
  const { document } = snapshot;
  const statement = statementWithAttributionAt(document, offset);
  if (!statement) return null;
  const words = [statement.source, statement.cue].find(part => part && part.start <= offset && offset <= part.end)!;
  const unnamed = statement.speakers.length === 0 && statement.speakerName !== null;
  return {
    span: span(words),
    cards: [
      {
        card: 'statement',
        speaker: speakerLabel(statement, document),
        directness: statement.directness,
        continued: statement.continued,
        confidence: statement.confidence,
        reasons: statement.reasons,
        content: statementLine(snapshot, statement),
        statementsOfUnnamed: unnamed
          ? document.reading.statements.filter(other => isOf(statement, other)).length
          : null,
      },
    ],
  };
}

function isOf(unnamed: Statement, other: Statement): boolean {
  return other.speakers.length === 0 && other.speakerName === unnamed.speakerName;
}

function statementLine({ document }: Snapshot, statement: Statement): StatementLine {
  const { start, end } = contentOf(statement);
  return { words: startOf(document.text.slice(start, end), contentLength), place: { uri: document.uri, start, end } };
}

function sum(cluster: Cluster, of: (facts: Cluster['bearers'][number]['facts']) => number): number {
  return cluster.bearers.reduce((total, { facts }) => total + of(facts), 0);
}

function span({ start, end }: Span): Span {
  return { start, end };
}
