import {
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensDelta,
  SemanticTokensDeltaRequest,
  type SemanticTokensEdit,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver';
import {
  hasTooManyTokens,
  mostTokens,
  type SemanticToken,
  tokenModifiers,
  semanticTokensInSteps as tokensInSteps,
  semanticTokens as tokensOf,
  tokenTypes,
} from '../../features/semanticTokens.ts';
import type { Reading } from '../../reading/model.ts';
import { toPosition, toSpan } from '../convert.ts';
import type { Feature } from '../feature.ts';
import type { Buffer, View } from '../library.ts';

/** The tokens of a buffer as it was last asked about. */
interface Result {
  readonly resultId: string;
  readonly reading: Reading;
  /** Keeps the data, for the next result to differ from. */
  readonly builder: SemanticTokensBuilder;
  readonly data: number[];
  /** From the result before, whose id is `previousId`. */
  readonly edits: SemanticTokensEdit[];
  readonly previousId: string | null;
}

export const semanticTokens: Feature = {
  capability: () => ({
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: { delta: true },
      range: true,
    },
  }),
  listen: (connection, { library, answering }) => {
    const results = new WeakMap<Buffer, Result>();
    /** Those that have turned out to have too many tokens. */
    const tooLong = new WeakSet<Reading>();
    /** Made in steps for an answer that follows. */
    const prepared = new WeakMap<Reading, readonly SemanticToken[]>();
    let numbered = 0;

    function* prepare(view: View): Generator<void, void, void> {
      const { reading } = view.document;
      if (results.get(library.buffers.get(view.document.uri)!)?.reading === reading || tooLong.has(reading)) return;
      if (hasTooManyTokens(view.document)) tooLong.add(reading);
      yield;
      if (!tooLong.has(reading)) prepared.set(reading, yield* tokensInSteps(view));
    }

    /** Null for a document with too many tokens: an editor then asks for those of the range that it shows. */
    const resultFor = (view: View): Result | null => {
      const buffer = library.buffers.get(view.document.uri)!;
      const { reading } = view.document;
      const last = results.get(buffer);
      if (last?.reading === reading) return last;
      if (tooLong.has(reading)) return null;
      const tokens = prepared.get(reading) ?? tokensOf(view);
      prepared.delete(reading);
      if (tokens.length > mostTokens) {
        tooLong.add(reading);
        return null;
      }
      const builder = last?.builder ?? new SemanticTokensBuilder();
      builder.previousResult(builder.id);
      push(builder, view, tokens);
      const { edits } = builder.buildEdits() as { edits: SemanticTokensEdit[] };
      const { data } = builder.build();
      const resultId = String(++numbered);
      const result = { resultId, reading, builder, data, edits, previousId: last?.resultId ?? null };
      results.set(buffer, result);
      return result;
    };

    connection.onRequest(
      SemanticTokensRequest.type,
      answering.aboutDocument(
        (view): SemanticTokens | null => {
          const result = resultFor(view);
          return result && { resultId: result.resultId, data: result.data };
        },
        null,
        prepare,
      ),
    );
    connection.onRequest(
      SemanticTokensDeltaRequest.type,
      answering.aboutDocument(
        (view, { previousResultId }): SemanticTokens | SemanticTokensDelta | null => {
          const result = resultFor(view);
          if (!result) return null;
          const { resultId, previousId, data, edits } = result;
          if (previousResultId === resultId) return { resultId, edits: [] };
          return previousResultId === previousId ? { resultId, edits } : { resultId, data };
        },
        null,
        prepare,
      ),
    );
    connection.onRequest(
      SemanticTokensRangeRequest.type,
      answering.aboutDocument((view, { range }): SemanticTokens => {
        const builder = new SemanticTokensBuilder();
        push(builder, view, tokensOf(view, toSpan(view.lines, range)).slice(0, mostTokens));
        return builder.build();
      }),
    );
  },
};

function push(builder: SemanticTokensBuilder, { lines }: View, tokens: readonly SemanticToken[]): void {
  for (const { start, end, type, modifiers } of tokens) {
    const { line, character } = toPosition(lines, start);
    const bits = modifiers.reduce((sum, modifier) => sum | (1 << tokenModifiers.indexOf(modifier)), 0);
    builder.push(line, character, end - start, tokenTypes.indexOf(type), bits);
  }
}
