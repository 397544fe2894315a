// @ts-check
// `npm run pictures`: the pictures of the documentation and its animation, taken of the real editor on the sample documents.
// `--drawn` takes none, and draws those again that were taken last.
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { installBrowser } from './lib/browser.mjs';
import { installEditor } from './lib/code-server.mjs';
import { run } from './lib/processes.mjs';

/** @typedef {{ file: string, caption: string, seconds: number, pointer: { x: number, y: number } }} Frame */

const LARGEST_ANIMATION = 1_500_000;
const SCALE = 2;
const CAPTION = 40 * SCALE;
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const taken = path.join(root, 'artefacts', 'pictures');
const tour = path.join(root, 'artefacts', 'tour');
const images = path.join(root, 'docs', 'images');

const { values } = parseArgs({ options: { drawn: { type: 'boolean' } } });
mkdirSync(images, { recursive: true });
if (!values.drawn) await take();
for (const name of readdirSync(taken)) await still(name);
await animation();

async function take() {
  await must('The build', ['esbuild.mjs']);
  await installBrowser();
  await installEditor(path.join(root, '.editor'));
  await must('Taking the pictures', ['node_modules/vitest/vitest.mjs', 'run', '--project', 'pictures']);
}

/** A picture of a window has few colours: with a palette it takes a third. */
async function still(/** @type {string} */ name) {
  const file = path.join(images, name);
  await sharp(path.join(taken, name)).png({ palette: true, colours: 256, dither: 0, effort: 10 }).toFile(file);
  report(file);
}

async function animation() {
  /** @type {Frame[]} */
  const story = JSON.parse(readFileSync(path.join(tour, 'story.json'), 'utf8'));
  const frames = await Promise.all(story.map(drawn));
  const file = path.join(images, 'tour.webp');
  await sharp(frames, { join: { animated: true } })
    .webp({ lossless: true, effort: 6, loop: 0, delay: story.map(({ seconds }) => Math.round(seconds * 1000)) })
    .toFile(file);
  report(file);
  if (statSync(file).size > LARGEST_ANIMATION)
    throw new Error(`The animation is larger than ${LARGEST_ANIMATION / 1e6} MB.`);
}

/** A frame with the pointer, which no picture of a window shows, and its caption below. @param {Frame} frame */
async function drawn({ file, caption, pointer }) {
  const picture = sharp(path.join(tour, file));
  const { width, height } = await picture.metadata();
  const overlay = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height + CAPTION}">
    <rect y="${height}" width="${width}" height="${CAPTION}" fill="#12343b"/>
    <text x="${width / 2}" y="${height + CAPTION * 0.66}" text-anchor="middle" font-family="sans-serif" font-size="${CAPTION * 0.42}" fill="#fff">${escaped(caption)}</text>
    <path transform="translate(${pointer.x * SCALE} ${pointer.y * SCALE}) scale(${SCALE})" d="M0 0v16l4-4 3 7 3-1-3-7h6z" fill="#000" stroke="#fff" stroke-width="1.2"/>
  </svg>`;
  return picture
    .extend({ bottom: CAPTION, background: '#12343b' })
    .composite([{ input: Buffer.from(overlay) }])
    .removeAlpha()
    .png()
    .toBuffer();
}

function escaped(/** @type {string} */ text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function report(/** @type {string} */ file) {
  console.log(`${path.relative(root, file)}: ${Math.round(statSync(file).size / 1000)} kB`);
}

async function must(/** @type {string} */ what, /** @type {string[]} */ args) {
  const { code, output } = await run(process.execPath, args, { cwd: root });
  if (code !== 0) throw new Error(`${what} failed.\n${output}`);
}
