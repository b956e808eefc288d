/** First bytes of files that hold sound, read here or not: dictaphones' DSS and DS2, WMA, AMR, AIFF, CAF, ADPCM in WAV. */
const BEGINNINGS: readonly RegExp[] = [
  /^(RIFF|RF64)[^]{4}WAVE/,
  /^[\x02\x03]ds[s2]/,
  /^\x30\x26\xb2\x75\x8e\x66\xcf\x11/,
  /^#!AMR/,
  /^FORM[^]{4}AIF[FC]/,
  /^caff/,
  /^\.snd/,
  /^[^]{4}ftyp/,
  /^\x1a\x45\xdf\xa3/,
  /^OggS/,
  /^fLaC/,
  /^ID3/,
];

const LONGEST_BEGINNING = 16;

/** Whether the file begins as sound does, so that "this is not sound" would be wrong. */
export async function looksLikeSound(file: Blob): Promise<boolean> {
  const bytes = await file.slice(0, LONGEST_BEGINNING).arrayBuffer();
  const beginning = String.fromCharCode(...new Uint8Array(bytes));
  return BEGINNINGS.some((pattern) => pattern.test(beginning));
}
