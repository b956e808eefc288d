import { Mark } from '@tiptap/core';
import type { StretchOrigin } from '../../terminology/rules/report';

/** Who wrote the text that stands there, before any person touched it. */
export type Origin = Exclude<StretchOrigin, 'hand'>;

/** Where a piece of the report comes from; it lasts with the text and is undone with it. */
export interface Heard {
  /** Seconds from the start of the sound, half-open. */
  readonly start: number;
  readonly end: number;
  /** Probability in [0, 1], before any bias. */
  readonly confidence: number;
  /** The words as heard. */
  readonly heard: string;
  /** The text as the machine wrote it: what differs from it was typed by a person. */
  readonly written: string;
  readonly origin: Origin;
  /** What else it could be, best first. */
  readonly proposals: readonly string[];
  /** Class of the product's risks, 1 to 8; 0 where nothing is to be looked at. */
  readonly risk: number;
  /** A line break that the same words asked for, which goes when they are put back. */
  readonly breaks: boolean;
  /** Why it should be looked at, in French; empty where it need not. */
  readonly reason: string;
  /** What a date, time, duration or quantity is: ISO 8601, or exact decimals with a point and their unit ("0.5 mg"). */
  readonly value: string;
}

/** Markup may come from anywhere: a value of another shape is as good as none. */
const isLike = (value: unknown, model: unknown): boolean =>
  Array.isArray(model)
    ? Array.isArray(value) && value.every((one) => typeof one === 'string')
    : typeof value === typeof model;

const attribute = <Name extends keyof Heard>(name: Name, initial: Heard[Name]) => ({
  default: initial,
  parseHTML: (element: HTMLElement): unknown => {
    const text = element.getAttribute(`data-${name}`);
    if (text === null || typeof initial === 'string') return text ?? initial;
    try {
      const value: unknown = JSON.parse(text);
      return isLike(value, initial) ? value : initial;
    } catch {
      return initial;
    }
  },
  renderHTML: (attributes: Record<string, unknown>) => {
    const value = attributes[name];
    if (
      value === '' ||
      value === 0 ||
      value === false ||
      (Array.isArray(value) && value.length === 0)
    )
      return {};
    return { [`data-${name}`]: typeof value === 'string' ? value : JSON.stringify(value) };
  },
});

/** Ties words of the report to their sound. Inclusive: letters typed at a word's end belong to it. */
export const HeardMark = Mark.create({
  name: 'heard',
  inclusive: true,
  addAttributes: () => ({
    start: attribute('start', 0),
    end: attribute('end', 0),
    confidence: attribute('confidence', 1),
    heard: attribute('heard', ''),
    written: attribute('written', ''),
    origin: attribute('origin', 'machine'),
    proposals: attribute('proposals', []),
    risk: attribute('risk', 0),
    breaks: attribute('breaks', false),
    reason: attribute('reason', ''),
    value: attribute('value', ''),
  }),
  parseHTML: () => [{ tag: 'span[data-origin]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
});
