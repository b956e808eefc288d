import { ADTS, type InputAudioTrack, MP3, OGG } from 'mediabunny';

/** A page of Ogg is at most 65,307 bytes (RFC 3533). */
const LONGEST_OGG_PAGE = 65_307;
const OGG_HEADER_BYTES = 27;
/** Where encoders that know the length of an mp3 say it, behind a small ID3 tag. */
const MP3_BEGINNING = 256 * 1024;

const latin1 = async (bytes: Blob): Promise<string> =>
  new TextDecoder('latin1').decode(await bytes.arrayBuffer());

/** Whether the length that the file states was written by its encoder; that of an mp3 without Xing header is guessed. */
export async function promisesItsLength(file: Blob, track: InputAudioTrack): Promise<boolean> {
  const format = await track.input.getFormat();
  if (format === MP3) return /Xing|Info/.test(await latin1(file.slice(0, MP3_BEGINNING)));
  return format !== OGG && format !== ADTS;
}

/** Whether an Ogg file ends in the middle of a page. Other containers promise a length instead. */
export async function isCutShort(file: Blob): Promise<boolean> {
  if ((await latin1(file.slice(0, 4))) !== 'OggS') return false;
  const tail = await latin1(file.slice(-LONGEST_OGG_PAGE));
  const page = tail.lastIndexOf('OggS');
  if (page < 0) return true;
  const byte = (offset: number): number => tail.charCodeAt(page + offset);
  const segments = byte(OGG_HEADER_BYTES - 1);
  if (Number.isNaN(segments)) return true;
  let length = OGG_HEADER_BYTES + segments;
  for (let segment = 0; segment < segments; segment++) length += byte(OGG_HEADER_BYTES + segment);
  return !(page + length <= tail.length);
}
