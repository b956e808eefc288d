/** Text of a file in UTF-8 (with or without mark), UTF-16 with mark, or else windows-1252; line ends become line feeds. */
export function decodeText(bytes: Uint8Array): string {
  return decoded(bytes).normalize('NFC').replace(/\r\n?/g, '\n');
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeAnsi(bytes);
  }
}

const DOUBLED = /[ÂÃÅ][\u0080-\u00bf\u0152-\u02dc\u2013-\u2122]/;
/** What windows-1252 has from 0x80 to 0x9f; Node 20's own decoder gives control signs there. Spaces stand for the five holes. */
const FROM_80 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const TO_BYTE = new Map(
  Array.from(FROM_80, (sign, at) => [sign.charCodeAt(0), 0x80 + at] as const).filter(
    ([code]) => code !== 0x20,
  ),
);
const HIGH_CONTROL = /[\u0080-\u009f]/g;

function decodeAnsi(bytes: Uint8Array): string {
  const latin = new TextDecoder('latin1').decode(bytes);
  return latin.replace(HIGH_CONTROL, (sign) => FROM_80.charAt(sign.charCodeAt(0) - 0x80));
}

/** Undoes UTF-8 that was read as windows-1252 and written again ("PARACÃ‰TAMOL"); other text comes back as it is. */
export function undouble(text: string): string {
  if (!DOUBLED.test(text)) return text;
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const byte = TO_BYTE.get(code) ?? (code < 0x100 ? code : undefined);
    if (byte === undefined) return text;
    bytes[at] = byte;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC');
  } catch {
    return text;
  }
}

/** Line number, from 1, of the first control character no text holds; undefined in a sound text. */
export function firstDamagedLine(text: string): number | undefined {
  const at = text.search(/[\u0000-\u0008\u000e-\u001f\ufffd]/);
  return at < 0 ? undefined : text.slice(0, at).split('\n').length;
}
