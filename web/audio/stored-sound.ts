import { SPEECH_RATE_HZ } from '../dossier/dictation';
import { toFloat32 } from './samples';
import { ORIGINAL_RATE_HZ, PIECE_SAMPLES } from './take-cutter';
import { lengthOf, piecesOf, type Span } from '../dossier/timeline';
import { wavHeader } from './wav';

/** Stored samples for the recognition, as `Recorder` or an import wrote them. */
export interface SpeechSource {
  /** Samples in each piece but the last of a take. */
  readonly pieceSamples: number;
  /** 16 kHz mono. */
  speech(takeId: string, index: number): Promise<Int16Array>;
}

/** Stored originals of a recording: pieces of `PIECE_SAMPLES` of speech, three times as many samples of 48 kHz. */
export interface OriginalSource {
  /** 16-bit little-endian samples; as a Blob they are never copied into the page. */
  original(takeId: string, index: number): Promise<Int16Array<ArrayBuffer> | Blob>;
}

const RATIO = ORIGINAL_RATE_HZ / SPEECH_RATE_HZ;
const BYTES_PER_SAMPLE = 2;

/** The samples of the spans for the recognition, 16 kHz mono in [-1, 1). For a window of it, cut the spans first. */
export async function readSpeech(
  spans: readonly Span[],
  source: SpeechSource,
): Promise<Float32Array<ArrayBuffer>> {
  const samples = new Float32Array(lengthOf(spans));
  let offset = 0;
  for (const { takeId, index, from, to } of piecesOf(spans, source.pieceSamples)) {
    const piece = await source.speech(takeId, index);
    samples.set(toFloat32(piece.subarray(from, to)), offset);
    offset += to - from;
  }
  return samples;
}

/** A recording as a file that an audio element plays and seeks in exactly: a header, and the stored pieces behind it. */
export async function recordedWav(spans: readonly Span[], source: OriginalSource): Promise<Blob> {
  const parts: (Uint8Array<ArrayBuffer> | Int16Array<ArrayBuffer> | Blob)[] = [
    wavHeader(lengthOf(spans) * RATIO, ORIGINAL_RATE_HZ),
  ];
  for (const { takeId, index, from, to } of piecesOf(spans, PIECE_SAMPLES)) {
    const piece = await source.original(takeId, index);
    const [first, end] = [from * RATIO, to * RATIO];
    parts.push(
      piece instanceof Blob
        ? piece.slice(first * BYTES_PER_SAMPLE, end * BYTES_PER_SAMPLE)
        : piece.subarray(first, end),
    );
  }
  return new Blob(parts, { type: 'audio/wav' });
}
