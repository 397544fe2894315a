/** The text of a file as an editor shows it: without byte order mark. Null for what is no text. */
export function decode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return isText(bytes) ? new TextDecoder().decode(bytes) : null;
}

/** A NUL byte near the start of a file says that it is no text, the sign that Git and grep go by as well. */
export function isText(bytes: Uint8Array): boolean {
  return !bytes.subarray(0, 8192).includes(0);
}
