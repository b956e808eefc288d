import type { Tensor } from '../runtime';
import type { Features } from '../speech-front-end';
import type { WindowEncoder } from '../window-encoder';
import type { GraphicsEncoder } from './graphics-encoder';
import { encodeGuarded } from './guarded';
import { letGo, tryGraphics, type Trial } from './trial';

/**
 * Encodes on the graphics card where one was chosen, else on the processor. A window that the card fails at is encoded by
 * the processor at once, and the card is not asked again.
 */
export class EncoderSwitch implements WindowEncoder {
  readonly #processor: WindowEncoder;
  readonly #onLost: () => void;
  #graphics: GraphicsEncoder | undefined;
  #last: Features | undefined;

  /** @param onLost is told once that the card failed while it was in use. */
  constructor(processor: WindowEncoder, graphics?: GraphicsEncoder, onLost = () => {}) {
    this.#processor = processor;
    this.#onLost = onLost;
    this.#adopt(graphics);
  }

  /** A card may be lost while nobody asks it anything. */
  #adopt(graphics: GraphicsEncoder | undefined): void {
    this.#graphics = graphics;
    if (graphics) void graphics.lost.then(() => this.#giveUp(graphics));
  }

  async encode(features: Features): Promise<Tensor> {
    this.#last = features;
    const graphics = this.#graphics;
    if (graphics === undefined) return this.#processor.encode(features);
    try {
      return await encodeGuarded(graphics, features);
    } catch {
      this.#giveUp(graphics);
      return this.#processor.encode(features);
    }
  }

  #giveUp(graphics: GraphicsEncoder): void {
    if (this.#graphics !== graphics) return;
    this.#graphics = undefined;
    letGo(graphics);
    this.#onLost();
  }

  /** Tries a card on the window that was encoded last and uses it if it won; nothing where no window was heard yet. */
  async tryOut(open: () => Promise<GraphicsEncoder>): Promise<Trial | undefined> {
    const window = this.#last;
    if (window === undefined || this.#graphics !== undefined) return undefined;
    const { trial, winner } = await tryGraphics(open, { processor: this.#processor, window });
    this.#adopt(winner);
    return trial;
  }

  async release(): Promise<void> {
    this.#last = undefined;
    if (this.#graphics) letGo(this.#graphics);
    this.#graphics = undefined;
    await this.#processor.release();
  }
}
