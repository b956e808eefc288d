import { Mark } from '@tiptap/core';

/** Where a piece of the report comes from; it lasts with the text and is undone with it. */
export interface Heard {
  /** Seconds from the start of the sound, half-open. */
  readonly start: number;
  readonly end: number;
  /** Probability in [0, 1], before any bias. */
  readonly confidence: number;
  /** The words as heard: text that differs from them was written by a person or by a rule. */
  readonly heard: string;
}

const numeric = (name: string) => ({
  default: 0,
  parseHTML: (element: HTMLElement) => Number(element.getAttribute(`data-${name}`)) || 0,
  renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: attributes[name] }),
});

/** Ties words of the report to their sound. Inclusive: letters typed at a word's end belong to it. */
export const HeardMark = Mark.create({
  name: 'heard',
  inclusive: true,
  addAttributes: () => ({
    start: numeric('start'),
    end: numeric('end'),
    confidence: numeric('confidence'),
    heard: {
      default: '',
      parseHTML: (element: HTMLElement) => element.getAttribute('data-heard') ?? '',
      renderHTML: (attributes: Record<string, unknown>) => ({ 'data-heard': attributes.heard }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-heard]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
});
