import { Decoration } from '@tiptap/pm/view';
import type { Origin } from './heard-mark';
import { heardWords, isUntouched, type HeardWord } from './heard-words';
import type { DecorateParagraph } from './paragraph-decorations';

/** Below this probability an untouched word asks for an ear. */
const DOUBT_BELOW = 0.4;
/** Risks up to this one may harm a patient. */
export const HARMFUL_RISK = 6;

/** Typography and plain punctuation are everywhere: showing them would hide the rest. */
const SHOWN_ORIGINS: readonly Origin[] = [
  'repaired',
  'number',
  'unit',
  'date',
  'abbreviation',
  'command',
  'correction',
];

function classesOf(word: HeardWord): string[] {
  return [
    ...(SHOWN_ORIGINS.includes(word.origin) && word.heard !== word.written ? ['rewritten'] : []),
    ...(word.risk > 0 ? [word.risk <= HARMFUL_RISK ? 'critical' : 'notable'] : []),
    ...(word.risk === 0 && word.confidence < DOUBT_BELOW ? ['doubtful'] : []),
  ];
}

/** Shows what the machine wrote of its own, and what asks for an ear, until a person touches it. */
export const attention: DecorateParagraph = (paragraph, position) =>
  heardWords(paragraph, position + 1)
    .filter(isUntouched)
    .flatMap((word) => {
      const classes = classesOf(word);
      return classes.length === 0
        ? []
        : [Decoration.inline(word.from, word.to, { class: classes.join(' ') })];
    });

/** What should be looked at, worst first, then in the order of the text. */
export const alertsIn = (words: readonly HeardWord[]): HeardWord[] =>
  words
    .filter((word) => word.risk > 0 && isUntouched(word))
    .sort((a, b) => a.risk - b.risk || a.from - b.from);
