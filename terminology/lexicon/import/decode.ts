/** Text of a file in UTF-8 (with or without mark), UTF-16 with mark, or else windows-1252; line ends become line feeds. */
export function decodeText(bytes: Uint8Array): string {
  return decoded(bytes).normalize('NFC').replace(/\r\n?/g, '\n');
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const DOUBLED = /[ÂÃÅ][\u0080-\u00bf\u0152-\u02dc\u2013-\u2122]/;
/** Signs that windows-1252 keeps outside Latin-1, by code unit. */
const TO_BYTE = new Map(
  Array.from({ length: 32 }, (_, at) => {
    const byte = 0x80 + at;
    return [
      new TextDecoder('windows-1252').decode(new Uint8Array([byte])).charCodeAt(0),
      byte,
    ] as const;
  }),
);

/** Undoes UTF-8 that was read as windows-1252 and written again ("PARACÃ‰TAMOL"); other text comes back as it is. */
export function undouble(text: string): string {
  if (!DOUBLED.test(text)) return text;
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const byte = code < 0x80 || (code >= 0xa0 && code < 0x100) ? code : TO_BYTE.get(code);
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
