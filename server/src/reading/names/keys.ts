/** A name as it is compared: without accents, case, curly apostrophes and doubled spaces. */
export function keyOf(name: string): string {
  return isPlain(name) ? name.toLowerCase() : fold(name).replace(/\s+/g, ' ').toLowerCase();
}

/** ASCII without doubled spaces, as most names are. */
export function isPlain(name: string): boolean {
  let before = 0;
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    if (code > 126 || code < 32 || (code === 32 && before === 32)) return false;
    before = code;
  }
  return true;
}

/** Letters that no decomposition takes apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  '’': "'",
  '‘': "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
};

function fold(name: string): string {
  const bare = name.normalize('NFD').replace(/\p{M}+/gu, '');
  return bare.replace(/[ıłŁøØđĐ’‘‐‑–]/g, letter => LETTERS[letter] ?? letter);
}
