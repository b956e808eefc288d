import { type Decoding, decodeSound } from '../../../../web/audio/decode';
import { playableSound } from '../../../../web/audio/playable';
import { Player, type PlayerState } from '../../../../web/audio/player';
import { concatenate } from '../../../../web/audio/samples';
import { listMicrophones } from '../../../../web/audio/microphone';
import { wavHeader } from '../../../../web/audio/wav';
import { encodeOpus } from './encode';
import { firstBurstsAfter } from './listen';
import { openRecorder } from './memory-recorder';

export interface DecodedForTest {
  readonly decoding: Decoding;
  readonly samples: Float32Array;
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
    samples: concatenate(heard),
    pieceLengths: heard.map(({ length }) => length),
    progress,
  };
}

/** A player and everything it said, for a test to drive step by step. */
function openPlayer(): { readonly player: Player; readonly states: PlayerState[] } {
  const states: PlayerState[] = [];
  return { player: new Player({ onChange: (state) => states.push(state) }), states };
}

function toneWav(seconds: number): Blob {
  const samples = Int16Array.from(
    { length: seconds * 16_000 },
    (_, index) => 8000 * Math.sin((2 * Math.PI * 440 * index) / 16_000),
  );
  return new Blob([wavHeader(samples.length, 16_000), samples]);
}

const api = {
  decode,
  decodeSound,
  encodeOpus,
  firstBurstsAfter,
  listMicrophones,
  openPlayer,
  openRecorder,
  playableSound,
  toneWav,
};
export type PageApi = typeof api;

Object.assign(window, { sound: api });
document.body.dataset['ready'] = 'yes';
