/** Puts œ and æ where a known word has them: "oedème" → "œdème", "caecum" → "cæcum". */
export const withLigatures = (word: string, isWord: (form: string) => boolean): string =>
  /oe|oë|ae/.test(word)
    ? word
        .split('-')
        .map((part) => ligatured(part, isWord))
        .join('-')
    : word;

function ligatured(word: string, isWord: (form: string) => boolean): string {
  if (isWord(word) || !/oe|oë|ae/.test(word)) return word;
  const variants = [word.replace('oe', 'œ'), word.replace('oë', 'œ'), word.replace('ae', 'æ')];
  return variants.find((form) => form !== word && (isWord(form) || isWord(`${form}s`))) ?? word;
}
