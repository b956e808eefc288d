import type { Node } from '@tiptap/pm/model';
import { isDoubtful } from './attention';
import { wordsWhere } from './heard-words';

/** Words that were heard badly, close to one another; positions of the document and seconds of the sound. */
export interface DoubtfulPassage {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** The second of run-up to the next would play what lies between them again. */
const JOINED_WITHIN_SECONDS = 1;

/** In the order of the text; nothing that a person has touched, and nothing that an alert speaks of. */
export function doubtfulPassages(doc: Node): readonly DoubtfulPassage[] {
  const passages: DoubtfulPassage[] = [];
  for (const { from, to, start, end } of wordsWhere(doc, isDoubtful)) {
    const last = passages.at(-1);
    const gap = last ? start - last.end : Infinity;
    if (last && gap >= 0 && gap <= JOINED_WITHIN_SECONDS)
      passages.splice(-1, 1, { ...last, to, end });
    else passages.push({ from, to, start, end });
  }
  return passages;
}
