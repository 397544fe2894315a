// @ts-check
// Figures as Markdown tables that read as well in a terminal.

/** @typedef {import('./figures.mjs').Figure} Figure */

/** F1, or the share. @param {Figure} figure */
export const mainOf = figure => (typeof figure === 'number' ? figure : figure.f1);

/**
 * @param {import('./figures.mjs').Figures} figures @param {import('./figures.mjs').Figures} before Those of the last commit.
 * @param {Record<string, import('./sets.mjs').Goal>} goals
 */
export function figureTable(figures, before, goals) {
  const rows = Object.entries(figures).map(([measure, figure]) => {
    const goal = goals[measure];
    const earlier = before[measure];
    return [
      measure,
      typeof figure === 'number' ? '' : share(figure.p),
      typeof figure === 'number' ? '' : share(figure.r),
      share(mainOf(figure)),
      earlier === undefined ? '' : share(mainOf(earlier)),
      earlier === undefined ? '' : change(mainOf(figure) - mainOf(earlier)),
      goal ? share(goal.floor, 2) : '',
      goal ? share(goal.reach, 2) : '',
      goal ? verdict(mainOf(figure), goal) : '',
    ];
  });
  return markdown(['measure', 'P', 'R', 'F1 or share', 'last', '+/−', 'floor', 'reach', 'holds'], rows);
}

/** @param {string} title @param {readonly string[]} rows @param {Record<string, Map<string, { right: number, of: number }>>} columns */
export function tallyTable(title, rows, columns) {
  const cell = (/** @type {{ right: number, of: number } | undefined} */ count) =>
    count ? `${count.right}/${count.of} = ${share(count.right / count.of, 2)}` : '';
  const body = rows.map(row => [row, ...Object.values(columns).map(column => cell(column.get(row)))]);
  return markdown([title, ...Object.keys(columns)], body);
}

/** @param {readonly string[]} head @param {readonly (readonly string[])[]} rows */
export function markdown(head, rows) {
  const widths = head.map((title, column) => Math.max(3, title.length, ...rows.map(row => (row[column] ?? '').length)));
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map((cell, column) => (column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, column) => (column ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

const verdict = (/** @type {number} */ value, /** @type {import('./sets.mjs').Goal} */ { floor, reach }) =>
  value >= reach ? 'reached' : value >= floor ? 'yes' : 'NO';
const share = (/** @type {number} */ value, digits = 3) => value.toFixed(digits).replace(/^0/, '');
const change = (/** @type {number} */ value) =>
  Math.abs(value) < 0.0005 ? '=' : `${value > 0 ? '+' : '−'}${share(Math.abs(value))}`;
