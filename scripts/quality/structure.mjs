// @ts-check
// Blocks, what the document says of itself, and malformed separators.

/** @param {any} gold @param {any} reading */
export function judgeBlocks(gold, reading) {
  if (!gold.blocks) return null;
  const key = (/** @type {any} */ { kind, start, end }) => `${kind} ${start}-${end}`;
  const read = new Set((reading.blocks ?? []).map(key));
  const missed = gold.blocks.filter((/** @type {any} */ block) => !read.has(key(block)));
  return { wanted: gold.blocks.length, read: (reading.blocks ?? []).length, missed };
}

const fields = ['publishedDate', 'place', 'agency', 'headline'];

/** @param {any} gold @param {any} reading */
export function judgeMeta(gold, reading) {
  return fields
    .filter(field => gold.meta && field in gold.meta)
    .map(field => {
      const [wanted, read] = [gold.meta[field] ?? null, reading.meta?.[field] ?? null];
      return { field, wanted, read, right: plain(wanted) === plain(read) };
    });
}

const plain = (/** @type {unknown} */ value) =>
  value === null ? null : String(value).replace(/\s+/g, ' ').trim().toLowerCase();

/** One problem of the reading may answer several of the gold; touching ends are near enough. @param {any} gold @param {any} reading */
export function judgeProblems(gold, reading) {
  if (!gold.problems) return null;
  const read = reading.problems ?? [];
  const answers = (/** @type {any} */ a, /** @type {any} */ b) =>
    a.code === b.code && a.start <= b.end && b.start <= a.end;
  const answered = new Map(
    gold.problems.map((/** @type {any} */ wanted) => [wanted, read.find((/** @type {any} */ x) => answers(x, wanted))]),
  );
  const asked = gold.problems.filter((/** @type {any} */ problem) => !problem.optional);
  const right = new Set(answered.values());
  const counted = read.filter(
    (/** @type {any} */ problem) =>
      !gold.problems.some((/** @type {any} */ wanted) => wanted.optional && answers(wanted, problem)),
  );
  return {
    wanted: asked.length,
    missed: asked.filter((/** @type {any} */ problem) => !answered.get(problem)),
    read: counted.length,
    spurious: counted.filter((/** @type {any} */ problem) => !right.has(problem)),
  };
}
