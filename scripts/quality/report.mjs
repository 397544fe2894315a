// @ts-check
// Every error of a set's readings in its sentence, for a person to read.
import { contentOf } from './statements.mjs';

/** @typedef {import('./spans.mjs').Span} Span */
/** @typedef {import('./figures.mjs').Judgement} Judgement */

const legend = 'In a sentence, ⟦ ⟧ holds what the gold has and ⟪ ⟫ what was read.';

/** @param {string} name @param {readonly Judgement[]} judgements @param {readonly any[]} links Names linked across documents. */
export function errorReport(name, judgements, links = []) {
  const sections = [
    ['Statements missed', judgements.flatMap(missedStatements)],
    ['Statements that are none', judgements.flatMap(spuriousStatements)],
    ['Wrong speakers', judgements.flatMap(wrongSpeakers)],
    ['Wrong bounds (overlap below .8)', judgements.flatMap(wrongBounds)],
    ['Names missed', judgements.flatMap(missedNames)],
    ['Names that are none', judgements.flatMap(spuriousNames)],
    ['Names of a wrong type', judgements.flatMap(wrongTypes)],
    ['Pronouns and nominals', judgements.flatMap(wrongReferences)],
    ['Links inside documents', judgements.flatMap(({ gold, shared }) => wrongLinks(gold, shared))],
    ['Links across documents', wrongLinks(null, links)],
    ['Dates', judgements.flatMap(wrongDates)],
    ['Offices and affiliations', judgements.flatMap(wrongRoles)],
    ['Blocks, meta and separators', judgements.flatMap(wrongStructure)],
  ].filter(([, errors]) => errors?.length);
  const body = sections.map(
    ([title, errors]) => `## ${title} (${errors?.length})\n\n${[...(errors ?? [])].join('\n')}\n`,
  );
  return `# Errors in ${name}\n\n${legend}\n\n${body.join('\n') || 'None.\n'}`;
}

/** @param {Judgement} judgement */
const missedStatements = ({ gold, statements }) =>
  (statements?.missed ?? []).map(quote =>
    entry(gold, `by ${wantedSpeaker(gold, quote)}`, contentOf(quote), [], [quote.cue, quote.speaker]),
  );

/** @param {Judgement} judgement */
const spuriousStatements = ({ gold, statements }) =>
  (statements?.spurious ?? []).map(read =>
    entry(gold, readSpeaker(read), [], contentOf(read), [read.cue, read.source]),
  );

/** @param {Judgement} judgement */
const wrongSpeakers = ({ gold, statements }) =>
  (statements?.found ?? [])
    .filter(({ who }) => !who)
    .map(({ wanted, read }) =>
      entry(gold, `want ${wantedSpeaker(gold, wanted)}, got ${readSpeaker(read)}`, contentOf(wanted), contentOf(read), [
        read.cue,
        read.source,
        wanted.speaker,
      ]),
    );

/** @param {Judgement} judgement */
const wrongBounds = ({ gold, statements }) =>
  (statements?.found ?? [])
    .filter(({ overlap }) => overlap < 0.8)
    .map(({ wanted, read, overlap }) =>
      entry(gold, `overlap ${overlap.toFixed(2)}, ${readSpeaker(read)}`, contentOf(wanted), contentOf(read), [
        read.cue,
      ]),
    );

/** @param {Judgement} judgement */
const missedNames = ({ gold, names }) =>
  (names?.missed ?? []).map(({ wanted, type }) => entry(gold, `${type} ${quoted(gold, wanted)}`, [wanted], []));

/** @param {Judgement} judgement */
const spuriousNames = ({ gold, names }) =>
  (names?.read ?? [])
    .filter(({ wanted }) => !wanted)
    .map(({ read, type }) => entry(gold, `${type} ${quoted(gold, read)}`, [], [read]));

/** @param {Judgement} judgement */
const wrongTypes = ({ gold, reading, names }) =>
  (names?.found ?? [])
    .filter(({ typeRight }) => !typeRight)
    .map(({ wanted, read, type }) =>
      entry(
        gold,
        `${quoted(gold, wanted)} is a ${type}, not a ${entityOf(reading, read.entities[0])?.type ?? 'nothing'}`,
        [wanted],
        [],
      ),
    );

/** @param {Judgement} judgement */
const wrongReferences = ({ gold, reading, references }) =>
  references
    .filter(({ right }) => !right)
    .map(({ wanted, read }) => {
      const got = (read?.entities ?? []).map((/** @type {string} */ id) => entityOf(reading, id)?.name).join(' and ');
      const why = read?.because ? ` (${read.because})` : '';
      const want = wanted.entities.map((/** @type {string} */ id) => entityOf(gold, id)?.name ?? id).join(' and ');
      return entry(gold, `${quoted(gold, wanted)} is ${want}, got ${got || 'nobody'}${why}`, [wanted], []);
    });

/** Entities of the gold in several clusters, and clusters with several entities. @param {any} gold @param {readonly any[]} links */
function wrongLinks(gold, links) {
  const nameOf = (/** @type {any} */ link) => link.name ?? gold.text.slice(link.wanted.start, link.wanted.end);
  const lines = (
    /** @type {'gold' | 'system'} */ by,
    /** @type {'gold' | 'system'} */ other,
    /** @type {string} */ what,
  ) =>
    [...groupBy(links, link => link[by])].flatMap(([, group]) => {
      const parts = [...groupBy(group, link => link[other]).values()];
      if (parts.length < 2) return [];
      const names = parts.map(part => `${[...new Set(part.map(nameOf))].join(', ')} (${part.length})`);
      return [`- ${gold ? `${gold.id}: ` : ''}${what}: ${plain(names.join(' | '))}`];
    });
  return [...lines('gold', 'system', 'split'), ...lines('system', 'gold', 'joined')];
}

/** @param {Judgement} judgement */
const wrongDates = ({ gold, dates }) =>
  dates
    .filter(({ right }) => !right)
    .map(({ wanted, read }) =>
      entry(
        gold,
        `${quoted(gold, wanted)} is ${wanted.value}, got ${read ? read.value : 'no date'}`,
        [wanted],
        read ? [read] : [],
      ),
    );

/** @param {Judgement} judgement */
const wrongRoles = ({ gold, roles }) => [
  ...(roles?.wanted ?? [])
    .filter(({ right }) => !right)
    .map(({ relation }) => {
      const of = relation.office ?? relation.affiliation;
      return entry(
        gold,
        `missed ${relation.kind} of ${quoted(gold, relation.person)}: ${quoted(gold, of)}`,
        [relation.person, of],
        [],
      );
    }),
  ...(roles?.read ?? [])
    .filter(({ right }) => !right)
    .map(({ role, entity }) => entry(gold, `office of ${entity.name} that the gold does not have`, [], [role])),
];

/** @param {Judgement} judgement */
const wrongStructure = ({ gold, blocks, meta, problems }) => [
  ...(blocks?.missed ?? []).map((/** @type {any} */ block) => entry(gold, `missed ${block.kind}`, [block], [])),
  ...meta
    .filter(({ right }) => !right)
    .map(({ field, wanted, read }) => `- ${gold.id}: ${field} is ${wanted}, got ${read}`),
  ...(problems?.missed ?? []).map((/** @type {any} */ one) => entry(gold, `missed ${one.code}`, [one], [])),
  ...(problems?.spurious ?? []).map((/** @type {any} */ one) => entry(gold, `${one.code} that is none`, [], [one])),
];

/** @param {any} gold @param {string} what @param {readonly Span[]} wanted @param {readonly Span[]} read @param {readonly (Span | null | undefined)[]} [beside] Spans that the sentences must hold as well. */
function entry(gold, what, wanted, read, beside = []) {
  return `- ${gold.id}: ${plain(what)}\n  > ${inSentence(
    gold.text,
    wanted,
    read,
    beside.flatMap(span => span ?? []),
  )}`;
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences that hold the spans, marked. @param {string} text @param {readonly Span[]} wanted @param {readonly Span[]} read @param {readonly Span[]} beside */
export function inSentence(text, wanted, read, beside = []) {
  const spans = [...wanted, ...read, ...beside];
  const from = Math.min(...spans.map(({ start }) => start));
  const to = Math.max(...spans.map(({ end }) => end));
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const nextBreak = text.indexOf('\n', to);
  const around = text.slice(lineStart, nextBreak < 0 ? text.length : nextBreak);
  const touched = [...sentences.segment(around)]
    .map(({ index, segment }) => ({ start: lineStart + index, end: lineStart + index + segment.length }))
    .filter(({ start, end }) => start < to && from < end);
  const [start, end] = [touched[0]?.start ?? from, touched.at(-1)?.end ?? to];
  const marks = [
    ...wanted.flatMap(span => [
      [span.start, 1, '⟦'],
      [span.end, -1, '⟧'],
    ]),
    ...read.flatMap(span => [
      [span.start, 2, '⟪'],
      [span.end, -2, '⟫'],
    ]),
  ].sort((a, b) => Number(a[0]) - Number(b[0]) || Number(a[1]) - Number(b[1]));
  let marked = '';
  let at = start;
  for (const [place, , mark] of marks) {
    marked += plain(text.slice(at, Number(place))) + mark;
    at = Number(place);
  }
  return (marked + plain(text.slice(at, end))).replace(/\s+/g, ' ').trim();
}

const plain = (/** @type {string} */ words) => words.replace(/[\\`*_<>[\]#]/g, '\\$&');
const quoted = (/** @type {any} */ gold, /** @type {Span} */ span) => `“${gold.text.slice(span.start, span.end)}”`;
const entityOf = (/** @type {any} */ document, /** @type {string} */ id) =>
  (document.entities ?? []).find((/** @type {any} */ entity) => entity.id === id);
const wantedSpeaker = (/** @type {any} */ gold, /** @type {any} */ quote) =>
  quote.speakerName ?? (quote.speaker ? quoted(gold, quote.speaker) : 'nobody named');
const readSpeaker = (/** @type {any} */ read) =>
  `${read.speakerName ?? 'nobody'} (${Number(read.confidence).toFixed(2)}: ${read.reasons.join('; ')})`;

/** @template T @param {readonly T[]} items @param {(item: T) => unknown} keyOf */
function groupBy(items, keyOf) {
  /** @type {Map<unknown, T[]>} */
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
