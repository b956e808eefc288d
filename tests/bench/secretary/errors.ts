import type { HeardWord } from '../../../web/editor/heard-words';
import { align } from '../alignment';

/** A word of the draft with its sound; positions of the document. */
export interface DraftWord {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** Words in a row that are not what was dictated; `written` is empty where words are missing. */
export interface DraftError {
  readonly written: readonly DraftWord[];
  readonly wanted: readonly string[];
  /** Number of the draft's word at which it stands. */
  readonly at: number;
  /** Seconds of its sound; between its neighbours where nothing is written. */
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** Letters and figures alone: case, punctuation and layout are left aside in every way of working. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replace(/[^\p{L}\p{N}%°,/]/gu, '')
    .replace(/^[,/]+|[,/]+$/g, '');

const SPLIT = /[\s\u00a0\u202f'’-]+/u;

export const plainWords = (text: string): string[] =>
  text
    .split(SPLIT)
    .map(plain)
    .filter((word) => word !== '');

/** Words of the draft one by one; those written together share their sound. */
export const draftWords = (heard: readonly HeardWord[]): DraftWord[] =>
  heard
    .filter(({ isStruck }) => !isStruck)
    .flatMap(({ text, from, to, start, end }) =>
      plainWords(text).map((word) => ({ text: word, from, to, start, end })),
    );

/** Where the draft is not what a good secretary would have typed. */
export function errorsOf(draft: readonly DraftWord[], reference: readonly string[]): DraftError[] {
  const errors: DraftError[] = [];
  let written: DraftWord[] = [];
  let wanted: string[] = [];
  let at = 0;
  const close = (): void => {
    if (written.length + wanted.length > 0) {
      const before = draft[at - 1];
      const after = draft[at + written.length];
      const start = written[0]?.start ?? before?.end ?? 0;
      const end = written.at(-1)?.end ?? after?.start ?? start;
      const from = written[0]?.from ?? before?.to ?? 0;
      const to = written.at(-1)?.to ?? after?.from ?? from;
      errors.push({ written, wanted, at, start, end: Math.max(start, end), from, to });
    }
    at += written.length;
    written = [];
    wanted = [];
  };
  for (const pair of align(
    reference,
    draft.map(({ text }) => text),
  )) {
    if (pair.kind === 'same') {
      close();
      at += 1;
      continue;
    }
    if ('hypothesis' in pair) written.push(draft[pair.hypothesis]!);
    if ('reference' in pair) wanted.push(reference[pair.reference]!);
  }
  close();
  return errors;
}
