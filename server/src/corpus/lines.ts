import { firstWhere } from '../reading/search.ts';

/** Where each line starts, in UTF-16 code units; the first is 0. Lines end at \n, \r\n or a lone \r, as in the protocol. */
export function lineStartsOf(text: string): Int32Array {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return Int32Array.from(starts);
  }
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 13 && text.charCodeAt(at + 1) === 10) continue;
    if (unit === 10 || unit === 13) starts.push(at + 1);
  }
  return Int32Array.from(starts);
}

/** The zero-based line that holds an offset; offsets past the end belong to the last line. */
export const lineAt = (lineStarts: Int32Array, offset: number): number =>
  Math.max(0, firstWhere(lineStarts.length, line => lineStarts[line]! > offset) - 1);
