import { readAmount, type Amount } from './amount';
import { labelBefore } from './number-context';
import type { Found, Rule, Site } from './site';
import type { Token } from './token';

/** Scores whose figures are said one after the other. */
export const score: Rule = (site) => apgar(site) ?? gleason(site);

/** A whole figure up to ten that runs on to the next word. */
function smallAt(tokens: readonly Token[], at: number): Amount | undefined {
  const amount = readAmount(tokens, at, false);
  const isSmall = amount !== undefined && amount.prefix === '' && Number(amount.whole) <= 10;
  return isSmall ? amount : undefined;
}

const runsOn = (tokens: readonly Token[], { to }: Amount): boolean => tokens[to - 1]?.tail === '';

/** "Apgar neuf dix dix" → 9/10/10, at one, five and ten minutes. */
function apgar({ tokens, at }: Site): Found | undefined {
  if (labelBefore(tokens, at) !== 'apgar') return undefined;
  const figures: Amount[] = [];
  for (let next = smallAt(tokens, at); next !== undefined && figures.length < 4;) {
    figures.push(next);
    next = runsOn(tokens, next) ? smallAt(tokens, next.to) : undefined;
  }
  const last = figures.at(-1);
  if (last === undefined || figures.length < 2) return undefined;
  const values = figures.map(({ whole }) => whole);
  return { kind: 'number', values, written: values.join('/'), to: last.to, certainty: 0.9 };
}

/** "trois plus quatre" of a Gleason, with its sum where that is said too. */
function sumAt(
  tokens: readonly Token[],
  at: number,
): { values: string[]; written: string; to: number } | undefined {
  const left = smallAt(tokens, at);
  const plus = left && runsOn(tokens, left) ? tokens[left.to] : undefined;
  if (left === undefined || !/^(plus|\+)$/.test(plus?.key ?? '') || plus?.tail !== '')
    return undefined;
  const right = smallAt(tokens, left.to + 1);
  if (right === undefined) return undefined;
  const values = [left.whole, right.whole];
  const written = values.join(' + ');
  const equal = runsOn(tokens, right) ? tokens[right.to] : undefined;
  const isEqual = /^(egale?|=)$/.test(equal?.key ?? '') && equal?.tail === '';
  const sum = isEqual ? smallAt(tokens, right.to + 1) : undefined;
  return sum === undefined
    ? { values, written, to: right.to }
    : { values: [...values, sum.whole], written: `${written} = ${sum.whole}`, to: sum.to };
}

/** "Gleason trois plus quatre égale sept" → 3 + 4 = 7; "Gleason sept trois plus quatre" → 7 (3 + 4). */
function gleason({ tokens, at }: Site): Found | undefined {
  if (labelBefore(tokens, at) !== 'gleason') return undefined;
  const direct = sumAt(tokens, at);
  if (direct !== undefined) return { kind: 'number', certainty: 0.93, ...direct };
  const total = smallAt(tokens, at);
  const follows = total !== undefined && runsOn(tokens, total) && tokens[total.to]?.lead === '';
  const comma = follows && /^virgules?$/.test(tokens[total.to]?.key ?? '') ? 1 : 0;
  const parts = follows ? sumAt(tokens, total.to + comma) : undefined;
  if (total === undefined || parts === undefined) return undefined;
  return {
    kind: 'number',
    values: [total.whole, ...parts.values],
    written: `${total.whole} (${parts.written})`,
    to: parts.to,
    certainty: 0.9,
  };
}
