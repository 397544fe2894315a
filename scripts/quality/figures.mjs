// @ts-check
// From the judgements of a set's documents to its figures.
import { judgeDates } from './dates.mjs';
import { bCubed, judgeNames, judgeReferences, sharedNames, types } from './mentions.mjs';
import { judgeRoles } from './roles.mjs';
import { judgeStatements } from './statements.mjs';
import { judgeBlocks, judgeMeta, judgeProblems } from './structure.mjs';

/**
 * @typedef {{ p: number, r: number, f1: number } | number} Figure Each from 0 to 1.
 * @typedef {Record<string, Figure>} Figures By measure.
 * @typedef {ReturnType<typeof judge>} Judgement
 */

/** All that can be said of one document's reading; an absent reading is an empty one. @param {any} gold @param {any} reading */
export function judge(gold, reading = {}) {
  return {
    gold,
    reading,
    statements: gold.quotes ? judgeStatements(gold, reading) : null,
    names: gold.mentions ? judgeNames(gold, reading) : null,
    references: judgeReferences(gold, reading),
    shared: gold.unlinked ? [] : sharedNames(gold, reading),
    dates: judgeDates(gold, reading),
    roles: gold.roles ? judgeRoles(gold, reading) : null,
    blocks: judgeBlocks(gold, reading),
    meta: judgeMeta(gold, reading),
    problems: judgeProblems(gold, reading),
  };
}

/** @param {readonly Judgement[]} judgements @returns {Figures} What the gold does not have gets no figure. */
export function figuresOf(judgements) {
  return {
    ...statementFigures(judgements.flatMap(({ statements }) => statements ?? [])),
    ...nameFigures(judgements.flatMap(({ names }) => names ?? [])),
    ...referenceFigures(judgements.flatMap(({ references }) => references)),
    ...linkFigures(judgements),
    ...shares({ 'dates right': judgements.flatMap(({ dates }) => dates) }),
    ...roleFigures(judgements.flatMap(({ roles }) => roles ?? [])),
    ...structureFigures(judgements),
  };
}

/** @param {readonly import('./statements.mjs').StatementJudgement[]} judgements @returns {Figures} */
export function statementFigures(judgements) {
  const found = judgements.flatMap(judgement => judgement.found);
  const missed = judgements.flatMap(judgement => judgement.missed);
  const spurious = judgements.flatMap(judgement => judgement.spurious);
  const [wanted, read] = [found.length + missed.length, found.length + spurious.length];
  if (wanted + read === 0) return {};
  const score = (/** @type {(found: import('./statements.mjs').Found) => boolean} */ is) =>
    scoreOf(found.filter(is).length, read, wanted);
  const isRight = (/** @type {import('./statements.mjs').Found} */ { who, overlap }) => who && overlap >= 0.5;
  const continued = [...found.map(one => one.wanted), ...missed].filter(quote => quote.continued).length;
  return {
    'who said what': score(isRight),
    'content @.3': score(() => true),
    'content @.8': score(({ overlap }) => overlap >= 0.8),
    'content exact': score(({ overlap }) => overlap > 0.999),
    'speaker right, of found': shareOf(found.filter(({ who }) => who).length, found.length),
    'cue right, of found': shareOf(
      found.filter(one => one.wanted.cue && one.cue).length,
      found.filter(one => one.wanted.cue).length,
    ),
    'directness right, of found': shareOf(found.filter(({ directness }) => directness).length, found.length),
    ...(continued
      ? { 'continued statements': found.filter(one => one.wanted.continued && isRight(one)).length / continued }
      : {}),
  };
}

const plural = { person: 'persons', organization: 'organisations', place: 'places' };

/** @param {readonly NonNullable<Judgement['names']>[]} names @returns {Figures} */
function nameFigures(names) {
  const found = names.flatMap(one => one.found);
  const missed = names.flatMap(one => one.missed);
  const read = names.flatMap(one => one.read);
  const count = (/** @type {readonly { type: string }[]} */ list, /** @type {string} */ type) =>
    list.filter(one => one.type === type).length;
  const scores = types
    .filter(type => count(found, type) + count(missed, type) > 0)
    .map(type => [
      `named ${plural[type]}`,
      scoreOf(count(found, type), count(read, type), count(found, type) + count(missed, type)),
    ]);
  const typed = found.length
    ? { 'type right, of found': found.filter(({ typeRight }) => typeRight).length / found.length }
    : {};
  return { ...Object.fromEntries(scores), ...typed };
}

/** @param {readonly import('./mentions.mjs').Reference[]} references @returns {Figures} */
const referenceFigures = references =>
  shares({
    'pronouns of persons': references.filter(({ kind }) => kind === 'pronoun'),
    'nominals of persons': references.filter(({ kind }) => kind === 'nominal'),
  });

/** B-cubed inside documents. @param {readonly Judgement[]} judgements @returns {Figures} */
function linkFigures(judgements) {
  const sums = judgements.filter(({ names }) => names).map(({ shared }) => bCubed(shared));
  const n = sum(sums.map(one => one.n));
  return n
    ? { 'linking in a document': bCubedScore({ p: sum(sums.map(({ p }) => p)), r: sum(sums.map(({ r }) => r)), n }) }
    : {};
}

/** @param {{ p: number, r: number, n: number }} sums */
export const bCubedScore = ({ p, r, n }) => ({ p: p / n, r: r / n, f1: harmonic(p / n, r / n) });

/** @param {readonly ReturnType<typeof judgeRoles>[]} roles @returns {Figures} */
function roleFigures(roles) {
  const wanted = roles.flatMap(one => one.wanted);
  const read = roles.flatMap(one => one.read);
  const of = (/** @type {string} */ kind) => wanted.filter(({ relation }) => relation.kind === kind);
  const right = (/** @type {readonly { right: boolean }[]} */ list) => list.filter(one => one.right).length;
  if (wanted.length === 0) return {};
  const [p, r] = [shareOf(right(read), read.length), shareOf(right(of('office')), of('office').length)];
  return { offices: { p, r, f1: harmonic(p, r) }, ...shares({ 'affiliations found': of('affiliation') }) };
}

/** @param {readonly Judgement[]} judgements @returns {Figures} */
function structureFigures(judgements) {
  const problems = judgements.flatMap(one => one.problems ?? []);
  const blocks = judgements.flatMap(one => one.blocks ?? []);
  /** @type {Figures} */
  const figures = {};
  if (problems.some(({ wanted, read }) => wanted + read > 0)) {
    const [wanted, read] = [sum(problems.map(one => one.wanted)), sum(problems.map(one => one.read))];
    const r = wanted ? (wanted - sum(problems.map(one => one.missed.length))) / wanted : 1;
    const p = read ? (read - sum(problems.map(one => one.spurious.length))) / read : 1;
    figures['separator problems'] = { p, r, f1: harmonic(p, r) };
  }
  const wantedBlocks = sum(blocks.map(one => one.wanted));
  if (wantedBlocks) {
    const hits = wantedBlocks - sum(blocks.map(one => one.missed.length));
    figures.blocks = scoreOf(hits, sum(blocks.map(one => one.read)), wantedBlocks);
  }
  return { ...figures, ...shares({ 'meta fields': judgements.flatMap(({ meta }) => meta) }) };
}

/** Recall alone: what a set leaves out by --speech counts neither way. @param {readonly Judgement[]} judgements */
export const recallOf = judgements => {
  const statements = judgements.flatMap(one => one.statements ?? []);
  const found = sum(statements.map(one => one.found.length));
  return shareOf(found, found + sum(statements.map(one => one.missed.length)));
};

/** @param {number} hits @param {number} read @param {number} wanted */
function scoreOf(hits, read, wanted) {
  const p = read ? hits / read : wanted ? 0 : 1;
  const r = wanted ? hits / wanted : 1;
  return { p, r, f1: harmonic(p, r) };
}

/** @param {Record<string, readonly { right: boolean }[]>} lists @returns {Figures} */
const shares = lists =>
  Object.fromEntries(
    Object.entries(lists)
      .filter(([, list]) => list.length > 0)
      .map(([name, list]) => [name, list.filter(({ right }) => right).length / list.length]),
  );

const harmonic = (/** @type {number} */ p, /** @type {number} */ r) => (p + r ? (2 * p * r) / (p + r) : 0);
const shareOf = (/** @type {number} */ part, /** @type {number} */ whole) => part / Math.max(1, whole);
const sum = (/** @type {readonly number[]} */ values) => values.reduce((a, b) => a + b, 0);
