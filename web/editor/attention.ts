import { Decoration } from '@tiptap/pm/view';
import type { Origin } from './heard-mark';
import { heardWords, isUntouched, type HeardWord } from './heard-words';
import type { DecorateParagraph } from './paragraph-decorations';

/**
 * Below this probability an untouched word asks for an ear. On the held-out sound of `tests/bench/calibration.ts` that
 * marks 18 % of the words, of which 62 % are wrong, and 55 % of the wrong ones (at 0.5: 6, 75 and 23 %; at 0.8: 35, 47
 * and 78 %).
 */
const DOUBT_BELOW = 0.65;
/** Risks up to this one may harm a patient. */
export const HARMFUL_RISK = 6;

/** Typography and plain punctuation are everywhere: showing them would hide the rest. */
const SHOWN_ORIGINS: readonly Origin[] = [
  'repaired',
  'memory',
  'number',
  'unit',
  'date',
  'abbreviation',
  'command',
  'correction',
];

/** Heard badly, and nobody has touched it or said more of it. */
export const isDoubtful = (word: HeardWord): boolean =>
  isUntouched(word) && word.risk === 0 && word.confidence < DOUBT_BELOW;

function classesOf(word: HeardWord): string[] {
  return [
    ...(SHOWN_ORIGINS.includes(word.origin) && word.heard !== word.written ? ['rewritten'] : []),
    ...(isDoubtful(word) ? ['doubtful'] : []),
  ];
}

/** Shows what the machine wrote of its own, and what was heard badly, until a person touches it. */
export const attention: DecorateParagraph = (paragraph, position) =>
  heardWords(paragraph, position + 1)
    .filter(isUntouched)
    .flatMap((word) => {
      const classes = classesOf(word);
      return classes.length === 0
        ? []
        : [Decoration.inline(word.from, word.to, { class: classes.join(' ') })];
    });
