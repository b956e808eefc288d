import { cardinal } from './cardinal';
import type { Found, Rule, Site } from './site';
import type { Token } from './token';

const ROMAN = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** Where a heading may stand: a line, a sentence, or right behind the heading above it. */
const isHead = ({ sentenceStart, done }: Site): boolean =>
  sentenceStart || /^[IVX]+\.$/.test(done.at(-1)?.written ?? '');

/** A comma or a dash of breath after the marker is part of it. */
function afterMarker(tokens: readonly Token[], to: number): number {
  const comma = tokens[to];
  return comma?.key === 'virgule' && tokens[to - 1]?.tail === '' ? to + 1 : to;
}

/** "grand un" → I., "petit a" → a), as headings and lists are dictated; "petit à petit" and "petit foyer" are words. */
export const outline: Rule = (site) => {
  const { tokens, at } = site;
  const token = tokens[at];
  if (token?.key !== 'grand' && token?.key !== 'petit') return undefined;
  if (token.tail !== '' || !isHead(site)) return undefined;
  return token.key === 'grand' ? roman(site) : letter(site);
};

function roman({ tokens, at }: Site): Found | undefined {
  const next = tokens[at + 1];
  const said = next === undefined ? undefined : cardinal(next.parts, 0);
  const figure = said?.to === next?.parts.length ? said?.value : Number(next?.key);
  const written = figure === undefined ? undefined : ROMAN[figure];
  if (!written) return undefined;
  const to = afterMarker(tokens, at + 2);
  return {
    kind: 'number',
    values: [String(figure)],
    written: `${written}.`,
    to,
    certainty: 0.85,
  };
}

function letter({ tokens, at }: Site): Found | undefined {
  const core = tokens[at + 1]?.core ?? '';
  const next = tokens[at + 2]?.key ?? '';
  if (!/^[a-hA-H]$/.test(core) || next === 'petit' || next === '') return undefined;
  const to = afterMarker(tokens, at + 2);
  return {
    kind: 'command',
    action: 'insert',
    written: `${core.toLowerCase()})`,
    to,
    certainty: 0.85,
  };
}
