import { type ClientCapabilities, type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver';
import { type Change, editsFor } from '../../corpus/people/write.ts';
import { peopleActions } from '../../features/peopleActions.ts';
import { hasCommand } from '../clientCommands.ts';
import { toSpan } from '../convert.ts';
import { editOfFiles } from '../edits.ts';
import { clientUri, type Library, type View } from '../library.ts';
import { pathFrom, peopleAddress } from '../people.ts';

export const peopleActionKind = `${CodeActionKind.Refactor}.people.readout`;

/** A command of the client's, called once an action has been applied. */
const peopleWritten = 'readout.peopleWritten';

/** What an action carries until it is chosen. */
interface Unresolved {
  readonly people: string;
  readonly change: Change;
}

/** What can be written into the people file of a document's folder; its edits are made when one is chosen, if the client can wait. */
export function peopleCodeActions(
  library: Library,
  view: View,
  range: Range,
  client: ClientCapabilities,
): CodeAction[] {
  const people = peopleAddress(library, view.document.uri);
  if (people === null) return [];
  const found = peopleActions(view, toSpan(view.lines, range), pathFrom(people, view.document.uri));
  const kept = library.people.get(people);
  if (found.length > 0 && kept && !kept.file.isWhole) return refusal(client);
  const canWait = client.textDocument?.codeAction?.resolveSupport?.properties.includes('edit');
  return found.flatMap(({ title, change }) => {
    const data: Unresolved = { people, change };
    const action: CodeAction = { title, kind: peopleActionKind, data };
    if (canWait) return [action];
    const resolved = resolvePeopleAction(library, action, client);
    return resolved.edit ? [resolved] : [];
  });
}

export function resolvePeopleAction(library: Library, action: CodeAction, client: ClientCapabilities): CodeAction {
  if (!isUnresolved(action.data)) return action;
  const { people, change } = action.data;
  const kept = library.people.get(people);
  const edits = editsFor(kept?.text ?? '', change);
  if (!edits) return action;
  const command = { title: action.title, command: peopleWritten, arguments: [clientUri(library, people), !kept] };
  return {
    ...action,
    edit: editOfFiles(library, [{ uri: people, edits }], client),
    ...(hasCommand(client, peopleWritten) && { command }),
  };
}

/** Nothing is written into a file with errors. */
function refusal(client: ClientCapabilities): CodeAction[] {
  if (!client.textDocument?.codeAction?.disabledSupport) return [];
  const disabled = { reason: 'people.yaml has errors: mend them first.' };
  return [{ title: 'Say who this is', kind: peopleActionKind, disabled }];
}

function isUnresolved(data: unknown): data is Unresolved {
  return typeof data === 'object' && data !== null && 'people' in data && 'change' in data;
}
