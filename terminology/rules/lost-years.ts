import type { ReadParagraph, ReadWord } from './reading';
import type { Found, ParagraphRule } from './rule';

const OLDEST = 120;
/** Of the sound of "ans", or nearly. */
const SOUNDS_LIKE_YEARS = /^(?:en|an|ont|on)$/;
/** Behind these a figure counts time. */
const COUNTS_TIME = /^(?:depuis|dans|pendant|durant)$/;
const PERSON =
  /^(?:patiente?|homme|femme|garcon|fille|fillette|enfant|sujet|monsieur|madame|mme|mr|m|agee?)$/;
/** Words from a person to the age. */
const REACH = 3;
const CLOSES = /^\s*[,.;:)]/;
const CLOSING_COMMAND = /^(?:virgule|point)$/;

/** "patiente de 80 en", "depuis 3 en", "72 en, pour": what stands before the word, or behind it, asks for "ans". */
function asksForYears({ words, text }: ReadParagraph, at: number): boolean {
  const [number, word, next] = [words[at - 1], words[at], words[at + 1]];
  if (!number || !word) return false;
  const before = words.slice(Math.max(0, at - 2 - REACH), at - 1);
  const isSame = (other: ReadWord): boolean => other.sentence === number.sentence;
  const last = before.at(-1);
  const isAge = last?.key === 'de' && before.some((one) => isSame(one) && PERSON.test(one.key));
  const isOver = word.key === 'en' && (!next || CLOSES.test(text.slice(word.to)));
  return (
    isAge ||
    (last !== undefined && isSame(last) && COUNTS_TIME.test(last.key)) ||
    isOver ||
    (word.key === 'en' && CLOSING_COMMAND.test(next?.key ?? ''))
  );
}

function foundIn(paragraph: ReadParagraph): Found[] {
  return paragraph.words.flatMap((word, at): Found[] => {
    const value = paragraph.words[at - 1]?.value;
    if (value === undefined || value > OLDEST || !Number.isInteger(value)) return [];
    if (!SOUNDS_LIKE_YEARS.test(word.key) || !/^[ \u00a0\u202f]$/.test(word.gap)) return [];
    if (!asksForYears(paragraph, at)) return [];
    const { from, to, text } = word;
    return [
      {
        from,
        to,
        risk: 3,
        message: `« ${String(value)} ${text} » : sans doute « ${String(value)} ans ».`,
        doubt: 0.9,
        fixes: [{ text: 'ans' }],
      },
    ];
  });
}

/** "ans" written as another word of its sound. */
export const lostYears: ParagraphRule = { name: 'lost-years', check: foundIn };
