import { floats, type Runtime, type Session, type Tensor } from './runtime';

export const SAMPLE_RATE = 16_000;
/** Samples in a frame of Silero v5 and v6 at 16 kHz: 32 ms. */
export const FRAME_SAMPLES = 512;
/** The end of the frame before is seen again with each frame. */
const CONTEXT_SAMPLES = 64;
const STATE_DIMS = [2, 1, 128];

/** Silero voice detection, frame after frame; one instance hears one sound from its beginning to its end. */
export class VoiceDetector {
  readonly #runtime: Runtime;
  readonly #session: Session;
  readonly #input = new Float32Array(CONTEXT_SAMPLES + FRAME_SAMPLES);
  readonly #sampleRate: Tensor;
  #state: Tensor;

  constructor(runtime: Runtime, session: Session) {
    this.#runtime = runtime;
    this.#session = session;
    this.#sampleRate = new runtime.Tensor('int64', BigInt64Array.of(BigInt(SAMPLE_RATE)), []);
    this.#state = new runtime.Tensor('float32', new Float32Array(256), STATE_DIMS);
  }

  static async open(runtime: Runtime, model: Uint8Array): Promise<Session> {
    return runtime.InferenceSession.create(model, { intraOpNumThreads: 1, interOpNumThreads: 1 });
  }

  /** @param frame `FRAME_SAMPLES` samples at 16 kHz; @returns probability in [0, 1] that it holds a voice. */
  async probability(frame: Float32Array): Promise<number> {
    this.#input.copyWithin(0, FRAME_SAMPLES);
    this.#input.set(frame, CONTEXT_SAMPLES);
    const outputs = await this.#session.run({
      input: new this.#runtime.Tensor('float32', this.#input, [1, this.#input.length]),
      state: this.#state,
      sr: this.#sampleRate,
    });
    const state = outputs['stateN'];
    if (state === undefined) throw new Error('The voice detection model gave no state.');
    this.#state = state;
    return floats(outputs, 'output')[0] ?? 0;
  }
}
