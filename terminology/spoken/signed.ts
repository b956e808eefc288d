import { digitsOf, readAmount, readJoined, THIN, valueOf } from './amount';
import { partAfter } from './number-context';
import { measureAfter } from './quantity';
import type { Found, Rule } from './site';
import type { Token } from './token';

/** What is measured from zero both ways: angles, refraction, deviations from a mean. */
const TWO_WAYS = /^(ds|dioptries?|deviations?|ecarts?)$/;
const MEASURED =
  /^(refraction|sphere|cylindre|addition|equivalent|tscore|zscore|t-score|z-score|score|exces)$/;

const isMeasured = (tokens: readonly Token[], at: number): boolean =>
  tokens
    .slice(Math.max(0, at - 5), at)
    .some(({ parts }) => parts.some((part) => MEASURED.test(part)));

/** "mille six cents grammes plus ou moins deux cents grammes" → ± 200 g. */
function plusOrMinus(tokens: readonly Token[], at: number): Found | undefined {
  if (tokens[at]?.key !== 'plus' || tokens[at + 1]?.key !== 'ou') return undefined;
  const words = tokens.slice(at, at + 3);
  if (words[2]?.key !== 'moins' || words.some(({ tail }) => tail !== '')) return undefined;
  const amount = readJoined(tokens, at + 3);
  if (amount === undefined || amount.prefix !== '') return undefined;
  const values = [valueOf(amount)];
  const figure = `±${THIN}${digitsOf(amount, true)}`;
  const measure = measureAfter(tokens, amount);
  if (measure !== undefined) {
    const written = figure + (measure.joined ? '' : THIN) + measure.symbol;
    return { kind: 'unit', values, unit: measure.symbol, written, to: measure.to, certainty: 0.9 };
  }
  const isBare = readAmount(tokens, at + 3) !== undefined;
  return isBare
    ? { kind: 'number', values, written: figure, to: amount.to, certainty: 0.85 }
    : undefined;
}

/** "extension moins dix degrés" → −10°; "plus deux DS" → +2 DS; "plus dix milligrammes" adds and keeps its word. */
export const signed: Rule = ({ tokens, at }) => {
  const spread = plusOrMinus(tokens, at);
  if (spread !== undefined) return spread;
  const token = tokens[at];
  const sign = token?.key === 'plus' ? '+' : token?.key === 'moins' ? '−' : undefined;
  if (sign === undefined || token?.tail !== '') return undefined;
  const amount = readJoined(tokens, at + 1);
  if (amount === undefined || amount.prefix !== '') return undefined;
  const measure = measureAfter(tokens, amount);
  const isAngle = measure?.symbol === '°' || measure?.symbol === '°C';
  const isBare = measure === undefined && readAmount(tokens, at + 1) !== undefined;
  const goesBothWays =
    isAngle ||
    (isBare && TWO_WAYS.test(partAfter(tokens, amount.to))) ||
    (isBare && amount.fraction !== undefined && isMeasured(tokens, at));
  if (!goesBothWays) return undefined;
  const values = [(sign === '−' ? '-' : '') + valueOf(amount)];
  const figure = sign + digitsOf(amount);
  if (measure === undefined)
    return { kind: 'number', values, written: figure, to: amount.to, certainty: 0.9 };
  const { symbol, joined, to } = measure;
  const written = figure + (joined ? '' : THIN) + symbol;
  return { kind: 'unit', values, unit: symbol, written, to, certainty: 0.9 };
};
