import type { Segment } from '../../terminology/word';
import { letGo } from '../let-go';
import { failure, success, type Outcome } from '../outcome';
import { tokenBoundaries } from './align';
import { decodeCarefully } from './careful-decoding';
import type { WindowDecoder } from './decoder';
import { withoutPadding } from './encoder-context';
import { isGhost } from './ghosts';
import type { SpeechFrontEnd } from './speech-front-end';
import { SpeechSpans, type Span } from './speech-spans';
import { timedSegments, type HeardWord } from './timed-words';
import { untold } from './untold';
import { heardWords } from './heard-words';
import { wordless } from './wordless';
import { FRAME_SAMPLES, SAMPLE_RATE } from './voice-detector';
import { countForWindow, layWindow, type SpeechWindow } from './windows';

export type TranscriptionEvent =
  | {
      readonly kind: 'window';
      /** Seconds of the sound that this window covers. */
      readonly start: number;
      readonly end: number;
      /** Empty where what was heard is no speech. */
      readonly segments: readonly Segment[];
      /** Voice of this window that no word stands for, in seconds of the sound. */
      readonly untold: readonly { readonly start: number; readonly end: number }[];
      /** Where to start again so that nothing is heard twice or lost. */
      readonly nextSample: number;
    }
  | { readonly kind: 'progress'; readonly secondsDone: number; readonly secondsTotal: number };

/** 16 kHz mono, read piece by piece; fewer samples than asked for are followed by silence. */
export interface Sound {
  readonly sampleCount: number;
  readonly fromSample: number;
}
/** Each piece is a copy, which is let go once it was heard. */
export type ReadSound = (start: number, count: number) => Promise<Float32Array<ArrayBuffer>>;
export type OnEvent = (event: TranscriptionEvent) => void | Promise<void>;

/** The models, opened. */
export interface Recogniser {
  readonly modelId: string;
  readonly decoder: WindowDecoder;
  readonly frontEnd: Pick<SpeechFrontEnd, 'features' | 'textOf'>;
  /** Voice probability of successive frames of one sound. */
  readonly listen: () => (frame: Float32Array) => Promise<number>;
}

interface WindowText {
  readonly words: readonly HeardWord[];
  /** Start of each token and end of the last, in seconds from the start of the window. */
  readonly boundaries: readonly number[];
}

/** Noise may never get a text that reaches its end: no voice is heard more often than once and this. */
const MOST_AGAIN = 3;

const BLOCK_SAMPLES = 256 * FRAME_SAMPLES;

/** Hears a whole sound, window after window; memory does not grow with its length. */
export class Transcription {
  readonly #recogniser: Recogniser;
  readonly #sound: Sound;
  readonly #read: ReadSound;
  readonly #onEvent: OnEvent;
  #waiting: Span[] = [];
  #nextSample: number;
  #windows = 0;
  /** Windows in a row that left some of their voice to the next. */
  #heardAgain = 0;

  constructor(
    recogniser: Recogniser,
    sound: Sound,
    channels: { read: ReadSound; onEvent: OnEvent },
  ) {
    this.#recogniser = recogniser;
    this.#sound = sound;
    this.#read = channels.read;
    this.#onEvent = channels.onEvent;
    this.#nextSample = sound.fromSample;
  }

  /** `no-speech` where voice detection heard nothing in the whole sound. */
  async run(): Promise<Outcome<{ windows: number }>> {
    const { sampleCount, fromSample } = this.#sound;
    const probability = this.#recogniser.listen();
    const spans = new SpeechSpans(fromSample);
    await this.#tellProgress();
    for (let start = fromSample; start < sampleCount; start += BLOCK_SAMPLES) {
      const block = await this.#samples(start, Math.min(start + BLOCK_SAMPLES, sampleCount));
      for (let at = 0; at < block.length; at += FRAME_SAMPLES) {
        const span = spans.push(
          await probability(withSilence(block.subarray(at, at + FRAME_SAMPLES), FRAME_SAMPLES)),
        );
        if (span !== undefined) this.#waiting.push(span);
      }
      letGo([block.buffer]);
      await this.#hearWaiting(false);
    }
    const last = spans.end();
    if (last !== undefined) this.#waiting.push({ ...last, end: Math.min(last.end, sampleCount) });
    await this.#hearWaiting(true);
    this.#nextSample = sampleCount;
    await this.#tellProgress();
    if (this.#windows === 0 && fromSample === 0) return failure('no-speech');
    return success({ windows: this.#windows });
  }

  async #hearWaiting(isComplete: boolean): Promise<void> {
    for (;;) {
      const isFirst = this.#windows === 0 && this.#sound.fromSample === 0;
      const count = countForWindow(this.#waiting, { isFirst, isComplete });
      const [first, ...rest] = this.#waiting.splice(0, count);
      if (first === undefined) return;
      const next = this.#waiting[0];
      const to =
        next === undefined
          ? this.#sound.sampleCount
          : ((rest.at(-1) ?? first).end + next.start) >> 1;
      await this.#hear([first, ...rest], to);
    }
  }

  async #hear(spans: readonly [Span, ...Span[]], to: number): Promise<void> {
    const window = layWindow(spans, { from: this.#nextSample, to });
    const voiceSeconds = spans.reduce((sum, { start, end }) => sum + end - start, 0) / SAMPLE_RATE;
    const text = await this.#recognise(window, voiceSeconds);
    const mayHearAgain = this.#heardAgain < MOST_AGAIN;
    const left = mayHearAgain ? untold(endOf(text), spans, window) : undefined;
    this.#heardAgain = left === undefined ? 0 : this.#heardAgain + 1;
    if (left !== undefined) this.#waiting.unshift(...left.spans);
    this.#nextSample = left?.from ?? to;
    this.#windows++;
    const end = (window.pieces.at(-1) ?? window.pieces[0]).end;
    const segments = timedSegments(text.words, text.boundaries, window);
    await this.#onEvent({
      kind: 'window',
      start: window.pieces[0].start / SAMPLE_RATE,
      end: Math.min(end, this.#nextSample) / SAMPLE_RATE,
      segments,
      untold: wordless(before(spans, this.#nextSample), segments),
      nextSample: this.#nextSample,
    });
    await this.#tellProgress();
  }

  /** The words of a window and their times in it; none where what was heard is no speech. */
  async #recognise(window: SpeechWindow, voiceSeconds: number): Promise<WindowText> {
    const { decoder, frontEnd } = this.#recogniser;
    const samples = new Float32Array(window.sampleCount);
    for (const { start, end, windowStart } of window.pieces) {
      const piece = await this.#samples(start, end);
      samples.set(piece, windowStart);
      letGo([piece.buffer]);
    }
    const seconds = window.sampleCount / SAMPLE_RATE;
    const features = withoutPadding(await frontEnd.features(samples), seconds);
    letGo([samples.buffer]);
    const decoding = await decodeCarefully(decoder, { features, seconds }, frontEnd.textOf);
    const [{ tokens, score }] = decoding.hypotheses;
    const { noSpeechProbability, alignment } = decoding;
    if (isGhost(frontEnd.textOf(tokens), { voiceSeconds, noSpeechProbability, score }))
      return { words: [], boundaries: [] };
    const words = heardWords(decoding.hypotheses, frontEnd.textOf);
    const boundaries = tokenBoundaries(alignment, { tokens: tokens.length, seconds });
    letGo([alignment.weights.buffer as ArrayBuffer]);
    return { words, boundaries };
  }

  async #samples(start: number, end: number): Promise<Float32Array<ArrayBuffer>> {
    const samples = withSilence(await this.#read(start, end - start), end - start);
    // A broken recording may hold NaN, which would silence the whole window.
    for (let i = 0; i < samples.length; i++) if (!Number.isFinite(samples[i])) samples[i] = 0;
    return samples;
  }

  async #tellProgress(): Promise<void> {
    await this.#onEvent({
      kind: 'progress',
      secondsDone: this.#nextSample / SAMPLE_RATE,
      secondsTotal: this.#sound.sampleCount / SAMPLE_RATE,
    });
  }
}

/** The voice of the spans up to a sample: what follows is heard with the next window. */
const before = (spans: readonly Span[], sample: number): Span[] =>
  spans.flatMap(({ start, end }) =>
    start < sample ? [{ start, end: Math.min(end, sample) }] : [],
  );

/** Seconds to the end of the last word: the aligner gives what was left out to its full stop as often as to the end. */
const endOf = ({ words, boundaries }: WindowText): number =>
  boundaries[words.at(-1)?.end ?? 0] ?? 0;

/** So many samples, what is missing at the end being silence. */
function withSilence(samples: Float32Array<ArrayBuffer>, count: number): Float32Array<ArrayBuffer> {
  if (samples.length === count) return samples;
  const whole = new Float32Array(count);
  whole.set(samples.subarray(0, count));
  return whole;
}
