import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { addressOf, fileName } from './addresses.ts';
import type { Library } from './library.ts';

/** Says of an open document that is too long to be read in full what is missing, once for as long as the server runs. */
export function createLongNotice(connection: Connection, library: Library): (uri: string) => void {
  const said = new Set<string>();
  return uri => {
    const address = addressOf(uri);
    if (said.has(address) || library.unread.get(address)?.reason !== 'long') return;
    said.add(address);
    const message = `${fileName(uri)} is longer than 5 MB. Readout reads its layout and finds the problems of its separators; who speaks and who is meant is not read.`;
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  };
}
