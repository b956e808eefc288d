import type { WindowDecoder } from '../../workers/recognition/decoder';

type Features = Parameters<WindowDecoder['decode']>[0];

const FRAMES_PER_SECOND = 100;
/** Silence that Whisper still sees after the last sound. */
const MARGIN_SECONDS = 1;

/** The features up to one second after the sound, an even number of frames as the encoder wants it. */
export function cutContext(features: Features, seconds: number): Features {
  const { data, melBins, frames } = features;
  const wanted = Math.ceil((seconds + MARGIN_SECONDS) * FRAMES_PER_SECOND);
  const kept = wanted + (wanted % 2);
  if (kept >= frames) return features;
  const cut = new Float32Array(melBins * kept);
  for (let bin = 0; bin < melBins; bin++) {
    cut.set(data.subarray(bin * frames, bin * frames + kept), bin * kept);
  }
  return { data: cut, melBins, frames: kept };
}
