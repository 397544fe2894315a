// @ts-check
// Readings as the shipped command gives them.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Builds where dist/cli.js is not there or older than any source of the server. @param {string} root */
export function buildIfStale(root) {
  const built = path.join(root, 'dist', 'cli.js');
  const newest = Math.max(
    ...readdirSync(path.join(root, 'server', 'src'), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => statSync(path.join(entry.parentPath ?? entry.path, entry.name)).mtimeMs),
  );
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return;
  const { status, stderr } = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build failed.\n${stderr}`);
}

/** @param {string} root @param {readonly any[]} documents With id and text. @returns {Map<string, any>} By id. */
export function readAll(root, documents) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'dist', 'cli.js'), 'read', '--ndjson'],
    {
      input: documents.map(({ id, text }) => JSON.stringify({ id, text })).join('\n'),
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    },
  );
  if (status !== 0) throw new Error(`Reading failed with exit code ${status}.\n${stderr}`);
  const readings = stdout
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line));
  return new Map(readings.map(reading => [reading.id, reading]));
}
