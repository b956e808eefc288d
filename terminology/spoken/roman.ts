import { words } from './grammar';
import { partAfter } from './number-context';
import type { Token } from './token';

const NUMERALS = 'I II III IV V VI VII VIII IX X XI XII XIII'.split(' ');

/** Classifications whose grades are typed in Roman numerals. */
const CLASSIFICATIONS = words(
  `nyha killip garden gustilo schatzker neer mallampati fontaine leriche phototype fitzpatrick sbr bloom forrest figo okuda
   mobitz bethesda pauwels crowe harris salter lown meyers evans cormack`,
);
const GRADED = words('stade grade classe type groupe');
/** Couinaud's segments are Roman; those of the lung and of the coronary arteries are Arabic. */
const ARABIC_SEGMENTS =
  /pulmon|poumon|lobe|bronch|coronaire|culmen|lingula|apical|fowler|stent|ventricul|rachis|spondyl/;
const FACTORS = new Set([2, 5, 7, 8, 9, 10, 11, 12, 13]);

function near(tokens: readonly Token[], at: number, to: number, reach: number): string[] {
  return [...tokens.slice(Math.max(0, at - reach), at), ...tokens.slice(to, to + reach)].flatMap(
    ({ parts }) => parts,
  );
}

/**
 * The Roman numeral that the domain wants at this place: hepatic segments, cranial nerves, coagulation factors, grades of
 * the classifications above (usage of French medical typing).
 */
export function romanAt(
  tokens: readonly Token[],
  at: number,
  to: number,
  value: number,
): string | undefined {
  const numeral = NUMERALS[value - 1];
  const label = tokens[at - 1]?.tail === '' ? (tokens[at - 1]?.parts.at(-1) ?? '') : '';
  if (numeral === undefined) return undefined;
  if (label === 'segment' && value <= 8) {
    const arabic = near(tokens, at, to, 5).some((part) => ARABIC_SEGMENTS.test(part));
    return arabic ? undefined : numeral;
  }
  if (label === 'nerf' && value >= 2 && value <= 12) return numeral;
  if (label === 'facteur') {
    const governed = ['un', 'une', "d'", 'de'].includes(tokens[at - 2]?.parts.at(-1) ?? '');
    return !governed && FACTORS.has(value) ? numeral : undefined;
  }
  if (CLASSIFICATIONS.has(label) && value <= 6) return numeral;
  const graded = GRADED.has(label) && near(tokens, at, to, 4).some((p) => CLASSIFICATIONS.has(p));
  return graded && value <= 6 && partAfter(tokens, to) !== 'sur' ? numeral : undefined;
}
