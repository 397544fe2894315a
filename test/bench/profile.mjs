// `node test/bench/profile.mjs`: where the time goes when 1 MB is read, when a character of it is edited and when a folder is
// indexed, in shares by room of the house and by library, from profiles that V8 takes.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import inspector from 'node:inspector/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { codeOf, loadBundle } from './bundle.mjs';
import { writeDocuments } from './generate.mjs';
import { startServer } from './server.mjs';
import { generated, placesIn, seed } from './texts.mjs';

/** @typedef {{ nodes: { id: number, children?: number[], callFrame: { functionName: string, url: string, lineNumber: number } }[], samples: number[], timeDeltas: number[] }} Profile */

/** The lines at which the parts of a bundle begin, by bundle. @type {Map<string, { line: number, source: string }[]>} */
const bundles = new Map();

const { createMemory, readDocument } = await loadBundle();
const texts = await generated();

for (const [name, text] of [
  ['one story', texts.story(1_000_000)],
  ['a bundle', texts.bundle(1_000_000)],
]) {
  readDocument(text.slice(0, 200_000));
  show(`1 MB read: ${name}`, [await profiled(() => readDocument(text))]);
  const memory = createMemory();
  readDocument(text, memory);
  let now = text;
  const edit = (/** @type {number} */ place) => {
    now = `${now.slice(0, place)}e${now.slice(place)}`;
    readDocument(now, memory);
  };
  const places = placesIn(text, 50);
  places.slice(0, 10).forEach(edit);
  show(`1 MB edited: ${name}`, [await profiled(() => places.slice(10).forEach(edit))]);
}
await showIndexing();

/** The profiles of the server's own thread and of those that read for it. */
async function showIndexing() {
  const folder = mkdtempSync(path.join(tmpdir(), 'readout-profile-'));
  try {
    await writeDocuments(path.join(folder, 'documents'), { count: 1_000, seed });
    const flags = ['--cpu-prof', '--cpu-prof-dir', path.join(folder, 'profiles')];
    const server = await startServer({ folder: path.join(folder, 'documents'), flags });
    await server.indexed;
    await server.exit();
    const [own, ...threads] = readdirSync(path.join(folder, 'profiles'))
      .map(name => /** @type {Profile} */ (JSON.parse(readFileSync(path.join(folder, 'profiles', name), 'utf8'))))
      .sort((a, b) => Number(isThread(a)) - Number(isThread(b)));
    show('1,000 documents indexed: the server’s own thread', [own]);
    show('1,000 documents indexed: the threads that read', threads);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The threads alone take words apart. */
function isThread(/** @type {Profile} */ { nodes }) {
  return nodes.some(({ callFrame }) => callFrame.functionName === 'analyseParagraph');
}

async function profiled(/** @type {() => unknown} */ run) {
  const session = new inspector.Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 500 });
  await session.post('Profiler.start');
  run();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return /** @type {Profile} */ (profile);
}

/** Prints what took a hundredth of the time or more; waiting is no time. */
function show(/** @type {string} */ title, /** @type {Profile[]} */ profiles) {
  const shares = new Map();
  let whole = 0;
  for (const profile of profiles) {
    const places = placesOf(profile);
    profile.samples.forEach((id, n) => {
      const place = places.get(id);
      if (!place) return;
      const took = profile.timeDeltas[n] ?? 0;
      whole += took;
      shares.set(place, (shares.get(place) ?? 0) + took);
    });
  }
  console.log(`\n${title}: ${(whole / 1000).toFixed(0)} ms of processor`);
  for (const [place, took] of [...shares].sort((a, b) => b[1] - a[1]))
    if (took / whole >= 0.01) console.log(`  ${((100 * took) / whole).toFixed(0).padStart(3)} %  ${place}`);
}

/** The room or library of each node of a profile; null for waiting and for the measuring itself. */
function placesOf(/** @type {Profile} */ { nodes }) {
  const places = new Map();
  const visit = (node, callers) => {
    const place = placeOf(node.callFrame, callers);
    places.set(node.id, place);
    for (const id of node.children ?? []) visit(byId.get(id), place);
  };
  const byId = new Map(nodes.map(node => [node.id, node]));
  visit(nodes[0], null);
  return places;
}

/** What V8 and Node do for a function counts as its own. */
function placeOf({ functionName, url, lineNumber }, callers) {
  if (functionName === '(garbage collector)') return 'garbage collection';
  if (functionName === '(program)') return 'V8 itself';
  if (url === '' || url.startsWith('node:')) return callers;
  const file = url.startsWith('file:') ? fileURLToPath(url) : url;
  return roomOf(sourceAt(file, lineNumber) ?? file);
}

function roomOf(/** @type {string} */ source) {
  const library = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source);
  if (library) return `${library[1]} (library)`;
  if (source.includes('test/bench/')) return null;
  const [, room = source, part = ''] = /server\/src\/(\w+)\/(\w+)/.exec(source) ?? [];
  return room === 'reading' ? `reading: ${part}` : room;
}

/** The source file that a line of a bundle comes from, by the comments that esbuild leaves. */
function sourceAt(/** @type {string} */ file, /** @type {number} */ line) {
  if (file.includes('node_modules')) return file;
  let starts = bundles.get(file);
  if (!starts) {
    starts = [];
    for (const [n, text] of codeOf(file).split('\n').entries()) {
      const [, source] = /^\s*\/\/ ((?:\.\.\/)*(?:server|node_modules|test)\/\S+)$/.exec(text) ?? [];
      if (source) starts.push({ line: n, source });
    }
    bundles.set(file, starts);
  }
  return starts.findLast(start => start.line <= line)?.source;
}
