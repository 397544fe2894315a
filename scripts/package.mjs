// @ts-check
// `npm run package`: the extension as readout-VERSION.vsix, to install from file in any VS Code. `--out FILE` names another place.
import { cpSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { CONTENTS } from './lib/contents.mjs';
import { run, temporaryFolder } from './lib/processes.mjs';

const LARGEST = 6_000_000;
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const packagePath = path.resolve(values.out ?? path.join(root, `${manifest.name}-${manifest.version}.vsix`));

const stage = temporaryFolder();
await build(stage);
copyContents(stage);
await createVSIX({
  ...{ cwd: stage, packagePath, dependencies: false },
  ...{ allowMissingRepository: true, rewriteRelativeLinks: false, skipLicense: false },
});
const { size } = statSync(packagePath);
const files = await listFiles({ cwd: stage, packageManager: PackageManager.None });
console.log(`${packagePath}: ${files.length} files, ${(size / 1e6).toFixed(1)} MB`);
if (size > LARGEST) throw new Error(`The package is larger than ${LARGEST / 1e6} MB.`);

async function build(/** @type {string} */ folder) {
  const { code, output } = await run(process.execPath, ['esbuild.mjs', '--package', folder], { cwd: root });
  if (code !== 0) throw new Error(`The build failed.\n${output}`);
}

/** The manifest goes without what only those need who work on Readout, the readme without what does not come along. */
function copyContents(/** @type {string} */ folder) {
  for (const part of CONTENTS) {
    // The picture that the icon is drawn from stays behind.
    const filter = (/** @type {string} */ file) => path.basename(file) !== 'icon.svg';
    cpSync(path.join(root, part), path.join(folder, part), { recursive: true, filter });
  }
  writeFileSync(path.join(folder, '.vscodeignore'), '');
  const { private: _, scripts, dependencies, devDependencies, overrides, ...shipped } = manifest;
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(shipped, null, 2)}\n`);
  const readme = path.join(folder, 'README.md');
  writeFileSync(readme, withoutDeadLinks(readFileSync(readme, 'utf8'), folder));
}

/** An image or a link to a file that is not in the folder, or that the tool renames as it does those at the root, becomes its words. */
function withoutDeadLinks(/** @type {string} */ markdown, /** @type {string} */ folder) {
  return markdown.replace(/(!?)\[([^\]]*)\]\((?!https?:|#)([^)#]+)[^)]*\)/g, (link, image, words, target) =>
    target.includes('/') && existsSync(path.join(folder, target)) ? link : image ? '' : words,
  );
}
