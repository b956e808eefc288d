import type { WindowDecoder, WindowDecoding } from '../../../workers/recognition/decoder';

/** What the decoder answered, one entry a call; the alignment is left out, since it is most of the bytes. */
export type Recording = readonly Omit<WindowDecoding, 'alignment'>[];

/** Passes every call on and keeps its answer. */
export function recording(decoder: WindowDecoder): {
  readonly decoder: WindowDecoder;
  readonly taken: () => Recording;
} {
  const taken: Omit<WindowDecoding, 'alignment'>[] = [];
  return {
    decoder: {
      decode: async (features, options) => {
        const decoding = await decoder.decode(features, options);
        const { hypotheses, noSpeechProbability } = decoding;
        taken.push({ hypotheses, noSpeechProbability });
        return decoding;
      },
      dispose: () => decoder.dispose(),
    },
    taken: () => taken.splice(0),
  };
}

/** Gives recorded answers again, in order, so that what follows the decoder can be measured without it. */
export function replaying(answers: Recording): WindowDecoder & { readonly left: number } {
  const left = [...answers];
  return {
    get left() {
      return left.length;
    },
    decode: () => {
      const next = left.shift();
      if (next === undefined) return Promise.reject(new Error('The recording has ended.'));
      const alignment = { heads: 0, tokens: 0, frames: 0, weights: new Float32Array() };
      return Promise.resolve({ ...next, alignment });
    },
    dispose: () => Promise.resolve(),
  };
}
