import type { Segment } from '../../terminology/word';
import type { Span } from './speech-spans';
import { SAMPLE_RATE } from './voice-detector';

/** A stretch of the sound, in seconds. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Shorter than this it is a breath, or the end of a word that the aligner gave to nobody. */
const LEAST_SECONDS = 0.5;

/** What is left of a stretch before, between and after the words in it: one more than there are words, empty where words meet. */
export function gapsBetween({ start, end }: Stretch, words: readonly Stretch[]): Stretch[] {
  const inside = words.filter((word) => word.end > start && word.start < end);
  const starts = [start, ...inside.map((word) => word.end)];
  const ends = [...inside.map((word) => word.start), end];
  return starts.map((from, at) => ({ start: from, end: Math.max(from, ends[at] ?? end) }));
}

/** Voice that no word stands for: what was left out of a text must be heard by a person. */
export function wordless(spans: readonly Span[], segments: readonly Segment[]): Stretch[] {
  const words = segments.flatMap((segment) => segment.words);
  return spans.flatMap(({ start, end }): Stretch[] =>
    gapsBetween({ start: start / SAMPLE_RATE, end: end / SAMPLE_RATE }, words).filter(
      (gap) => gap.end - gap.start >= LEAST_SECONDS,
    ),
  );
}
