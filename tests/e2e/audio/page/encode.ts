import {
  AudioSample,
  AudioSampleSource,
  BufferTarget,
  Mp4OutputFormat,
  OggOutputFormat,
  Output,
  QUALITY_MEDIUM,
  WebMOutputFormat,
} from 'mediabunny';
import { bursts } from '../signal';

/** The mp4 has its table at its end, as recorders write it. */
const FORMATS = {
  ogg: () => new OggOutputFormat(),
  webm: () => new WebMOutputFormat(),
  mp4: () => new Mp4OutputFormat({ fastStart: false }),
};
export type OpusContainer = keyof typeof FORMATS;

/** Bursts at 48 kHz as Opus, by the encoder of the browser itself. */
export async function encodeOpus(seconds: number, container: OpusContainer): Promise<Uint8Array> {
  const target = new BufferTarget();
  const output = new Output({ format: FORMATS[container](), target });
  const source = new AudioSampleSource({ codec: 'opus', quality: QUALITY_MEDIUM });
  output.addAudioTrack(source);
  await output.start();
  const sample = new AudioSample({
    data: bursts(seconds, 48_000),
    format: 'f32',
    numberOfChannels: 1,
    sampleRate: 48_000,
    timestamp: 0,
  });
  await source.add(sample);
  sample.close();
  await output.finalize();
  return new Uint8Array(target.buffer ?? new ArrayBuffer(0));
}
