import { named, ordered, type Speaker, type SpeakerOrder, speakers as speakersIn } from '../../features/speakers.ts';
import { addressOf } from '../addresses.ts';
import type { Feature } from '../feature.ts';
import { speakersKnown } from '../gathering.ts';
import { numberIn, type Params, paramsOf, textIn } from '../params.ts';
import { type SpeakerItem, type SpeakersPage, speakersRequest } from '../views.ts';

export const speakers: Feature = {
  capability: () => ({ experimental: { readoutSpeakers: true } }),
  listen: (connection, { library, answering, host }) =>
    connection.onRequest<SpeakersPage, never>(
      speakersRequest,
      answering.fromFiles(async (sent: unknown, token): Promise<SpeakersPage | null> => {
        const params = paramsOf(sent);
        const document = textIn(params, 'document');
        if (!(await speakersKnown(library, host, document, token))) return null;
        const all = speakersIn(library.corpus, document === undefined ? null : addressOf(document));
        const found = ordered(named(all, textIn(params, 'name') ?? ''), orderIn(params));
        const offset = numberIn(params, 'offset', 0);
        const page = found.slice(offset, offset + numberIn(params, 'limit', 100, 500));
        return { total: found.length, speakers: page.map(toItem) };
      }),
    ),
};

function orderIn(params: Params): SpeakerOrder {
  const order = textIn(params, 'order');
  return order === 'name' || order === 'date' ? order : 'statements';
}

function toItem({ parts: _, ...told }: Speaker): SpeakerItem {
  return told;
}
