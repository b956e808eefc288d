import { ADTS, type InputAudioTrack, MP3, OGG } from 'mediabunny';

const OGG_HEADER_BYTES = 27;
/** A page of Ogg is at most 65,307 bytes (RFC 3533). */
const LONGEST_OGG_PAGE = 65_307;
/** Where encoders that know the length of an mp3 say it, behind a small ID3 tag. */
const MP3_BEGINNING = 256 * 1024;

const bytesOf = async (part: Blob): Promise<Uint8Array> => new Uint8Array(await part.arrayBuffer());

const ascii = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** Whether the length that the file states was written by its encoder; that of an mp3 without Xing header is guessed. */
export async function promisesItsLength(file: Blob, track: InputAudioTrack): Promise<boolean> {
  const format = await track.input.getFormat();
  if (format === MP3) return /Xing|Info/.test(ascii(await bytesOf(file.slice(0, MP3_BEGINNING))));
  return format !== OGG && format !== ADTS;
}

/** Whether an Ogg file ends in the middle of a page. Other containers promise a length instead. */
export async function isCutShort(file: Blob): Promise<boolean> {
  if (ascii(await bytesOf(file.slice(0, 4))) !== 'OggS') return false;
  const tail = await bytesOf(file.slice(-LONGEST_OGG_PAGE));
  const page = ascii(tail).lastIndexOf('OggS');
  if (page < 0) return true;
  const segments = tail[page + OGG_HEADER_BYTES - 1];
  if (segments === undefined) return true;
  const sizes = tail.subarray(page + OGG_HEADER_BYTES, page + OGG_HEADER_BYTES + segments);
  const length = sizes.reduce((sum, size) => sum + size, OGG_HEADER_BYTES + segments);
  return sizes.length < segments || page + length > tail.length;
}
