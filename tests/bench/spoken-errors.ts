import type { Piece } from '../../terminology/spoken';
import { plainSpaces } from './spoken-scoring';

/** What is on paper, in order: words with their sound, signs, line ends. */
interface Item {
  readonly text: string;
  /** Letters heard for it; empty for signs and line ends. */
  readonly said: string;
  /** Left or taken as plain words. */
  readonly word: boolean;
}

/** Accents count: a word heard without its accent is spelt wrong by recognition. */
const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}%]/gu, '');

function itemsOf(pieces: readonly Piece[]): Item[] {
  return pieces
    .filter(({ struck, kind }) => struck !== true && kind !== 'note')
    .flatMap((piece) => {
      const said = letters(piece.heard.map(({ text }) => text).join(''));
      const [, core = '', tail = ''] =
        /^([\s\S]*?)([.,;:!?…)»\s]*)$/.exec(plainSpaces(piece.written)) ?? [];
      const word = piece.kind === 'word' || piece.kind === 'typography';
      const signs = [...tail.replace(/\s/g, '')].map((text) => ({ text, said: '', word: false }));
      const end = piece.breakAfter ?? piece.breakBefore;
      return [
        ...(core === '' ? [] : [{ text: core, said, word }]),
        ...signs,
        ...(end === undefined ? [] : [{ text: `<${end}>`, said: '', word: false }]),
      ];
    });
}

export interface ErrorSplit {
  readonly words: number;
  /** The recogniser gave other words than were said. */
  readonly heardWrong: number;
  /** The right words were heard, and written otherwise than from perfect words. */
  readonly writtenWrong: number;
  readonly examples: readonly string[];
}

const COMMAND_LIKE =
  /^(?:\d?poi(?:n|nt|nts|ns|ng|l)|virgul|vergul|alaligne|laligne|lignes?$|deuxpoint|parenthes|guillemet)/;

/**
 * Splits what differs between the text written from recognition and the one written from the true words. A difference is
 * "written wrong" when the same letters were heard but written otherwise, or when a command stayed in the text as words.
 */
export function splitErrors(recognised: readonly Piece[], truth: readonly Piece[]): ErrorSplit {
  const [left, right] = [itemsOf(recognised), itemsOf(truth)];
  let heardWrong = 0;
  let writtenWrong = 0;
  const examples: string[] = [];
  let signDiffers = false;
  for (const [have, want] of alignment(left, right)) {
    const caseOnly = signDiffers && have?.text.toLowerCase() === want?.text.toLowerCase();
    signDiffers = have?.text !== want?.text && (have ?? want)?.said === '';
    if (have?.text === want?.text || caseOnly) continue;
    const sameSound =
      have !== undefined && want !== undefined && have.said !== '' && have.said === want.said;
    const leftCommand = have?.word === true && COMMAND_LIKE.test(have.said);
    if (sameSound || leftCommand) {
      writtenWrong++;
      examples.push(`${have.text} ≠ ${want?.text ?? '∅'}`);
    } else heardWrong++;
  }
  return {
    words: right.filter(({ said }) => said !== '').length,
    heardWrong,
    writtenWrong,
    examples,
  };
}

type Pair = readonly [Item | undefined, Item | undefined];

/** The cheapest alignment of two lists of items; a missing side is `undefined`. */
function alignment(left: readonly Item[], right: readonly Item[]): Pair[] {
  const width = right.length + 1;
  const cost = new Int32Array((left.length + 1) * width);
  const at = (row: number, column: number): number => cost[row * width + column]!;
  const change = (row: number, column: number): number => {
    const [have, want] = [left[row]!, right[column]!];
    if (have.text === want.text) return 0;
    return have.said !== '' && have.said === want.said ? 1 : 2;
  };
  for (let row = 0; row <= left.length; row++)
    for (let column = 0; column <= right.length; column++) {
      if (row === 0 || column === 0) cost[row * width + column] = 2 * (row + column);
      else
        cost[row * width + column] = Math.min(
          at(row - 1, column - 1) + change(row - 1, column - 1),
          at(row - 1, column) + 2,
          at(row, column - 1) + 2,
        );
    }
  const pairs: Pair[] = [];
  for (let row = left.length, column = right.length; row > 0 || column > 0;) {
    const here = at(row, column);
    if (row > 0 && column > 0 && here === at(row - 1, column - 1) + change(row - 1, column - 1))
      pairs.push([left[--row], right[--column]]);
    else if (row > 0 && here === at(row - 1, column) + 2) pairs.push([left[--row], undefined]);
    else pairs.push([undefined, right[--column]]);
  }
  return pairs.reverse();
}
