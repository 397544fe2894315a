import type { ClientCapabilities } from 'vscode-languageserver';

/** Whether a client says that it has a command that is no part of the protocol. */
export function hasCommand(client: ClientCapabilities, command: string): boolean {
  const commands: unknown = client.experimental?.commands;
  return Array.isArray(commands) && commands.includes(command);
}
