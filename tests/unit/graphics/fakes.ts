import type { GraphicsEncoder } from '../../../workers/recognition/graphics/graphics-encoder';
import type { Tensor } from '../../../workers/recognition/runtime';
import type { Features } from '../../../workers/recognition/speech-front-end';
import type { WindowEncoder } from '../../../workers/recognition/window-encoder';

const WIDTH = 4;

export const features = (frames = 20): Features => ({
  data: Float32Array.from({ length: frames }, (_, i) => Math.sin(i)),
  melBins: 1,
  frames,
});

export const statesOf = (window: Features, change: (value: number) => number = (x) => x): Tensor =>
  ({
    data: Float32Array.from({ length: (window.frames / 2) * WIDTH }, (_, i) =>
      change(Math.cos(i + (window.data[0] ?? 0))),
    ),
    dims: [1, window.frames / 2, WIDTH],
  }) as unknown as Tensor;

/** A clock that only encoding moves on. */
export class Clock {
  milliseconds = 0;
  now = (): number => this.milliseconds;
}

export interface FakeProcessor extends WindowEncoder {
  windows: number;
}

export function processor(clock = new Clock(), seconds = 5): FakeProcessor {
  return {
    windows: 0,
    encode(window) {
      this.windows++;
      clock.milliseconds += seconds * 1000;
      return Promise.resolve(statesOf(window));
    },
    release: () => Promise.resolve(),
  };
}

export interface FakeCard extends GraphicsEncoder {
  windows: number;
  isReleased: boolean;
  lose: () => void;
  answer: (window: Features) => Promise<Tensor>;
}

/** @param seconds of its runs in turn, the last one for all that follow. */
export function card(clock = new Clock(), seconds: readonly number[] = [4, 1]): FakeCard {
  let lose = () => {};
  const lost = new Promise<void>((resolve) => (lose = resolve));
  return {
    windows: 0,
    isReleased: false,
    lost,
    lose: () => lose(),
    answer: (window) => Promise.resolve(statesOf(window, (x) => x * 1.0001)),
    encode(window) {
      clock.milliseconds += (seconds[this.windows] ?? seconds.at(-1) ?? 0) * 1000;
      this.windows++;
      return this.answer(window);
    },
    release() {
      this.isReleased = true;
      return Promise.resolve();
    },
  };
}
