/** A path or a text for a terminal: characters that would move the cursor or turn the text around are written as `\u{…}`. */
export function shown(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    character => `\\u{${character.charCodeAt(0).toString(16)}}`,
  );
}
