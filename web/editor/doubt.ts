import { Decoration } from '@tiptap/pm/view';
import type { DecorateParagraph } from './paragraph-decorations';
import { heardWords, isUntouched } from './heard-words';

/** Below this probability an untouched word asks for an ear. */
export const DOUBT_BELOW = 0.4;

/** Marks words that the recogniser was not sure of, until a person touches them. */
export const doubtfulWords: DecorateParagraph = (paragraph, position) =>
  heardWords(paragraph, position + 1)
    .filter((word) => isUntouched(word) && word.confidence < DOUBT_BELOW)
    .map(({ from, to }) => Decoration.inline(from, to, { class: 'doubtful', title: 'À écouter' }));
