import { isCutShort } from './container-end';
import { type DecodedStretch, type Opening, soundFailure } from './opened-sound';
import { downmix } from './samples';

/** The browser decodes such a file in one go: 40 MB of compressed sound may become 2 GB of samples. */
const MOST_BYTES = 40 * 2 ** 20;
const RATE_HZ = 48_000;

async function* onlyStretch(
  file: Blob,
  sound: AudioBuffer,
): AsyncGenerator<DecodedStretch, boolean, void> {
  const channels = Array.from({ length: sound.numberOfChannels }, (_, index) =>
    sound.getChannelData(index),
  );
  yield { samples: downmix(channels), sampleRateHz: sound.sampleRate, startSeconds: 0 };
  return !(await isCutShort(file));
}

/** Lets the browser try what nothing else here could read; only for short files, since it wants all of them at once. */
export async function openShortFile(file: Blob): Promise<Opening> {
  if (file.size > MOST_BYTES) return soundFailure('unreadable');
  try {
    const context = new OfflineAudioContext(1, 1, RATE_HZ);
    const sound = await context.decodeAudioData(await file.arrayBuffer());
    return {
      ok: true,
      declaredSeconds: sound.duration,
      isDeclared: false,
      read: () => onlyStretch(file, sound),
      close: () => undefined,
    };
  } catch (error) {
    if (error instanceof DOMException) return soundFailure('unreadable');
    throw error;
  }
}
