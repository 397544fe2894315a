/**
 * @typedef {object} Row
 * @property {string} name
 * @property {number} value
 * @property {string} unit `×` for ratios, which are gates
 * @property {number} [p95] beside a median
 * @property {number} [floor] the most that the value, or its p95 where it has one, may be
 * @property {string} [note]
 */

/** Figures in parts, printed as they come. */
export function createTable() {
  /** @type {{ title: string, rows: Row[] }[]} */
  const parts = [];
  const all = () => parts.flatMap(({ rows }) => rows);
  const failed = () => all().filter(row => !isWithin(row));
  return {
    parts,
    part(/** @type {string} */ title) {
      parts.push({ title, rows: [] });
      console.log(`\n${title}`);
    },
    /** A figure; under a floor it must not be more. */
    add(
      /** @type {string} */ name,
      /** @type {number} */ value,
      /** @type {string} */ unit,
      /** @type {Partial<Row>} */ more = {},
    ) {
      const row = { name, value, unit, ...more };
      parts.at(-1)?.rows.push(row);
      console.log(`  ${name.padEnd(62)} ${shown(row).padStart(22)}   ${verdict(row)}`.trimEnd());
    },
    /** Times for which an event loop stood still. */
    addStalls(/** @type {string} */ meanwhile, /** @type {number[]} */ stalls) {
      const note = stalls.length > 0 ? `the longest ${Math.max(...stalls).toFixed(0)} ms` : '';
      this.add(`event loop still for over 50 ms, ${meanwhile}`, stalls.length, 'times', { note });
    },
    failed: () => failed().map(({ name }) => name),
    failedRatios: () =>
      failed()
        .filter(({ unit }) => isRatio(unit))
        .map(({ name }) => name),
  };
}

const isRatio = (/** @type {string} */ unit) => unit === '×' || unit === '%';

/** A figure that could not be measured is not within its floor. */
const isWithin = (/** @type {Row} */ { value, p95, floor }) => floor === undefined || (p95 ?? value) <= floor;

export const digits = (/** @type {number} */ value) =>
  Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);

export function shown(/** @type {Row} */ { value, p95, unit }) {
  return p95 === undefined ? `${digits(value)} ${unit}` : `${digits(value)}, p95 ${digits(p95)} ${unit}`;
}

export function verdict(/** @type {Row} */ row) {
  if (row.floor === undefined) return row.note ?? '';
  const limit = `≤ ${row.floor} ${row.unit}`;
  return `${limit.padEnd(10)} ${isWithin(row) ? 'ok' : 'NOT MET'}${row.note ? `  ${row.note}` : ''}`;
}
