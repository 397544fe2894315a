import { SymbolKind } from 'vscode-languageserver';
import type { EntityType } from '../reading/model.ts';

/** What an entity looks like in lists of symbols. */
export const entityKinds: Readonly<Record<EntityType, SymbolKind>> = {
  person: SymbolKind.Class,
  organization: SymbolKind.Module,
  place: SymbolKind.Namespace,
  event: SymbolKind.Event,
  document: SymbolKind.File,
};
