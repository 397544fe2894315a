import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../server/src/reading/model.ts';
import { rules } from '../../server/src/rules/index.ts';
import {
  isAtLeast,
  noSettings,
  readRuleSettings,
  ruleSettings,
  severities,
  withSettings,
} from '../../server/src/rules/severities.ts';

const problem = (code: string, severity: Problem['severity']): Problem => {
  return { code, severity, start: 0, end: 1, message: 'Wrong.', fix: null };
};
const found = [
  problem('glued-stamp', 'error'),
  problem('no-break-space', 'hint'),
  problem('trailing-space', 'warning'),
];

describe('the setting applied', () => {
  const check = (setting: Record<string, string>, ...expected: string[]) => {
    const { settings, complaints } = readRuleSettings(setting);
    expect(complaints).toEqual([]);
    expect(withSettings(found, settings).map(({ code, severity }) => `${code} ${severity}`)).toEqual(expected);
  };
  test('nothing set', () => check({}, 'glued-stamp error', 'no-break-space hint', 'trailing-space warning'));
  test('off', () => check({ 'no-break-space': 'off' }, 'glued-stamp error', 'trailing-space warning'));
  test('milder', () =>
    check(
      { 'glued-stamp': 'information' },
      'glued-stamp information',
      'no-break-space hint',
      'trailing-space warning',
    ));
  test('harder', () =>
    check({ 'no-break-space': 'error' }, 'glued-stamp error', 'no-break-space error', 'trailing-space warning'));
  test('all off', () => check({ 'no-break-space': 'off', 'glued-stamp': 'off', 'trailing-space': 'off' }));
  test('a rule that found nothing', () =>
    check({ 'glued-label': 'off' }, 'glued-stamp error', 'no-break-space hint', 'trailing-space warning'));

  test('nothing set leaves the problems as they are', () => expect(withSettings(found, noSettings)).toBe(found));
  test('spans, messages and fixes stay', () => {
    const { settings } = readRuleSettings({ 'glued-stamp': 'hint' });
    expect(withSettings(found, settings)[0]).toEqual({ ...found[0], severity: 'hint' });
  });
});

describe('the setting as users write it', () => {
  const check = (value: unknown, ...expected: (string | RegExp)[]) => {
    const { complaints } = readRuleSettings(value);
    expect(complaints).toHaveLength(expected.length);
    for (const [index, complaint] of complaints.entries()) expect(complaint).toMatch(expected[index]!);
  };
  test('nothing', () => check(undefined));
  test('null', () => check(null));
  test('every rule, every severity', () => {
    for (const setting of ruleSettings) check(Object.fromEntries(rules.map(({ code }) => [code, setting])));
  });
  test('an unknown rule', () =>
    check({ 'glued-stmp': 'off' }, /^There is no rule "glued-stmp"\. The rules are .*glued-stamp/));
  test('an unknown severity', () =>
    check(
      { 'glued-stamp': 'warn' },
      'The rule glued-stamp cannot be "warn": it takes off, hint, information, warning, error.',
    ));
  test('a severity that is no string', () => check({ 'glued-stamp': 2 }, 'The rule glued-stamp cannot be 2'));
  test('a name that every object has', () => check({ constructor: 'off' }, 'There is no rule "constructor"'));
  test('a list', () => check(['glued-stamp'], 'It must be an object'));
  test('a string', () => check('off', 'It must be an object'));
  test('the other entries hold', () => {
    const { settings, complaints } = readRuleSettings({ x: 'off', 'glued-stamp': 'off', 'glued-label': 'loud' });
    expect(complaints).toHaveLength(2);
    expect([...settings]).toEqual([['glued-stamp', 'off']]);
  });
  test('anything at all', () => {
    fc.assert(
      fc.property(fc.anything(), value => {
        const { settings } = readRuleSettings(value);
        expect(withSettings(found, settings).length).toBeLessThanOrEqual(found.length);
      }),
    );
  });
});

test('severities are in order', () => {
  expect(severities.map(severity => isAtLeast(severity, 'warning'))).toEqual([false, false, true, true]);
  expect(severities.map(severity => isAtLeast('information', severity))).toEqual([true, true, false, false]);
});
