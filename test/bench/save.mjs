import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import path from 'node:path';
import { root } from './bundle.mjs';
import { shown, verdict } from './table.mjs';

const page = path.join(root, 'docs/performance.md');
const opening = '<!-- figures: written by npm run bench -- --full --save -->';
const closing = '<!-- end of figures -->';

/** Puts the figures into their page, in place of the last ones. */
export function saveFigures({ parts }) {
  const before = readFileSync(page, 'utf8');
  const start = before.indexOf(opening);
  const end = before.indexOf(closing);
  if (start < 0 || end < 0) throw new Error(`${page} has no place for figures`);
  const tables = parts.map(
    ({ title, rows }) => `### ${title}\n\n| | measured | floor |\n|---|---:|---|\n${rows.map(line).join('\n')}`,
  );
  const figures = [opening, `On ${machine()}${company}.`, ...tables].join('\n\n');
  writeFileSync(page, `${before.slice(0, start)}${figures}\n\n${before.slice(end)}`);
}

/** Other programs make times of the clock longer, and what threads do side by side; a machine of its own has none. */
const company =
  loadavg()[0] > 1
    ? `, while other programs kept it busy (a load of ${loadavg()[0].toFixed(0)} before the first figure)`
    : '';

const line = row => `| ${row.name} | ${shown(row)} | ${verdict(row).replace(/ +/g, ' ')} |`;

const machine = () =>
  `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB of memory, Node ${process.versions.node.split('.')[0]}`;
