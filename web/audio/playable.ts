import {
  ADTS,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  type InputAudioTrack,
  MATROSKA,
  MP3,
  Mp4OutputFormat,
  Output,
  type OutputFormat,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny';
import { openInput } from './container';

/**
 * The container in which the browser finds any moment exactly, where the own one of the file does not allow it. Packets
 * are copied, never encoded again. Measured in Chromium 156 on ten minutes: after a seek, mp3 of variable rate plays
 * up to seconds beside what its clock says and begins 25 ms early (Chromium asks ffmpeg for fast, inaccurate seeks
 * there), raw aac is taken for half as long again, and a live webm has no length at all.
 */
async function exactContainerFor(track: InputAudioTrack): Promise<OutputFormat | undefined> {
  const format = await track.input.getFormat();
  if (format === MP3 || format === ADTS) return new Mp4OutputFormat({ fastStart: 'in-memory' });
  const isLive = (await track.getDurationFromMetadata()) === null;
  if ((format === WEBM || format === MATROSKA) && isLive) return new WebMOutputFormat();
  return undefined;
}

async function copied(
  signal: AbortSignal,
  track: InputAudioTrack,
  format: OutputFormat,
): Promise<Blob | undefined> {
  const codec = await track.getCodec();
  const decoderConfig = await track.getDecoderConfig();
  if (codec === null || decoderConfig === null) return undefined;
  if (!format.getSupportedAudioCodecs().includes(codec)) return undefined;
  const target = new BufferTarget();
  const output = new Output({ format, target });
  const source = new EncodedAudioPacketSource(codec);
  output.addAudioTrack(source);
  await output.start();
  for await (const packet of new EncodedPacketSink(track).packets()) {
    signal.throwIfAborted();
    await source.add(packet, { decoderConfig });
  }
  await output.finalize();
  const type = await output.getMimeType();
  return target.buffer === null ? undefined : new Blob([target.buffer], { type });
}

/**
 * The sound of an imported file as a Blob in which an audio element seeks exactly and keeps the times of
 * `decodeSound`: the file itself, or its packets in another container. To be kept as the original for playing.
 * @throws the reason of the signal when aborted; a file that cannot be copied is given back as it is.
 */
export async function playableSound(signal: AbortSignal, file: Blob): Promise<Blob> {
  const input = openInput(file);
  try {
    const track = (await input.canRead()) ? await input.getPrimaryAudioTrack() : null;
    const format = track === null ? undefined : await exactContainerFor(track);
    if (track === null || format === undefined) return file;
    const copy = await copied(signal, track, format);
    return copy !== undefined && canPlay(copy) ? copy : file;
  } catch {
    signal.throwIfAborted();
    return file;
  } finally {
    input.dispose();
  }
}

const canPlay = ({ type }: Blob): boolean => new Audio().canPlayType(type) !== '';
