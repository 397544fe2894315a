/** Addresses in the order in which they were added, each once. */
export interface Queue {
  readonly size: number;
  has(address: string): boolean;
  add(address: string): void;
  delete(address: string): boolean;
  /** The first one, which is in it no more; null where there is none. */
  take(): string | null;
  clear(): void;
  [Symbol.iterator](): IterableIterator<string>;
}

export function createQueue(): Queue {
  const addresses = new Set<string>();
  // Kept from one to the next: a set remembers for a while what was taken out of it, and would be walked through from there.
  let following = addresses.values();
  return {
    get size() {
      return addresses.size;
    },
    has: address => addresses.has(address),
    add: address => void addresses.add(address),
    delete: address => addresses.delete(address),
    take: () => {
      if (addresses.size === 0) return null;
      let next = following.next();
      if (next.done) {
        following = addresses.values();
        next = following.next();
      }
      addresses.delete(next.value!);
      return next.value!;
    },
    clear: () => addresses.clear(),
    [Symbol.iterator]: () => addresses.values(),
  };
}
