/** A name as it is compared: without accents, case, curly apostrophes and doubled spaces. */
export function keyOf(name: string): string {
  const plain = /^[\x20-\x7e]*$/.test(name)
    ? name
    : name
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .replace(/[’‘]/g, "'")
        .replace(/[‐‑–]/g, '-')
        .replace(/ı/g, 'i')
        .replace(/ł/gi, 'l')
        .replace(/ø/gi, 'o')
        .replace(/đ/gi, 'd');
  return plain.replace(/\s+/g, ' ').toLowerCase();
}
