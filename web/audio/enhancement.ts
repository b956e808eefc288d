export interface Enhancement {
  /** 1 is as it was recorded; to {@link LOUDEST}. */
  readonly volume: number;
  /** Takes out rumble below the voice and evens out loud and soft. */
  readonly isFiltered: boolean;
}

export const LOUDEST = 3;

/** Men's voices begin at about 85 Hz, but what makes words plain lies above 300: mains hum and handling noise go. */
const HIGH_PASS_HERTZ = 100;
/** Soft speech is lifted against loud speech by some 10 dB; slow enough to leave syllables alone. */
const EVENING: DynamicsCompressorOptions = {
  threshold: -35,
  knee: 20,
  ratio: 3,
  attack: 0.005,
  release: 0.25,
};
/** What is made three times as loud may not clip. */
const LIMITING: DynamicsCompressorOptions = {
  threshold: -3,
  knee: 0,
  ratio: 20,
  attack: 0.002,
  release: 0.1,
};

/** Makes the sound of a media element louder and clearer; until asked to, the element plays as it always did. */
export class Enhancer {
  readonly #element: HTMLMediaElement;
  #context: AudioContext | undefined;
  #source: MediaElementAudioSourceNode | undefined;
  #chain: readonly AudioNode[] = [];

  constructor(element: HTMLMediaElement) {
    this.#element = element;
  }

  set({ volume, isFiltered }: Enhancement): void {
    const isNeeded = volume > 1 || isFiltered;
    if (!isNeeded && !this.#context) return;
    this.#context ??= new AudioContext();
    const context = this.#context;
    // Once taken, the sound of an element never goes back to it: switched off, it passes through as it is.
    this.#source ??= context.createMediaElementSource(this.#element);
    this.#source.disconnect();
    for (const node of this.#chain) node.disconnect();
    const gain = Math.min(LOUDEST, Math.max(1, volume));
    this.#chain = [
      ...(isFiltered
        ? [
            new BiquadFilterNode(context, { type: 'highpass', frequency: HIGH_PASS_HERTZ }),
            new DynamicsCompressorNode(context, EVENING),
          ]
        : []),
      ...(gain > 1
        ? [new GainNode(context, { gain }), new DynamicsCompressorNode(context, LIMITING)]
        : []),
    ];
    const end = this.#chain.reduce<AudioNode>((from, to) => from.connect(to), this.#source);
    end.connect(context.destination);
    this.wake();
  }

  /** Browsers hold a context back until a person does something: called at each play. */
  wake(): void {
    if (this.#context?.state === 'suspended') void this.#context.resume();
  }

  close(): void {
    void this.#context?.close();
  }
}
