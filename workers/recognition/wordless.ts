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

/** Voice that no word stands for: what was left out of a text must be heard by a person. */
export function wordless(spans: readonly Span[], segments: readonly Segment[]): Stretch[] {
  const words = segments.flatMap((segment) => segment.words);
  return spans.flatMap((span): Stretch[] => {
    const [start, end] = [span.start / SAMPLE_RATE, span.end / SAMPLE_RATE];
    const inside = words.filter((word) => word.end > start && word.start < end);
    const starts = [start, ...inside.map((word) => word.end)];
    const ends = [...inside.map((word) => word.start), end];
    return starts
      .map((from, at) => ({ start: from, end: ends[at] ?? end }))
      .filter((gap) => gap.end - gap.start >= LEAST_SECONDS);
  });
}
