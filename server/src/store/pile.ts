const bufferLength = 1 << 20;

/**
 * Keeps many small runs of bytes in few large buffers: in a buffer each, they would lie scattered over the memory.
 * @returns what gives a copy of such bytes, beside the copies that it has given before
 */
export function createPile(): (bytes: Uint8Array) => Uint8Array {
  let buffer = new Uint8Array(0);
  let used = 0;
  return bytes => {
    if (bytes.length > bufferLength / 4) return bytes.slice();
    if (bytes.length > buffer.length - used) {
      buffer = new Uint8Array(ownPages(bufferLength));
      used = 0;
    }
    buffer.set(bytes, used);
    used += bytes.length;
    return buffer.subarray(used - bytes.length, used);
  };
}

/** A buffer that could grow has pages of its own, which the machine has back with it; others lie among what stays. */
function ownPages(length: number): ArrayBuffer {
  return new ArrayBuffer(length, { maxByteLength: length });
}
