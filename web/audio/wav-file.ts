import { type DecodedStretch, type Opening, soundFailure } from './opened-sound';
import { readWavFrames, readWavLayout, type WavLayout } from './wav';

const STRETCH_SECONDS = 10;

async function* readFrames(
  file: Blob,
  layout: WavLayout,
): AsyncGenerator<DecodedStretch, boolean, void> {
  const { dataStart, dataBytes, channels, bytesPerSample, sampleRateHz } = layout;
  const bytesPerSecond = sampleRateHz * channels * bytesPerSample;
  const end = dataStart + dataBytes;
  for (let start = dataStart; start < end; start += STRETCH_SECONDS * bytesPerSecond) {
    const stop = Math.min(end, start + STRETCH_SECONDS * bytesPerSecond);
    const bytes = await file.slice(start, stop).arrayBuffer();
    yield {
      samples: readWavFrames(layout, bytes),
      sampleRateHz,
      startSeconds: (start - dataStart) / bytesPerSecond,
    };
  }
  return !layout.truncated;
}

/** A WAV file read stretch by stretch; nothing where its encoding is not known to us. */
export async function openWavFile(file: Blob): Promise<Opening | undefined> {
  const layout = await readWavLayout(file);
  if (layout === undefined) return undefined;
  if (layout.dataBytes === 0) return soundFailure(layout.truncated ? 'truncated' : 'empty');
  const frameBytes = layout.channels * layout.bytesPerSample;
  return {
    ok: true,
    declaredSeconds: layout.dataBytes / frameBytes / layout.sampleRateHz,
    isDeclared: true,
    read: () => readFrames(file, layout),
    close: () => undefined,
  };
}
