import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import type { Hints } from '../features/inlayHints.ts';
import { noSettings, type RuleSettings, readRuleSettings } from '../rules/severities.ts';
import type { Folder } from './addresses.ts';

export interface Settings {
  /** Each folder with its own settings. */
  readonly folders: readonly Folder[];
  /** `readout.rules` for documents that lie in no folder. */
  readonly rules: RuleSettings;
  readonly shown: Shown;
  /** Sentences for the log about what means nothing. */
  readonly complaints: readonly string[];
}

/** What is shown among the lines of the text, in the whole window: `readout.inlayHints` and `readout.codeLens`. */
export interface Shown {
  readonly inlayHints: Hints;
  readonly codeLens: boolean;
}

export const nothingShown: Shown = { inlayHints: 'off', codeLens: false };

/** What a client has set, each setting in its folder; null where it has no settings to give. */
export async function readSettings(
  connection: Connection,
  folders: readonly Folder[],
  client: ClientCapabilities,
): Promise<Settings | null> {
  if (!client.workspace?.configuration) return null;
  const items = [...folders.map(({ address }) => ({ scopeUri: address, section: 'readout' })), { section: 'readout' }];
  const answers: unknown[] = await connection.workspace.getConfiguration(items);
  const rules = items.map((_, index) => readRuleSettings(entryOf(answers[index], 'rules')));
  return {
    folders: folders.map(({ address }, index) => ({
      address,
      include: includeOf(answers[index]),
      rules: rules[index]!.settings,
    })),
    rules: rules.at(-1)?.settings ?? noSettings,
    shown: shownOf(answers.at(-1)),
    complaints: [...new Set(rules.flatMap(({ complaints }) => complaints))],
  };
}

function includeOf(settings: unknown): string[] {
  const include = entryOf(settings, 'include');
  return Array.isArray(include) ? include.filter(pattern => typeof pattern === 'string' && pattern !== '') : [];
}

function shownOf(settings: unknown): Shown {
  const hints = entryOf(settings, 'inlayHints');
  return {
    inlayHints: hints === 'references' || hints === 'speakers' || hints === 'all' ? hints : 'off',
    codeLens: entryOf(settings, 'codeLens') === true,
  };
}

function entryOf(settings: unknown, name: string): unknown {
  return settings && typeof settings === 'object' ? (settings as Readonly<Record<string, unknown>>)[name] : undefined;
}
