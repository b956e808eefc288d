import type { Dictation } from '../web/dossier/dictation';
import type { TranscriptWindow } from '../web/dossier/transcript';
import type { Segment, Word } from '../terminology/word';

const SECONDS_PER_WORD = 0.5;

/** Words said one after the other, half a second each; `?` after a word makes it doubtful. */
export function words(text: string, start = 0): Word[] {
  return text.split(' ').map((written, index) => ({
    text: written.replace(/\?$/, ''),
    start: start + index * SECONDS_PER_WORD,
    end: start + (index + 1) * SECONDS_PER_WORD,
    confidence: written.endsWith('?') ? 0.1 : 0.9,
  }));
}

export function segment(text: string, start = 0): Segment {
  const spoken = words(text, start);
  return { start, end: spoken.at(-1)?.end ?? start, words: spoken };
}

export function transcriptWindow(
  index: number,
  segments: readonly Segment[],
  dictationId = 'dictation',
): TranscriptWindow {
  const start = segments[0]?.start ?? 0;
  const end = segments.at(-1)?.end ?? start;
  const nextSample = Math.round(end * 16_000);
  return { format: 1, dictationId, index, start, end, segments, nextSample, model: 'test' };
}

export function dictation(change: Partial<Dictation> = {}): Dictation {
  return {
    format: 1,
    id: 'dictation',
    name: 'Courrier',
    createdAt: 0,
    priority: 'normal',
    origin: 'imported',
    original: { kind: 'file', mimeType: 'audio/ogg', bytes: 10 },
    sampleCount: 160_000,
    cutShort: false,
    state: { phase: 'recorded' },
    ...change,
  };
}
