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
import { documentKnown } from '../gathering.ts';
import { entityKinds } from '../kinds.ts';
import { clientUri, type Library } from '../library.ts';

interface Asked {
  readonly item: CallHierarchyItem;
}

export const callHierarchy: Feature = {
  capability: () => ({ callHierarchyProvider: true }),
  listen: (connection, { library, answering, host }) => {
    const calls = (of: typeof incomingCalls, item: CallHierarchyItem): (readonly [Call, CallHierarchyItem])[] => {
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
      answering.fromFiles(
        async ({ item }: Asked, token): Promise<CallHierarchyIncomingCall[] | null> =>
          (await documentKnown(library, host, item.uri, token))
            ? calls(incomingCalls, item).map(([call, from]) => ({ from, fromRanges: rangesIn(call.party.uri, call) }))
            : null,
      ),
    );
    connection.languages.callHierarchy.onOutgoingCalls(
      answering.fromFiles(
        async ({ item }: Asked, token): Promise<CallHierarchyOutgoingCall[] | null> =>
          (await documentKnown(library, host, item.uri, token))
            ? calls(outgoingCalls, item).map(([call, to]) => ({ to, fromRanges: rangesIn(addressOf(item.uri), call) }))
            : null,
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
