/** What has been found out of a stretch of text by itself. It stays with the stretch when an edit elsewhere moves it. */
export type Known = unknown[];

/** Makes functions that look at each stretch of one sort once: what they find must depend on the stretch's own words alone. */
export function remembering<S extends { readonly known: Known }>() {
  let functions = 0;
  return <T extends NonNullable<unknown> | null>(find: (stretch: S) => T): ((stretch: S) => T) => {
    const place = functions++;
    return stretch => {
      const found = stretch.known[place] as T | undefined;
      if (found !== undefined) return found;
      const finding = find(stretch);
      stretch.known[place] = finding;
      return finding;
    };
  };
}
