// Copying statements with who said them, when and where, one or many at once.
import * as vscode from 'vscode';
import type { StatementItem } from '../../server/src/protocol/views.ts';
import { citation } from './citation.ts';
import { statementsInWords } from './listing.ts';
import { fileOf } from './places.ts';
import type { Server } from './server.ts';
import type { SpeakersList, SpeakersNode } from './speakersView.ts';
import { type StatementList, type StatementsNode, statementsShown } from './statementsView.ts';

type Node = SpeakersNode | StatementsNode;

/** More would be no list of statements but a corpus, for which there is the command line. */
const mostAtOnce = 5000;

export function registerCopying(server: Server, speakers: SpeakersList, list: StatementList): vscode.Disposable {
  const copy = async (statements: readonly StatementItem[], write: (statement: StatementItem) => string) => {
    if (statements.length === 0) {
      await vscode.window.showInformationMessage(vscode.l10n.t('Select the statements to copy first.'));
      return;
    }
    await vscode.env.clipboard.writeText(`${statements.map(write).join('\n\n')}\n`);
    vscode.window.setStatusBarMessage(vscode.l10n.t('Copied {0}', statementsInWords(statements.length)), 4000);
  };
  const cited = (statement: StatementItem) => citation(statement, fileOf(statement.uri), vscode.env.language);
  // From a menu come the item under the mouse and all that are selected; from a key, the view that has the focus.
  const chosen = (from?: Node | 'speakers', nodes?: readonly Node[]) => {
    const selected = from === 'speakers' ? speakers.selection : list.selection;
    const meant: readonly Node[] = nodes ?? (from && from !== 'speakers' ? [from] : selected);
    return meant.flatMap(item => (item.kind === 'statement' ? [item.statement] : []));
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('readout.copyWithCitation', (from?: Node | 'speakers', nodes?: Node[]) =>
      copy(chosen(from, nodes), cited),
    ),
    vscode.commands.registerCommand('readout.copyText', (from?: Node | 'speakers', nodes?: Node[]) =>
      copy(chosen(from, nodes), ({ text }) => text),
    ),
    vscode.commands.registerCommand('readout.copyAll', async () =>
      copy((await statementsShown(server, list.params(), mostAtOnce)).statements, cited),
    ),
  );
}
