/** Whether a short form can be made of a name's first letters: "IRGC" of "Iranian Revolutionary Guard Corps", also with letters left out. */
export function abbreviates(short: string, words: readonly string[]): boolean {
  const letters = short.toLowerCase().replace(/[^\p{L}]/gu, '');
  if (letters.length < 2 || letters.length > 10 || words.length < 2) return false;
  const initials = words.map((word) => word[0] ?? '').join('');
  if (initials.includes(letters)) return true;
  // Small words may be left out: every letter must begin a word, in order, and the first must be the first.
  let at = 0;
  for (const letter of letters) {
    const found = initials.indexOf(letter, at);
    if (found === -1) return false;
    at = found + 1;
  }
  return initials[0] === letters[0];
}
