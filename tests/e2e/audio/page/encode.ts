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

const FORMATS = { ogg: OggOutputFormat, webm: WebMOutputFormat, mp4: Mp4OutputFormat };
export type OpusContainer = keyof typeof FORMATS;

/** 48 kHz mono samples as Opus, by the encoder of the browser itself. */
export async function encodeOpus(samples: Float32Array, container: OpusContainer): Promise<Blob> {
  const target = new BufferTarget();
  const output = new Output({ format: new FORMATS[container](), target });
  const source = new AudioSampleSource({ codec: 'opus', quality: QUALITY_MEDIUM });
  output.addAudioTrack(source);
  await output.start();
  const sample = new AudioSample({
    data: samples.slice(),
    format: 'f32',
    numberOfChannels: 1,
    sampleRate: 48_000,
    timestamp: 0,
  });
  await source.add(sample);
  sample.close();
  await output.finalize();
  return new Blob([target.buffer ?? new ArrayBuffer(0)]);
}
