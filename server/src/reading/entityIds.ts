/** Ids of entities, apart for each document of a text: "e3" in the first, "d2.e3" in the second. */

/** The id that an entity of a document has in the whole text; `place` is the document's among those of the text, from 0. */
export function idInText(id: string, place: number): string {
  return place === 0 ? id : `d${place + 1}.${id}`;
}

/** The place, from 0, of the document that an entity of a text belongs to. */
export function placeOfDocument(id: string): number {
  const number = /^d(\d+)\./.exec(id)?.[1];
  return number === undefined ? 0 : Number(number) - 1;
}
