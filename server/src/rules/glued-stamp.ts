import type { Rule } from './rule.ts';

/** A stamp shares its line with the dateline or the lead. */
export const gluedStamp: Rule = {
  code: 'glued-stamp',
  severity: 'error',
  description: 'A stamp shares its line with the dateline or the lead.',
  remedy: 'The fix puts a blank line behind the stamp.',
  fixable: 'always',
  *find({ text, seams, lineEnd }) {
    for (const { before, after, lineEnds } of seams) {
      if (before.kind !== 'stamp' || lineEnds > 0) continue;
      const stamp = text.slice(before.start, before.end);
      const next = after.kind === 'dateline' ? 'the dateline' : 'the text';
      yield {
        start: before.start,
        end: after.start,
        message: `The stamp “${stamp}” and ${next} share a line. The fix puts a blank line between them.`,
        replacement: stamp + lineEnd + lineEnd,
      };
    }
  },
};
