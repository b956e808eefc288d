import { toFloat32 } from '../audio/samples';
import { LivePreview, type HearPreview, type PreviewText } from '../engine/live-preview';

const NOTHING: PreviewText = { settled: '', open: '' };

/** The preview of the recording under way, as the screen shows it; forgotten when the recording ends. */
export class Previewer {
  readonly #hear: HearPreview;
  #live: LivePreview | undefined;
  #text = $state.raw(NOTHING);
  #isOn = $state.raw(false);

  constructor(hear: HearPreview) {
    this.#hear = hear;
  }

  /** Whether a recording is followed. */
  get isOn(): boolean {
    return this.#isOn;
  }

  get text(): PreviewText {
    return this.#text;
  }

  /** Begins anew with the next sound. */
  begin(): void {
    this.end();
    this.#isOn = true;
    this.#live = new LivePreview(this.#hear, (text) => {
      this.#text = text;
    });
  }

  /** @param speech 16 kHz mono; copied. */
  push(speech: Int16Array): void {
    this.#live?.push(toFloat32(speech));
  }

  end(): void {
    this.#live?.stop();
    this.#live = undefined;
    this.#isOn = false;
    this.#text = NOTHING;
  }
}
