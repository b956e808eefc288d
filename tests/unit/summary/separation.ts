/**
 * A second look at lines, independent of the code that makes them: what of its sentence a line may not lose. Plain text and
 * regular expressions only; nothing of `terminology/` is used.
 */

const plain = (text: string): string => text.replaceAll('’', "'").toLowerCase();

/** Whether `line` is `sentence` with letters left out. */
export function isSubsequence(line: string, sentence: string): boolean {
  let at = 0;
  for (const letter of line) {
    at = sentence.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

const words = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words before and after each match, as far as they are told. */
function neighbours(
  text: string,
  pattern: RegExp,
): { match: string; before: string; after: string }[] {
  return [...plain(text).matchAll(pattern)].map((found) => ({
    match: found[0],
    before: words(plain(text).slice(0, found.index)).at(-1) ?? '',
    after: words(plain(text).slice(found.index + found[0].length))[0] ?? '',
  }));
}

const NEGATION = /(?<![\p{L}])(?:pas|sans|aucune?|ni|non|absence|jamais)(?![\p{L}])/gu;
const SIDE = /(?<![\p{L}])(?:droite?s?|gauches?)(?![\p{L}])/gu;
const DOUBT =
  /(?<![\p{L}])(?:probables?|possibles?|suspecte?s?|suspicion|suspectée?s?|évoqu\p{L}+|éventuel\p{L}*)(?![\p{L}])/gu;
const DOSE = /\d+(?:[.,]\d+)?\s?(?:mg|µg|g|kg|ml|cc|l|mm|cm|%|ui|mmol|µmol|°c)(?![\p{L}])/gu;

/** What the line took from its noun, in words for the message of a test. */
export function separations(line: string, sentence: string): string[] {
  const problems: string[] = [];
  const kept = neighbours(line, SIDE);
  for (const { match, before } of neighbours(sentence, SIDE)) {
    const isThere = kept.some((other) => other.match === match && other.before === before);
    if (words(line).includes(before) && !isThere && before.length > 3 && isOnce(before, sentence))
      problems.push(`side "${match}" of "${before}"`);
    if (
      !isThere &&
      words(line).filter((word) => word === match).length > sideCount(sentence, match)
    )
      problems.push(`side "${match}" without "${before}"`);
  }
  for (const pattern of [NEGATION, DOUBT]) {
    for (const { match, after } of neighbours(sentence, pattern)) {
      if (after.length < 4 || !isOnce(after, sentence) || !words(line).includes(after)) continue;
      if (
        !neighbours(line, pattern).some((other) => other.match === match && other.after === after)
      )
        problems.push(`"${match}" of "${after}"`);
    }
    for (const { match, after } of neighbours(line, pattern))
      if (
        !neighbours(sentence, pattern).some(
          (other) => other.match === match && other.after === after,
        ) &&
        after !== ''
      )
        problems.push(`"${match}" given to "${after}"`);
  }
  for (const { match, before } of neighbours(line, DOSE))
    if (
      !neighbours(sentence, DOSE).some((other) => other.match === match && other.before === before)
    )
      problems.push(`dose "${match}" given to "${before}"`);
  return problems;
}

const isOnce = (word: string, text: string): boolean =>
  words(text).filter((other) => other === word).length === 1;
const sideCount = (text: string, side: string): number =>
  words(text).filter((word) => word === side).length;

const HANGING =
  /^(?:il|elle|ils|elles|ce|c'|cela|ceci|celui|celle|ceux|celles|cet|cette|ces|lui|leur|y|se|s'|et|ou|mais|or|donc|car|ni|que|qu'|qui|dont|où|puis|ainsi|alors|laquelle|lequel)(?:[^\p{L}]|$)/u;

/** Starts with a pronoun or conjunction that stands for something the line does not say. */
export const hangs = (line: string): boolean => HANGING.test(plain(line));
