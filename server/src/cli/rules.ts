import { InvalidArgumentError, Option } from 'commander';
import { type RuleSettings, readRuleSettings, ruleSettings } from '../rules/severities.ts';

/** `--rule code=severity`, as often as wanted; of two for one rule the later holds. */
export function ruleOption(description: string): Option {
  return new Option('--rule <code=severity>', `${description}: ${ruleSettings.join(', ')}`).argParser(
    (value, before: RuleSettings | undefined) => new Map([...(before ?? []), ...settingOf(value)]),
  );
}

function settingOf(value: string): RuleSettings {
  const parts = /^([^=]+)=(.*)$/.exec(value);
  if (!parts) throw new InvalidArgumentError('It must be the code of a rule, "=", and a severity.');
  const { settings, complaints } = readRuleSettings(Object.fromEntries([[parts[1], parts[2]]]));
  if (complaints[0] !== undefined) throw new InvalidArgumentError(complaints[0]);
  return settings;
}
