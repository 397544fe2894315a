/** What is made when it is first asked for, and then kept: a server answers its client before it has anything to read. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
