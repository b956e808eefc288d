import {
  ADTS,
  type AudioSample,
  AudioSampleSink,
  BlobSource,
  FLAC,
  Input,
  type InputAudioTrack,
  MATROSKA,
  MP3,
  MP4,
  OGG,
  QTFF,
  WEBM,
} from 'mediabunny';
import { type DecodedStretch, type Opening, soundFailure } from './opened-sound';
import { downmix } from './samples';
import { isCutShort, promisesItsLength } from './container-end';
import { answerOf } from './stall';

/** Never HLS: a playlist names addresses, and nothing here may follow one. */
const FORMATS = [MP4, QTFF, WEBM, MATROSKA, OGG, FLAC, MP3, ADTS];

const PROTECTED_ENTRIES: readonly unknown[] = ['enca', 'drms'];

/** After a packet that cannot be decoded, go on this much later, and give up after so many. */
const SKIPPED_SECONDS = 0.1;
const MOST_DAMAGES = 50;
/** A file that goes back to what was already heard, for as many packets, goes round in a circle. */
const MOST_RETURNS = 100;

/** Opens a file for its packets. Reading errors are those of a bad file, so they are kept quiet here. */
export const openInput = (file: Blob): Input =>
  new Input({
    formats: FORMATS,
    source: new BlobSource(file, { handleUnhandledError: () => undefined }),
  });

function monoOf(sample: AudioSample): Float32Array {
  const channels = Array.from({ length: sample.numberOfChannels }, (_, planeIndex) => {
    const plane = new Float32Array(sample.numberOfFrames);
    sample.copyTo(plane, { planeIndex, format: 'f32-planar' });
    return plane;
  });
  return downmix(channels);
}

/**
 * Where to call zero: what stands before it is the run-up of the encoder; a cut from a live stream starts anywhere.
 * Nothing where not even the first packet can be found.
 */
async function originOf(track: InputAudioTrack): Promise<number | undefined> {
  try {
    const first = await track.getFirstTimestamp();
    return first > 1 ? first : 0;
  } catch (error) {
    if (track.input.disposed) throw error;
    return undefined;
  }
}

async function* readTrack(
  file: Blob,
  track: InputAudioTrack,
): AsyncGenerator<DecodedStretch, boolean, void> {
  const sink = new AudioSampleSink(track);
  const origin = await originOf(track);
  if (origin === undefined) return false;
  let position = origin;
  let [damages, returns] = [0, 0];
  for (let done = false; !done;) {
    try {
      for await (const sample of sink.samples(damages === 0 ? undefined : position)) {
        const stretch = stretchOf(sample, origin);
        const end = sample.timestamp + sample.duration;
        sample.close();
        returns = end > position ? 0 : returns + 1;
        if (returns > MOST_RETURNS) return false;
        position = Math.max(position, end);
        if (stretch !== undefined) yield stretch;
      }
      done = true;
    } catch (error) {
      if (track.input.disposed) throw error;
      position += SKIPPED_SECONDS;
      done = ++damages > MOST_DAMAGES;
    }
  }
  return damages === 0 && !(await isCutShort(file));
}

function stretchOf(sample: AudioSample, origin: number): DecodedStretch | undefined {
  const { sampleRate, timestamp } = sample;
  const early = Math.max(0, Math.round((origin - timestamp) * sampleRate));
  if (early >= sample.numberOfFrames) return undefined;
  return {
    samples: monoOf(sample).subarray(early),
    sampleRateHz: sampleRate,
    startSeconds: timestamp + early / sampleRate - origin,
  };
}

async function declaredSecondsOf(track: InputAudioTrack): Promise<number | undefined> {
  const format = await track.input.getFormat();
  // An Ogg file only says it in its last page, which is near at hand.
  if (format === OGG) return track.computeDuration();
  return (await track.getDurationFromMetadata()) ?? undefined;
}

async function openTrack(file: Blob, track: InputAudioTrack): Promise<Opening | undefined> {
  if (PROTECTED_ENTRIES.includes(await track.getInternalCodecId())) {
    return soundFailure('protected');
  }
  if (!(await track.canDecode())) return undefined;
  return {
    ok: true,
    declaredSeconds: await declaredSecondsOf(track),
    isDeclared: await promisesItsLength(file, track),
    read: () => readTrack(file, track),
    close: () => {
      track.input.dispose();
    },
  };
}

async function openFirstTrack(file: Blob, input: Input): Promise<Opening | undefined> {
  if (!(await input.canRead())) return undefined;
  const tracks = await input.getTracks();
  const track = await input.getPrimaryAudioTrack();
  if (track !== null) return openTrack(file, track);
  // Recorders write the table of an mp4 last: without it the samples are there, but nobody knows where.
  return soundFailure(tracks.length === 0 ? 'truncated' : 'not-sound');
}

/**
 * Opens the sound of a container (mp4, webm, ogg, flac, mp3, aac), decoded packet by packet.
 * Nothing where it is no such container or where its packets cannot be decoded here.
 */
export async function openContainer(file: Blob): Promise<Opening | undefined> {
  const input = openInput(file);
  let opening: Opening | undefined;
  try {
    opening = await answerOf(openFirstTrack(file, input));
    return opening;
  } catch {
    // The parser throws whatever contents make it stumble over: it is always the file.
    return soundFailure('unreadable');
  } finally {
    if (opening?.ok !== true) input.dispose();
  }
}
