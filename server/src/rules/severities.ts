/** How severe each rule's problems are to a user: the setting `readout.rules`, and `--rule` on the command line. */
import type { Problem, Severity } from '../reading/model.ts';
import { rules } from './index.ts';

export const severities: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/** What a rule can be set to. */
export type RuleSetting = Severity | 'off';

export const ruleSettings: readonly RuleSetting[] = ['off', ...severities];

/** Settings by the code of their rule; a rule that is not among them keeps its own severity. */
export type RuleSettings = ReadonlyMap<string, RuleSetting>;

export const noSettings: RuleSettings = new Map();

export interface ReadSettings {
  readonly settings: RuleSettings;
  /** A sentence for each entry that means nothing; the other entries hold. */
  readonly complaints: readonly string[];
}

/** Reads a map of code to severity as it came from a user: any value, nothing at all included. */
export function readRuleSettings(value: unknown): ReadSettings {
  if (value === undefined || value === null) return { settings: noSettings, complaints: [] };
  if (typeof value !== 'object' || Array.isArray(value)) {
    return { settings: noSettings, complaints: ['It must be an object that maps the code of a rule to a severity.'] };
  }
  const settings = new Map<string, RuleSetting>();
  const complaints: string[] = [];
  for (const [code, setting] of Object.entries(value)) {
    const complaint = whatIsWrong(code, setting);
    if (complaint === null) settings.set(code, setting as RuleSetting);
    else complaints.push(complaint);
  }
  return { settings: settings.size > 0 ? settings : noSettings, complaints };
}

function whatIsWrong(code: string, setting: unknown): string | null {
  if (!rules.some(rule => rule.code === code)) {
    return `There is no rule ${JSON.stringify(code)}. The rules are ${rules.map(rule => rule.code).join(', ')}.`;
  }
  if (!(ruleSettings as readonly unknown[]).includes(setting)) {
    return `The rule ${code} cannot be ${JSON.stringify(setting)}: it takes ${ruleSettings.join(', ')}.`;
  }
  return null;
}

/** The problems with the severities that a user wants, without those that are off; order and spans stay. */
export function withSettings(problems: readonly Problem[], settings: RuleSettings): readonly Problem[] {
  if (settings.size === 0) return problems;
  return problems.flatMap(problem => {
    const setting = settings.get(problem.code) ?? problem.severity;
    if (setting === 'off') return [];
    return [setting === problem.severity ? problem : { ...problem, severity: setting }];
  });
}

export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) >= severities.indexOf(threshold);
}
