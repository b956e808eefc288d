import type { Preview } from '../../workers/recognition/preview';
import { SPEECH_RATE_HZ } from '../dossier/dictation';

/** What is shown while a voice is recorded; it is never kept. */
export interface PreviewText {
  /** Will not change any more. */
  readonly settled: string;
  /** Of the words being said: the next look may read them otherwise. */
  readonly open: string;
}

/** `undefined` where the recogniser has something better to do. */
export type HearPreview = (samples: Float32Array<ArrayBuffer>) => Promise<Preview | undefined>;

/** New sound that makes another look worth its while. */
const LEAST_NEW = SPEECH_RATE_HZ;
/** Sound kept while nothing can be heard; what is older is passed over, so that a slow machine falls no further behind. */
const MOST_WAITING = 10 * SPEECH_RATE_HZ;
/** Shown of what is settled: the eye follows the last words. */
const MOST_SHOWN = 400;
const PASSED_OVER = ' […]';

/** Looks at the last seconds of a recording again and again, as fast as the recogniser answers. */
export class LivePreview {
  readonly #hear: HearPreview;
  readonly #show: (text: PreviewText) => void;
  #waiting = new Float32Array(0);
  #new = 0;
  #settled = '';
  #isHearing = false;
  #isOver = false;

  constructor(hear: HearPreview, show: (text: PreviewText) => void) {
    this.#hear = hear;
    this.#show = show;
  }

  /** @param samples 16 kHz mono, following those given before. */
  push(samples: Float32Array): void {
    if (this.#isOver) return;
    const all = new Float32Array(this.#waiting.length + samples.length);
    all.set(this.#waiting);
    all.set(samples, this.#waiting.length);
    this.#waiting = all;
    this.#new += samples.length;
    void this.#look();
  }

  /** Nothing is heard or shown from now on. */
  stop(): void {
    this.#isOver = true;
    this.#waiting = new Float32Array(0);
  }

  async #look(): Promise<void> {
    if (this.#isHearing || this.#new < LEAST_NEW) return;
    this.#isHearing = true;
    this.#passOver();
    this.#new = 0;
    const preview = await this.#hear(this.#waiting.slice()).catch(() => {
      this.stop();
      return undefined;
    });
    this.#isHearing = false;
    if (preview === undefined || this.#isOver) return;
    const { text, settledSamples } = preview;
    this.#waiting = this.#waiting.slice(settledSamples);
    if (settledSamples > 0) this.#settled = `${this.#settled} ${text}`.trim().slice(-MOST_SHOWN);
    this.#show({ settled: this.#settled, open: settledSamples > 0 ? '' : text });
    void this.#look();
  }

  #passOver(): void {
    if (this.#waiting.length <= MOST_WAITING) return;
    this.#waiting = this.#waiting.slice(-MOST_WAITING);
    if (!this.#settled.endsWith(PASSED_OVER)) this.#settled += PASSED_OVER;
  }
}
