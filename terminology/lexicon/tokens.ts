/** A run of letters and digits; offsets are UTF-16 code units of the text, half-open. */
export interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** What stands between this token and the one before. */
  readonly joint: 'start' | 'space' | 'hyphen' | 'apostrophe' | 'break';
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Cuts a text into words. Hyphens and apostrophes separate tokens and are told in `joint`; so is any other sign. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    const from = match.index;
    const to = from + match[0].length;
    const joint = tokens.length === 0 ? 'start' : jointOf(text, end, from);
    tokens.push({ text: match[0], from, to, joint });
    end = to;
  }
  return tokens;
}

function jointOf(text: string, from: number, to: number): Token['joint'] {
  if (to - from === 1) {
    const code = text.charCodeAt(from);
    if (code === 0x20 || code === 0xa0 || code === 0x202f) return 'space';
    if (code === 0x2d || code === 0x2010 || code === 0x2011) return 'hyphen';
    if (code === 0x27 || code === 0x2019) return 'apostrophe';
    if (code === 0x0a) return 'space';
    return 'break';
  }
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0xa0 && code !== 0x202f) return 'break';
  }
  return 'space';
}
