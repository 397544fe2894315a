import { corpusMapInSteps } from '../../features/corpusMap.ts';
import { addressOf } from '../addresses.ts';
import type { Feature } from '../feature.ts';
import { inCorpus, speakersKnown } from '../gathering.ts';
import { numberIn, paramsOf, textIn } from '../params.ts';
import { type CorpusMap, corpusMapRequest } from '../views.ts';

export const corpusMap: Feature = {
  capability: () => ({ experimental: { readoutCorpusMap: true } }),
  listen: (connection, { library, answering, host }) =>
    connection.onRequest<CorpusMap, never>(
      corpusMapRequest,
      answering.fromFiles(async (sent: unknown, token): Promise<CorpusMap | null> => {
        const params = paramsOf(sent);
        const document = textIn(params, 'document');
        if (!(await speakersKnown(library, host, document, token))) return null;
        const query = {
          name: textIn(params, 'name') ?? '',
          ...(document !== undefined && { document: addressOf(document) }),
          offset: numberIn(params, 'offset', 0),
          limit: numberIn(params, 'limit', 25, 60),
        };
        return inCorpus(library, host, corpus => corpusMapInSteps(corpus, query), token);
      }),
    ),
};
