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

/** The mp4 has its table at its end, as recorders write it. */
const FORMATS = {
  ogg: () => new OggOutputFormat(),
  webm: () => new WebMOutputFormat(),
  mp4: () => new Mp4OutputFormat({ fastStart: false }),
};
export type OpusContainer = keyof typeof FORMATS;

/** 48 kHz mono samples as Opus, by the encoder of the browser itself. */
export async function encodeOpus(samples: Float32Array, container: OpusContainer): Promise<Blob> {
  const target = new BufferTarget();
  const output = new Output({ format: FORMATS[container](), target });
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
