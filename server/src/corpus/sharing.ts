import type { BundledDocument, Role } from '../reading/model.ts';
import type { DocumentFacts, EntityFacts, Introduction, Spans } from './facts.ts';
import { type Corpus, guiseFor, type Index } from './index.ts';
import { blankProfile } from './profile.ts';

/**
 * The same facts in as little memory as can be, for a document that stays: names and offices that the corpus has already are its
 * own, all numbers stand in one buffer, and no string is a part of the text that was read.
 */
export function economical(corpus: Corpus, facts: DocumentFacts): DocumentFacts {
  const index = corpus as Index;
  const { lineStarts, mentions, statements, openings, abouts, unnamed, entities } = facts;
  const columns = [lineStarts, mentions.starts, mentions.ends, statements.starts, statements.ends, openings];
  const rows = [
    ...entities.flatMap(entity => [entity.mentions, entity.statements]),
    ...unnamed.map(of => of.statements),
  ];
  const length = (arrays: readonly Int32Array[]) => arrays.reduce((sum, array) => sum + array.length, 0);
  const together = length(columns) + length([abouts.statements, abouts.mentions]);
  const numbers = together + length(rows.filter(of => of.length > 1));
  const buffer = new ArrayBuffer(4 * numbers + facts.spelled.length);
  const keep = keepIn(new Int32Array(buffer, 0, numbers));
  const spelled = new Uint8Array(buffer, 4 * numbers);
  spelled.set(facts.spelled);
  const keepRows = (of: Int32Array) => (of.length > 1 ? keep(of) : oneRow(of));
  const keepSpans = ({ starts, ends }: Spans): Spans => ({ starts: keep(starts), ends: keep(ends) });
  return {
    uri: facts.uri,
    place: facts.place,
    bundled: facts.bundled.length > 0 ? facts.bundled.map(document => bundledOf(index, document)) : none,
    headline: owned(facts.headline),
    publishedDate: common(index, facts.publishedDate),
    agency: common(index, facts.agency),
    lineStarts: keep(lineStarts),
    mentions: keepSpans(mentions),
    spelled,
    statements: keepSpans(statements),
    openings: keep(openings),
    abouts: { statements: keep(abouts.statements), mentions: keep(abouts.mentions) },
    entities: entities.map(entity => entityOf(index, entity, keepRows)),
    unnamed:
      unnamed.length > 0
        ? unnamed.map(({ name, statements }) => ({ name: common(index, name), statements: keepRows(statements) }))
        : none,
  };
}

function entityOf(index: Index, facts: EntityFacts, keepRows: (rows: Int32Array) => Int32Array): EntityFacts {
  const { entity, introduction } = facts;
  const known = guiseFor(index, facts);
  const { id, type, gender, country, roles } = entity;
  const of = known ?? ownLookups(index, facts);
  return {
    entity: {
      id: common(index, id),
      type,
      name: known?.name ?? owned(entity.name),
      aliases: known?.aliases ?? entity.aliases.map(owned),
      roles: roles.length > 0 ? roles.map(role => roleOf(index, role)) : none,
      gender,
      country: common(index, country),
    },
    key: known?.bucket.key ?? index.buckets.get(facts.key)?.key ?? owned(facts.key),
    shorter: of.shorter,
    otherNames: of.otherNames,
    profile: of.profile,
    mentions: keepRows(facts.mentions),
    statements: keepRows(facts.statements),
    introduction: introduction && introductionOf(introduction),
  };
}

function ownLookups(
  index: Index,
  { shorter, otherNames, profile }: EntityFacts,
): Pick<EntityFacts, 'shorter' | 'otherNames' | 'profile'> {
  const own = (names: readonly string[]) => (names.length > 0 ? names.map(name => common(index, name)) : none);
  const { gender, countries, walks, titles } = profile;
  return {
    shorter:
      shorter.size > 0 ? new Map([...shorter].map(([key, firmness]) => [common(index, key), firmness])) : noShorter,
    otherNames: own(otherNames),
    profile:
      profile === blankProfile
        ? profile
        : { gender, countries: own(countries), walks: own(walks), titles: own(titles) },
  };
}

function roleOf(index: Index, { title, affiliation, start, end }: Role): Role {
  return { title: common(index, title), affiliation: common(index, affiliation), start, end };
}

function introductionOf({ start, end, titled }: Introduction): Introduction {
  return { start, end, titled };
}

function bundledOf(index: Index, { start, end, meta }: BundledDocument): BundledDocument {
  const { publishedDate, place, agency, headline } = meta;
  return {
    ...{ start, end },
    meta: {
      publishedDate: common(index, publishedDate),
      place: common(index, place),
      agency: common(index, agency),
      headline: owned(headline),
    },
  };
}

const none: readonly never[] = [];
const noShorter: EntityFacts['shorter'] = new Map();

/** Copies arrays into one, one behind the other, and gives each its part. */
function keepIn(buffer: Int32Array): (of: Int32Array) => Int32Array {
  let end = 0;
  return of => {
    if (of.length === 0) return noRows;
    buffer.set(of, end);
    end += of.length;
    return buffer.subarray(end - of.length, end);
  };
}

const noRows = new Int32Array();
const single: Int32Array[] = [];
/** Most entities are mentioned once, in one of the first rows. */
const mostSingle = 1024;

function oneRow(of: Int32Array): Int32Array {
  const [row] = of;
  if (row === undefined) return noRows;
  if (row >= mostSingle) return Int32Array.of(row);
  return (single[row] ??= Int32Array.of(row));
}

/** More strings than these are not looked for among each other. */
const mostStrings = 100_000;

/** A string that many documents have, kept once. */
function common<T extends string | null>({ strings }: Index, text: T): T {
  if (text === null) return text;
  const known = strings.get(text);
  if (known !== undefined) return known as T;
  const own = owned(text);
  if (strings.size >= mostStrings) strings.clear();
  strings.set(own!, own!);
  return own;
}

/** A part of a text keeps the whole text alive in V8, a string that was parsed does not. */
function owned<T extends string | null>(text: T): T {
  return JSON.parse(JSON.stringify(text));
}
