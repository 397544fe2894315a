import type { CallHierarchyIncomingCall, CallHierarchyItem, CallHierarchyOutgoingCall } from 'vscode-languageserver';
import {
  type Call,
  incomingCalls,
  outgoingCalls,
  type Party,
  callHierarchy as partiesAt,
  partyCalled,
} from '../../features/callHierarchy.ts';
import { addressOf, fileName } from '../addresses.ts';
import { toOffset, toRange } from '../convert.ts';
import type { Feature } from '../feature.ts';
import { entityKinds } from '../kinds.ts';
import { clientUri, type Library, view } from '../library.ts';

export const callHierarchy: Feature = {
  capability: () => ({ callHierarchyProvider: true }),
  listen: (connection, { library, answering }) => {
    const calls = (of: typeof incomingCalls, item: CallHierarchyItem): (readonly [Call, CallHierarchyItem])[] => {
      // An open document is read as it stands now before the corpus is asked.
      view(library, item.uri);
      const asked = partyCalled(library.corpus, addressOf(item.uri), item.name, item.data?.entityId);
      if (!asked) return [];
      return of(library.corpus, asked).flatMap(call =>
        toItem(library, call.party).map(party => [call, party] as const),
      );
    };
    const rangesIn = (uri: string, { ranges }: Call) => {
      const facts = library.corpus.documents.get(uri);
      return facts ? ranges.map(range => toRange(facts, range)) : [];
    };
    connection.languages.callHierarchy.onPrepare(
      answering.aboutDocument((seen, { position }) =>
        partiesAt(seen, toOffset(seen.lines, position)).flatMap(party => toItem(library, party)),
      ),
    );
    connection.languages.callHierarchy.onIncomingCalls(
      answering.aboutWorkspace(({ item }: { item: CallHierarchyItem }): CallHierarchyIncomingCall[] =>
        calls(incomingCalls, item).map(([call, from]) => ({ from, fromRanges: rangesIn(call.party.uri, call) })),
      ),
    );
    connection.languages.callHierarchy.onOutgoingCalls(
      answering.aboutWorkspace(({ item }: { item: CallHierarchyItem }): CallHierarchyOutgoingCall[] =>
        calls(outgoingCalls, item).map(([call, to]) => ({ to, fromRanges: rangesIn(addressOf(item.uri), call) })),
      ),
    );
  },
};

function toItem(library: Library, party: Party): CallHierarchyItem[] {
  const facts = library.corpus.documents.get(party.uri);
  if (!facts) return [];
  const range = toRange(facts, party);
  return [
    {
      name: party.name,
      kind: entityKinds[party.type],
      detail: [party.detail, fileName(party.uri)].filter(Boolean).join(' · '),
      uri: clientUri(library, party.uri),
      range,
      selectionRange: range,
      data: { entityId: party.entityId },
    },
  ];
}
