import type { Message, ResponseMessage } from 'vscode-languageserver';

/**
 * Marks an answer as one whose parts come again, the same objects, in later answers: what was written of them is kept as long as
 * they are. They must not change.
 */
export function madeOfParts<T extends object>(answer: readonly T[]): T[] {
  marked.add(answer);
  return answer as T[];
}

/** The bytes of a message, as JSON in UTF-8. */
export function written(message: Message): Uint8Array {
  const { id, result } = message as Partial<ResponseMessage>;
  if (typeof result !== 'object' || !marked.has(result as object)) return utf8.encode(JSON.stringify(message));
  const head = utf8.encode(`{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":`);
  const answer = writtenParts(result as readonly object[]);
  const whole = new Uint8Array(head.length + answer.length + 1);
  whole.set(head);
  whole.set(answer, head.length);
  whole[whole.length - 1] = byteOf('}');
  return whole;
}

const marked = new WeakSet<object>();
const utf8 = new TextEncoder();
const byteOf = (sign: string) => sign.charCodeAt(0);

/** The bytes of answers, and of their parts, which are stretches of these. */
const bytes = new WeakMap<object, Uint8Array>();

function writtenParts(answer: readonly object[]): Uint8Array {
  const known = bytes.get(answer);
  if (known) return known;
  const parts = answer.map(part => bytes.get(part) ?? utf8.encode(JSON.stringify(part)));
  const length = parts.reduce((sum, part) => sum + part.length + 1, 1);
  const whole = new Uint8Array(Math.max(2, length));
  let at = 0;
  whole[at++] = byteOf('[');
  parts.forEach((part, i) => {
    whole.set(part, at);
    // What they were stretches of can go.
    bytes.set(answer[i] as object, whole.subarray(at, at + part.length));
    at += part.length;
    whole[at++] = byteOf(',');
  });
  whole[whole.length - 1] = byteOf(']');
  bytes.set(answer, whole);
  return whole;
}
