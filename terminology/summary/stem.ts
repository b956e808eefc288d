import { foldKey } from '../lexicon/fold';

const SHORTEST = 5;
const ENDINGS =
  /(?:atiques?|iques?|aires?|euses?|eux|elles?|els?|ales?|al|ifs?|ives?|ements?|ations?|ions?|antes?|ants?|ees?|ies?|er|es?|s|x)$/;
const REMEMBERED = 20_000;
const remembered = new Map<string, string>();

/** What words of one family share: "hépatique" and "hépatiques", "infecté" and "infection". A key to compare, not a root. */
export function stem(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  if (remembered.size >= REMEMBERED) remembered.clear();
  const key = foldKey(word);
  const bare = key.replace(ENDINGS, '');
  const stemmed = bare.length >= SHORTEST ? bare : key.length > 3 ? key.replace(/e$/, '') : key;
  remembered.set(word, stemmed);
  return stemmed;
}
