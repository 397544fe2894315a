const bufferLength = 1 << 20;

/** Puts a copy of bytes where it can stay, and gives what takes them out again. */
export type Keep = (bytes: Uint8Array) => () => Uint8Array;

/** Keeps many small runs of bytes in few large buffers: in a buffer each, they would lie scattered over the memory. */
export function createPile(): Keep {
  let buffer = new Uint8Array(0);
  let used = 0;
  return bytes => {
    if (bytes.length > bufferLength / 4) {
      const alone = bytes.slice();
      return () => alone;
    }
    if (bytes.length > buffer.length - used) {
      buffer = new Uint8Array(ownPages(bufferLength));
      used = 0;
    }
    buffer.set(bytes, used);
    used += bytes.length;
    const kept = buffer.subarray(used - bytes.length, used);
    // A copy is given, since a browser decodes no text that lies in a buffer which could grow.
    return () => kept.slice();
  };
}

/** A buffer that could grow has pages of its own, which the machine has back with it; others lie among what stays. */
function ownPages(length: number): ArrayBuffer {
  return new ArrayBuffer(length, { maxByteLength: length });
}
