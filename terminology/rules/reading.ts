import { fold } from '../lexicon/fold';
import type { TermMatch } from '../lexicon/match';
import type { Knowledge } from './knowledge';
import { quantitiesIn, type Quantity } from './quantities';
import type { ReportParagraph, Stretch } from './report';
import { sectionOf, type SectionTitle } from './section';

/** A word or a number. Elided words and parts of compounds are words of their own: "d'", "à", "demi" → "d", "demi". */
export interface ReadWord {
  readonly text: string;
  /** Folded: no case, no accents. */
  readonly key: string;
  readonly from: number;
  readonly to: number;
  /** What stands between this word and the one before it. */
  readonly gap: string;
  /** Counted from 0; a full stop, a line break and the like end one. */
  readonly sentence: number;
  /** Counted from 0; also ended by commas, colons, semicolons and brackets. */
  readonly clause: number;
  /** Value of a number in figures. */
  readonly value?: number;
  readonly stretch?: Stretch;
}

/** A paragraph as all rules read it; computed once for each version. */
export interface ReadParagraph extends ReportParagraph {
  /** The text with what was struck blotted out by spaces: same length, same offsets. */
  readonly text: string;
  readonly words: readonly ReadWord[];
  readonly quantities: readonly Quantity[];
  readonly terms: readonly TermMatch[];
  /** The title that opens the paragraph, alone or before a colon. */
  readonly title: SectionTitle | undefined;
}

const WORD = /\d+(?:[ \u00a0\u202f]\d{3}(?!\d))*(?:[.,]\d+)?|[\p{L}\p{M}]+|\d+/gu;
const ENDS_SENTENCE = /[.!?…\n](?:["»”)\]]*\s|$)|[\n!?…]|^\s*[.]\s*\p{L}/u;
const ENDS_CLAUSE = /[,;:()[\]–—]| -\s/;
/** Short forms whose full stop ends nothing. */
const DOTTED = new Set([
  'm',
  'mm',
  'mr',
  'mme',
  'mlle',
  'dr',
  'drs',
  'pr',
  'cf',
  'ex',
  'env',
  'vs',
  'st',
]);

function blotted({ text, stretches }: ReportParagraph): string {
  let shown = text;
  for (const { from, to, isStruck } of stretches)
    if (isStruck) shown = shown.slice(0, from) + ' '.repeat(to - from) + shown.slice(to);
  return shown;
}

/** "4 000" → 4000, "1,2" → 1.2; a point is read as a comma, but before three figures ("27.690"). */
const valueOf = (text: string): number =>
  /^[1-9]\d{0,2}\.\d{3}$/.test(text)
    ? Number(text.replace('.', ''))
    : Number(text.replace(/[ \u00a0\u202f]/g, '').replace(',', '.'));

function wordsOf(text: string, stretches: readonly Stretch[]): ReadWord[] {
  const words: ReadWord[] = [];
  let [end, sentence, clause, at] = [0, 0, 0, 0];
  for (const match of text.matchAll(WORD)) {
    const from = match.index;
    const to = from + match[0].length;
    const gap = text.slice(end, from);
    const isDotted = /^\.\s/.test(gap) && DOTTED.has(words.at(-1)?.key ?? '');
    if (words.length > 0 && ENDS_SENTENCE.test(gap) && !isDotted)
      [sentence, clause] = [sentence + 1, clause + 1];
    else if (words.length > 0 && ENDS_CLAUSE.test(gap)) clause += 1;
    while ((stretches[at]?.to ?? Infinity) <= from) at += 1;
    const stretch = stretches[at];
    words.push({
      text: match[0],
      key: fold(match[0]),
      from,
      to,
      gap,
      sentence,
      clause,
      ...(/^\d/.test(match[0]) && { value: valueOf(match[0]) }),
      ...(stretch && stretch.from < to && { stretch }),
    });
    end = to;
  }
  return words;
}

/** Reads a paragraph once for all rules; without knowledge, no terms are found. */
export function readParagraph(
  paragraph: ReportParagraph,
  knowledge: Knowledge | undefined,
): ReadParagraph {
  const text = blotted(paragraph);
  const words = wordsOf(text, paragraph.stretches);
  return {
    ...paragraph,
    text,
    words,
    quantities: quantitiesIn(text, words),
    terms: knowledge?.matcher.match(text) ?? [],
    title: sectionOf(paragraph.kind, text),
  };
}
