import { describe, expect, test } from 'vitest';
import { SpeechSpans, type Span } from '../../../workers/recognition/speech-spans';
import { FRAME_SAMPLES } from '../../../workers/recognition/voice-detector';

/** Probabilities of successive frames, as `[probability, number of frames]`; spans in frames. */
function spansOf(...stretches: [number, number][]): Span[] {
  const spans = new SpeechSpans();
  const found = stretches
    .flatMap(([probability, count]) => Array.from({ length: count }, () => spans.push(probability)))
    .concat(spans.end())
    .filter((span) => span !== undefined);
  return found.map(({ start, end }) => ({
    start: start / FRAME_SAMPLES,
    end: end / FRAME_SAMPLES,
  }));
}

describe('spans of speech', () => {
  test('begin with a clear voice and end at a pause', () => {
    expect(spansOf([0.1, 10], [0.9, 50], [0.1, 30], [0.8, 20], [0.1, 5])).toEqual([
      { start: 10, end: 60 },
      { start: 90, end: 110 },
    ]);
  });

  test('run through short or doubtful gaps', () => {
    expect(spansOf([0.9, 20], [0.1, 5], [0.9, 20], [0.4, 40], [0.9, 10])).toEqual([
      { start: 0, end: 95 },
    ]);
  });

  test('leave out clicks and silence', () => {
    expect(spansOf([0.1, 50], [0.9, 2], [0.1, 100])).toEqual([]);
  });

  test('too long for a window are cut where a voice is least likely, not at a single quiet frame', () => {
    const spans = spansOf([0.9, 500], [0.01, 1], [0.9, 149], [0.45, 4], [0.9, 500]);
    expect(spans).toEqual([
      { start: 0, end: 651 },
      { start: 651, end: 1154 },
    ]);
  });

  test('go on where an earlier transcription stopped', () => {
    const spans = new SpeechSpans(1000);
    for (let i = 0; i < 10; i++) spans.push(0.9);
    expect(spans.end()).toEqual({ start: 1000, end: 1000 + 10 * FRAME_SAMPLES });
  });
});
