import { FRAME_SAMPLES, SAMPLE_RATE } from './voice-detector';

/** A stretch of speech `[start, end)` in samples from the start of the sound. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const frames = (seconds: number): number => Math.round((seconds * SAMPLE_RATE) / FRAME_SAMPLES);

/** Thresholds of Silero's own `get_speech_timestamps`, with shorter pauses: a window is packed from many spans. */
const ONSET = 0.5;
const OFFSET = 0.35;
const MIN_SPEECH_FRAMES = frames(0.1);
const MIN_SILENCE_FRAMES = frames(0.13);
/** A span longer than this is cut where a voice is least likely, in its second half: between two words. */
const MAX_SPAN_SECONDS = 26;
const MAX_SPAN_FRAMES = frames(MAX_SPAN_SECONDS);
/** Length of the stretch that must be quiet on average for a cut, so that a plosive is not taken for a pause. */
const CUT_FRAMES = 3;

/** Turns the voice probability of successive frames into spans of speech, each given as soon as its end is known. */
export class SpeechSpans {
  #frame: number;
  /** Frame where the open span begins, and the probabilities since then. */
  #open: { start: number; probabilities: number[]; lastVoiced: number } | undefined;

  /** @param fromSample where the first frame begins. */
  constructor(fromSample = 0) {
    this.#frame = fromSample / FRAME_SAMPLES;
  }

  /** The span that is known to have ended with this frame, if any. */
  push(probability: number): Span | undefined {
    const frame = this.#frame++;
    if (this.#open === undefined) {
      if (probability < ONSET) return undefined;
      this.#open = { start: frame, probabilities: [], lastVoiced: frame };
    }
    const open = this.#open;
    open.probabilities.push(probability);
    if (probability >= OFFSET) open.lastVoiced = frame;
    else if (frame - open.lastVoiced >= MIN_SILENCE_FRAMES) return this.end();
    if (open.probabilities.length < MAX_SPAN_FRAMES) return undefined;
    return this.#cut(open);
  }

  /** Closes the open span: at a pause, or at the end of the sound. */
  end(): Span | undefined {
    const open = this.#open;
    this.#open = undefined;
    if (open === undefined) return undefined;
    const end = open.lastVoiced + 1;
    if (end - open.start < MIN_SPEECH_FRAMES) return undefined;
    return { start: open.start * FRAME_SAMPLES, end: end * FRAME_SAMPLES };
  }

  #cut(open: { start: number; probabilities: number[]; lastVoiced: number }): Span {
    const { probabilities, start } = open;
    let quietest = probabilities.length - 1;
    let least = Infinity;
    for (let i = probabilities.length >> 1; i <= probabilities.length - CUT_FRAMES; i++) {
      let sum = 0;
      for (let j = 0; j < CUT_FRAMES; j++) sum += probabilities[i + j] ?? 1;
      if (sum < least) {
        least = sum;
        quietest = i + (CUT_FRAMES >> 1);
      }
    }
    this.#open = {
      start: start + quietest,
      probabilities: probabilities.slice(quietest),
      lastVoiced: open.lastVoiced,
    };
    return { start: start * FRAME_SAMPLES, end: (start + quietest) * FRAME_SAMPLES };
  }
}
