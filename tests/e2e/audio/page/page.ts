import { type Decoding, decodeSound } from '../../../../web/audio/decode';
import { concatenate } from '../../../../web/audio/samples';
import { encodeOpus } from './encode';

/** Crosses to the test as numbers in an ordinary array. */
export interface DecodedForTest {
  readonly decoding: Decoding;
  readonly samples: number[];
  readonly pieceLengths: number[];
  readonly progress: number[];
}

async function decode(file: Blob, pieceSeconds = 2): Promise<DecodedForTest> {
  const progress: number[] = [];
  const pieces = decodeSound(new AbortController().signal, file, {
    pieceSeconds,
    onProgress: ({ seconds }) => progress.push(seconds),
  });
  const heard: Float32Array[] = [];
  let step = await pieces.next();
  for (; step.done !== true; step = await pieces.next()) heard.push(step.value.samples);
  return {
    decoding: step.value,
    samples: [...concatenate(heard)],
    pieceLengths: heard.map(({ length }) => length),
    progress,
  };
}

export const api = { decode, decodeSound, encodeOpus };
export type PageApi = typeof api;

Object.assign(window, { sound: api });
document.body.dataset['ready'] = 'yes';
