// @ts-check
// `npm run quality [SET…]`: how right the built reader is on documents that people have annotated. See docs/quality.md.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bins, linkCalibration, reasonCalibration, statementCalibration } from './quality/calibration.mjs';
import { linksAcross } from './quality/corpus.mjs';
import { bCubedScore, figuresOf, judge, recallOf } from './quality/figures.mjs';
import { bCubed } from './quality/mentions.mjs';
import { buildIfStale, readAll } from './quality/readings.mjs';
import { errorReport } from './quality/report.mjs';
import { findSets, goals, isOurConvention, readGold, standardSets } from './quality/sets.mjs';
import { speechOnly } from './quality/speech.mjs';
import { readingToTokens, speedGoal } from './quality/speed.mjs';
import { figureTable, tallyTable } from './quality/table.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const shared = path.resolve(root, '../shared');
const figuresFile = path.join(root, 'docs', 'quality.json');
const page = path.join(root, 'docs', 'quality.md');
const reports = path.join(root, 'artefacts', 'quality');

const usage = `usage: npm run quality -- [SET…] [--data DIR]… [--save]
  SET         ${standardSets.join(', ')}, speed, or a NAME of a DIR's NAME.jsonl; all of them where none is named
  --data DIR  measure the sets of this folder as well
  --save      keep the figures in docs/quality.json, and the tables in docs/quality.md`;

process.exitCode = await main().catch(error => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});

async function main() {
  const options = argumentsOf();
  if (typeof options === 'string') {
    console.error(`${options}\n${usage}`);
    return 2;
  }
  const { wanted, folders, save } = options;
  const found = findSets(folders);
  const known = new Set([...standardSets, ...found.keys()]);
  const unknown = wanted.filter(name => name !== 'speed' && !known.has(name));
  if (unknown.length > 0) {
    console.error(`No such set: ${unknown.join(', ')}. There are ${[...known, 'speed'].join(', ')}.\n${usage}`);
    return 2;
  }
  const names = wanted.length > 0 ? wanted : [...known, 'speed'];
  const sets = names.flatMap(name => found.get(name) ?? []);
  const absent = names.filter(name => name !== 'speed' && !found.has(name));
  if (absent.length > 0) console.log(`Not there, so not measured: ${absent.join(', ')}.\n`);

  if (sets.length > 0) buildIfStale(root);
  const before = readFigures();
  const figures = { ...before };
  const tables = [];
  const judged = new Map();
  for (const set of sets) {
    const measured = await measure(set);
    judged.set(set.name, measured.judgements);
    figures[set.name] = measured.figures;
    const table = `### ${set.name}: ${measured.judgements.length} documents\n\n${figureTable(measured.figures, before[set.name] ?? {}, goals[set.name] ?? {})}\n`;
    tables.push(table);
    console.log(table);
    writeReport(set.name, measured);
  }
  const ours = [...judged].filter(([name]) => isOurConvention(name));
  if (ours.length > 0) {
    const table = calibrationTables(ours);
    tables.push(table);
    console.log(table);
  }
  if (names.includes('speed')) {
    const line = await speedLine();
    if (line) tables.push(line);
    console.log(line ?? 'Speed: wikinews.load is not there, so not measured.');
  }
  if (sets.length > 0) console.log(`Every error in its sentence: ${path.relative(process.cwd(), reports)}${path.sep}`);
  if (save) keep(figures, tables);
  return 0;
}

function argumentsOf() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { data: { type: 'string', multiple: true, default: [] }, save: { type: 'boolean', default: false } },
    });
    const extra = values.data.map(folder => path.resolve(folder));
    const missing = extra.filter(folder => !existsSync(folder));
    if (missing.length > 0) return `No such folder: ${missing.join(', ')}.`;
    return {
      wanted: positionals,
      folders: [path.join(shared, 'gold'), path.join(shared, 'data'), ...extra],
      save: values.save,
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** @param {import('./quality/sets.mjs').SetFile} set */
async function measure(set) {
  const gold = readGold(set);
  const readings = readAll(root, gold);
  const judgements = gold.map(document => judge(document, readings.get(document.id)));
  const figures = figuresOf(judgements);
  const family = set.name.split('.')[0];
  if (family === 'polnear') {
    const speech = gold.map(document => judge(speechOnly(document), readings.get(document.id)));
    figures['content @.3, speech only, recall'] = recallOf(speech);
  }
  if (family !== 'meantime') return { judgements, figures, links: [] };
  const links = await linksAcross(judgements);
  return { judgements, figures: { ...figures, 'linking across documents': bCubedScore(bCubed(links)) }, links };
}

/** @param {readonly (readonly [string, any])[]} judged */
function calibrationTables(judged) {
  const all = /** @type {const} */ (['all', judged.flatMap(([, judgements]) => judgements)]);
  const by = (/** @type {(judgements: any) => Map<string, any>} */ calibration) =>
    Object.fromEntries([...judged, all].map(([name, judgements]) => [name, calibration(judgements)]));
  const links = by(linkCalibration);
  const reasons = by(reasonCalibration);
  const byFrequency = [...(reasons.all ?? [])].sort((a, b) => b[1].of - a[1].of).map(([reason]) => reason);
  return [
    '### Confidence\n\nStatements that are right (content at least .5, and the speaker), by confidence:\n',
    tallyTable('confidence', bins, by(statementCalibration)),
    ...(links.all?.size
      ? ['\nPronouns and nominals that are right, by confidence:\n', tallyTable('confidence', bins, links)]
      : []),
    '\nPronouns and nominals that are right, by reason:\n',
    tallyTable('reason', byFrequency, reasons),
    '',
  ].join('\n');
}

async function speedLine() {
  const file = path.join(shared, 'data', 'wikinews.load.jsonl');
  if (!existsSync(file)) return null;
  const texts = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .slice(0, 100)
    .map(line => JSON.parse(line).text);
  const { ratio, lean } = await readingToTokens(texts);
  const verdict = ratio <= speedGoal.reach ? 'reached' : ratio <= speedGoal.floor ? 'holds' : 'DOES NOT HOLD';
  return `Speed: reading takes ${ratio.toFixed(2)} × the time of wink-nlp's readDoc as it comes (at most ${speedGoal.floor} ×: ${verdict}; reach for ${speedGoal.reach} ×), ${lean.toFixed(2)} × that of its sentences and parts of speech alone.\n`;
}

/** @param {string} name @param {{ judgements: any, links: any }} measured */
function writeReport(name, { judgements, links }) {
  mkdirSync(reports, { recursive: true });
  writeFileSync(path.join(reports, `${name}.md`), errorReport(name, judgements, links));
}

/** @returns {Record<string, import('./quality/figures.mjs').Figures>} */
function readFigures() {
  return existsSync(figuresFile) ? JSON.parse(readFileSync(figuresFile, 'utf8')) : {};
}

/** @param {Record<string, import('./quality/figures.mjs').Figures>} figures @param {readonly string[]} tables */
function keep(figures, tables) {
  const round = (/** @type {string} */ _, /** @type {unknown} */ value) =>
    typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value;
  writeFileSync(figuresFile, `${JSON.stringify(figures, round, 2)}\n`);
  const [start, end] = ['<!-- tables -->', '<!-- end of tables -->'];
  const text = readFileSync(page, 'utf8');
  const [head, tail] = [text.slice(0, text.indexOf(start) + start.length), text.slice(text.indexOf(end))];
  writeFileSync(page, `${head}\n\n${tables.join('\n')}\n${tail}`);
}
