/** The scope of an AudioWorklet, which TypeScript's DOM library leaves out. */
declare abstract class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;
declare const sampleRate: number;

export type CaptureName = 'plume-capture';

/** To the main thread: samples of all channels mixed to one, and what the clock on the wall said when they were full. */
export type CaptureMessage =
  | { readonly kind: 'block'; readonly samples: Float32Array<ArrayBuffer>; readonly atMs: number }
  | { readonly kind: 'drained' };

/** From the main thread: hand over the block in progress as it is. */
export type CaptureRequest = 'drain';

const NAME: CaptureName = 'plume-capture';
const BLOCK_SECONDS = 0.1;

class Capture extends AudioWorkletProcessor {
  readonly #length = Math.round(sampleRate * BLOCK_SECONDS);
  #block = new Float32Array(this.#length);
  #filled = 0;

  constructor() {
    super();
    this.port.onmessage = () => {
      this.#post();
      this.#send({ kind: 'drained' });
    };
  }

  process([channels = []]: Float32Array[][]): boolean {
    const frames = channels[0]?.length ?? 0;
    for (let frame = 0; frame < frames; frame++) {
      let sum = 0;
      for (const channel of channels) sum += channel[frame] ?? 0;
      this.#block[this.#filled++] = sum / channels.length;
      if (this.#filled === this.#length) this.#post();
    }
    return true;
  }

  #post(): void {
    if (this.#filled === 0) return;
    const samples = this.#block.slice(0, this.#filled);
    this.#filled = 0;
    this.#send({ kind: 'block', samples, atMs: Date.now() }, [samples.buffer]);
  }

  #send(message: CaptureMessage, transfer: Transferable[] = []): void {
    this.port.postMessage(message, transfer);
  }
}

registerProcessor(NAME, Capture);
