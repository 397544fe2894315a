/** Those in the folder of an open document first, then those the fewest steps between folders away, else as they are. */
export function nearestFirst(addresses: readonly string[], open: readonly string[]): readonly string[] {
  if (open.length === 0) return addresses;
  const distances = new Map<string, number>();
  const distanceOf = (address: string) => {
    const folder = folderOf(address);
    const known = distances.get(folder);
    if (known !== undefined) return known;
    const distance = Math.min(...open.map(document => stepsBetween(folder, folderOf(document))));
    distances.set(folder, distance);
    return distance;
  };
  return addresses.toSorted((a, b) => distanceOf(a) - distanceOf(b));
}

function folderOf(address: string): string {
  return address.slice(0, address.lastIndexOf('/') + 1);
}

/** Up from one folder and down to the other. */
function stepsBetween(a: string, b: string): number {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared++;
  const split = a.lastIndexOf('/', shared - 1) + 1;
  return depth(a.slice(split)) + depth(b.slice(split));
}

function depth(path: string): number {
  return path.split('/').length - 1;
}
