import type { Word } from '../word';

/** A word of the transcript, or a part of one where recognition ran two words together ("sigmoïde.Laligne"). */
export interface Heard extends Word {
  /** This part follows the one before it without a space. */
  readonly glued?: true;
}

export type Gap = 'none' | 'narrow' | 'nobreak' | 'space';
export type Break = 'line' | 'paragraph';
export type Emphasis = 'bold' | 'italic' | 'underline' | 'capitals';
/** The risk classes of the product, 1 (identity) to 8 (form). */
export type Risk = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export type DoubtRule =
  | 'ambiguous-command'
  | 'ambiguous-number'
  | 'missing-number'
  | 'self-correction'
  | 'deleted-on-request'
  | 'impossible-date'
  | 'impossible-time'
  | 'unmatched-mark'
  | 'unfinished-command'
  | 'dangerous-abbreviation'
  | 'unclear-aside';

/** Something a person should look at; `message` is what they read. */
export interface Doubt {
  readonly rule: DoubtRule;
  readonly risk: Risk;
  readonly message: string;
}

export type Action =
  'break' | 'case' | 'emphasis' | 'spelling' | 'delete' | 'end' | 'insert' | 'pause';

/** What a piece is, with the value it carries. `values` are exact decimals with a point: "1.20". */
export type Body =
  | { readonly kind: 'word' }
  | { readonly kind: 'typography' }
  | { readonly kind: 'punctuation'; readonly mark: string }
  | { readonly kind: 'command'; readonly action: Action }
  | { readonly kind: 'number'; readonly values: readonly string[] }
  | { readonly kind: 'unit'; readonly values: readonly string[]; readonly unit: string }
  /** `iso`: a date (1968-03-12, --03-12, 2019-03), a time (07:30) or a duration (PT2H40M). */
  | { readonly kind: 'date'; readonly iso?: string }
  | { readonly kind: 'abbreviation'; readonly short: string; readonly long: string }
  | { readonly kind: 'section'; readonly section: string }
  | { readonly kind: 'correction' }
  | { readonly kind: 'note'; readonly note: string; readonly about: 'secretary' | 'copy' };

interface Common {
  readonly heard: readonly Heard[];
  readonly written: string;
  /** Probability in [0, 1] that the reading is the one meant; 1 for words left as heard. */
  readonly certainty: number;
  readonly before: Gap;
  readonly after: Gap;
  readonly breakBefore?: Break;
  readonly breakAfter?: Break;
  /** Abandoned by the speaker: shown struck, not part of the text, removed by a person only. */
  readonly struck?: true;
  readonly emphasis?: Emphasis;
  readonly doubts: readonly Doubt[];
}

/** What was heard and what is written in its place. The `heard` of all pieces, in order, is the transcript. */
export type Piece = Common & Body;
export type Kind = Body['kind'];

/** A doubt with the place of its piece. */
export interface SpokenFinding extends Doubt {
  readonly piece: number;
}

const GAPS: Readonly<Record<Gap, string>> = {
  none: '',
  narrow: '\u202f',
  nobreak: '\u00a0',
  space: ' ',
};
const TIGHTEST: readonly Gap[] = ['none', 'narrow', 'nobreak', 'space'];
const BREAKS: Readonly<Record<Break, string>> = { line: '\n', paragraph: '\n\n' };

/** What stands between two neighbours: the wider break, else the tighter gap. */
export function between(left: Piece, right: Piece): string {
  const breaks = [left.breakAfter, right.breakBefore];
  if (breaks.includes('paragraph')) return BREAKS.paragraph;
  if (breaks.includes('line')) return BREAKS.line;
  const tight = Math.min(TIGHTEST.indexOf(left.after), TIGHTEST.indexOf(right.before));
  return GAPS[TIGHTEST[tight] ?? 'space'];
}

const isEmpty = (piece: Piece): boolean => piece.written === '' && piece.breakAfter === undefined;

/** The report as text: struck words and notes left out, lines by "\n", paragraphs by an empty line. */
export function plainText(pieces: readonly Piece[]): string {
  const shown = pieces.filter((piece) => piece.struck !== true && !isEmpty(piece));
  let text = '';
  shown.forEach((piece, index) => {
    const previous = shown[index - 1];
    const joint = previous === undefined ? '' : between(previous, piece);
    text = joint.startsWith('\n') ? mergeBreaks(text, joint) : text + joint;
    text += piece.written;
  });
  const last = shown.at(-1)?.breakAfter;
  return last === undefined ? text : mergeBreaks(text, BREAKS[last]);
}

/** "point à la ligne" followed by "nouveau paragraphe" is one empty line, not two. */
function mergeBreaks(text: string, joint: string): string {
  const standing = /\n*$/.exec(text)?.[0].length ?? 0;
  return text.slice(0, text.length - standing) + '\n'.repeat(Math.max(standing, joint.length));
}

/** The transcript, word for word. */
export function heardText(pieces: readonly Piece[]): string {
  let text = '';
  for (const word of pieces.flatMap(({ heard }) => heard)) {
    text += text === '' || word.glued === true ? word.text : ` ${word.text}`;
  }
  return text;
}

/** A word exactly as heard: what undo puts back. */
const asHeard = (word: Heard): Piece => ({
  kind: 'word',
  heard: [word],
  written: word.text,
  certainty: 1,
  before: word.glued === true ? 'none' : 'space',
  after: 'space',
  doubts: [],
});

/** Puts the heard words of one piece back in its place; a piece nobody said is removed. */
export function restore(pieces: readonly Piece[], index: number): Piece[] {
  return pieces.flatMap((piece, at) => (at === index ? piece.heard.map(asHeard) : [piece]));
}

/** All doubts in reading order. */
export const findingsOf = (pieces: readonly Piece[]): SpokenFinding[] =>
  pieces.flatMap(({ doubts }, piece) => doubts.map((doubt) => ({ ...doubt, piece })));
