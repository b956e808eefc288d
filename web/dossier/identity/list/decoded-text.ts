export type TextEncoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

const SAMPLE_BYTES = 4096;
const UNREADABLE = '\uFFFD';

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

const decoded = (bytes: Uint8Array, encoding: TextEncoding): DecodedText => ({
  text: new TextDecoder(encoding).decode(bytes),
  encoding,
});

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Share of zero bytes at even and at odd places of the beginning: Latin letters in UTF-16 have one in two. */
function zeroShares(bytes: Uint8Array): readonly [number, number] {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const half = Math.max(1, sample.length / 2);
  return [(zeros[0] ?? 0) / half, (zeros[1] ?? 0) / half];
}

const MOSTLY = 0.4;

/**
 * Text of a file in one of the encodings that practice software writes: UTF-8 and UTF-16 with or without a mark,
 * windows-1252. `undefined` when it is no text. A damaged letter of UTF-8 becomes U+FFFD and does not make the rest
 * be taken for windows-1252.
 */
export function decodedText(bytes: Uint8Array): DecodedText | undefined {
  if (startsWith(bytes, 0xff, 0xfe)) return decoded(bytes, 'utf-16le');
  if (startsWith(bytes, 0xfe, 0xff)) return decoded(bytes, 'utf-16be');
  const [even, odd] = zeroShares(bytes);
  if (odd > MOSTLY && even < MOSTLY) return decoded(bytes, 'utf-16le');
  if (even > MOSTLY && odd < MOSTLY) return decoded(bytes, 'utf-16be');
  if (even + odd > 0) return undefined;
  const utf8 = decoded(bytes, 'utf-8');
  const unreadable = countOf(utf8.text, /\uFFFD/g);
  if (unreadable === 0) return utf8;
  const beyondAscii = countOf(utf8.text, /[^\p{ASCII}\uFFFD]/gu);
  // A file cut inside its only accent ends in one unreadable character.
  const isCut = unreadable === 1 && utf8.text.endsWith(UNREADABLE) && beyondAscii > 0;
  return isCut || beyondAscii > unreadable ? utf8 : decoded(bytes, 'windows-1252');
}
