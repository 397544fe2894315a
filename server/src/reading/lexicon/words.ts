/** The words of a list that is written as running text. */
export function words(list: string): readonly string[] {
  return list.trim().split(/\s+/);
}

/** The entries of a list with one entry a line, or several set apart by commas. */
export function phrases(list: string): readonly string[] {
  return list
    .split(/[\n,]/)
    .map(phrase => phrase.trim())
    .filter(phrase => phrase !== '');
}
