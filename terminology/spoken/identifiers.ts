import { readAmount } from './amount';
import { partAfter } from './number-context';
import type { Found, Rule, Site } from './site';
import type { Token } from './token';

/** Numbers that name a line or a file: their digits stand as they are said, zeros too. */
export const identifier: Rule = (site) => phone(site) ?? fileNumber(site);

/** Two digits said together, "zéro six" among them. */
function pairAt(tokens: readonly Token[], at: number): { digits: string; to: number } | undefined {
  const zero = /^(zero|0)$/.test(tokens[at]?.key ?? '') && tokens[at]?.tail === '';
  const amount = readAmount(tokens, zero ? at + 1 : at, false);
  if (amount === undefined || amount.prefix !== '' || amount.fraction !== undefined)
    return undefined;
  const digits = (zero ? '0' : '') + amount.whole;
  return digits.length === 2 ? { digits, to: amount.to } : undefined;
}

/** A French telephone number read by pairs: "zéro six douze trente-quatre…". */
function phone({ tokens, at }: Site): Found | undefined {
  const pairs: string[] = [];
  let to = at;
  while (pairs.length < 5) {
    const pair = pairAt(tokens, to);
    if (pair === undefined) break;
    pairs.push(pair.digits);
    to = pair.to;
    if (tokens[to - 1]?.tail !== '') break;
  }
  if (pairs.length < 5 || !/^0[1-9]/.test(pairs[0] ?? '')) return undefined;
  return {
    kind: 'number',
    values: [pairs.join('')],
    written: pairs.join('\u00a0'),
    to,
    certainty: 0.95,
  };
}

const FILES = /^(dossier|ipp|nir|sociale|rpps|adeli|finess|nda|identifiant|sejour)$/;

const isLed = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(Math.max(0, at - 6), at).some(({ parts }) => parts.some((part) => FILES.test(part)));

/** A file number read in groups, whose zeros count: "dossier zéro douze quarante-cinq" → 012 45. */
function fileNumber({ tokens, at }: Site): Found | undefined {
  if (!isLed(tokens, at)) return undefined;
  const groups: string[] = [];
  let to = at;
  for (let group = groupAt(tokens, to); group !== undefined; group = groupAt(tokens, to)) {
    groups.push(group.digits);
    to = group.to;
    if (tokens[to - 1]?.tail !== '') break;
  }
  if (groups.length < 3 || measureAt(tokens, to)) return undefined;
  const written = groups.join('\u00a0');
  return { kind: 'number', values: [groups.join('')], written, to, certainty: 0.85 };
}

/** A group of digits with the zeros said before it. */
function groupAt(tokens: readonly Token[], at: number): { digits: string; to: number } | undefined {
  let zeros = 0;
  while (/^(zero|0)$/.test(tokens[at + zeros]?.key ?? '') && tokens[at + zeros]?.tail === '')
    zeros++;
  const amount = readAmount(tokens, at + zeros, false);
  if (amount === undefined || amount.prefix !== '' || amount.fraction !== undefined)
    return undefined;
  return amount.whole.length > 3
    ? undefined
    : { digits: '0'.repeat(zeros) + amount.whole, to: amount.to };
}

/** A unit or a noun of time stands there: what precedes is a quantity. */
const measureAt = (tokens: readonly Token[], to: number): boolean =>
  /^(ans?|mois|jours?|heures?|mg|milligrammes?|comprimes?)$/.test(partAfter(tokens, to));
