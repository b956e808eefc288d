import { cardinal, isNumberWord } from './cardinal';
import type { Token } from './token';

/** An exact quantity: digits as strings, so that forty of them, or "1,20", stay what was said. */
export interface Amount {
  readonly whole: string;
  readonly fraction?: string;
  /** Said in words rather than recognised as digits. */
  readonly spelled: boolean;
  /** "d'" in "d'un virgule deux litre", as heard. */
  readonly prefix: string;
  /** Index of the token after the last. */
  readonly to: number;
}

const PREFIX = /^(?:d|qu|jusqu|presqu)['’]/i;
const DIGITS = /^[+-]?\d+(?:[.,]\d+)?$/;
const SCALES: ReadonlyMap<string, number> = new Map([
  ['mille', 3],
  ['million', 6],
  ['millions', 6],
  ['milliard', 9],
  ['milliards', 9],
]);
export const THIN = '\u202f';

/** The value as a plain decimal: "1.2", "4000". */
export const valueOf = ({ whole, fraction }: Amount): string =>
  fraction === undefined ? whole : `${whole}.${fraction}`;

/** Thousands apart by narrow no-break spaces; identifiers (beyond twelve digits, or with a leading zero) untouched. */
function grouped(digits: string): string {
  if (digits.length > 12 || /^[+-]?0\d/.test(digits)) return digits;
  return digits.replace(/\B(?=(\d{3})+$)/g, THIN);
}

/** Digits with a decimal comma; `thousands` puts the gap in four-digit numbers too (quantities, not years). */
export function digitsOf(amount: Amount, thousands = false): string {
  const long = amount.whole.replace(/^[+-]/, '').length > (thousands ? 3 : 4);
  const whole = long ? grouped(amount.whole) : amount.whole;
  return amount.fraction === undefined ? whole : `${whole},${amount.fraction}`;
}

/** Parts of consecutive tokens with the token each belongs to; punctuation stops the flow. */
interface Flow {
  readonly parts: string[];
  readonly owner: number[];
}

const MAX_PARTS = 24;

function flowFrom(tokens: readonly Token[], at: number, skip: number): Flow {
  const flow: Flow = { parts: [], owner: [] };
  for (let index = at; index < tokens.length && flow.parts.length < MAX_PARTS; index++) {
    const token = tokens[index];
    if (token === undefined || (index > at && token.lead !== '')) break;
    token.parts.forEach((part, place) => {
      if (index > at || place >= skip) {
        flow.parts.push(part);
        flow.owner.push(index);
      }
    });
    if (token.tail !== '' || token.parts.length === 0) break;
  }
  return flow;
}

/** Index after the token that part `end - 1` closes, if it does close it. */
const closes = ({ owner }: Flow, end: number): number | undefined => {
  const last = owner[end - 1];
  return last !== undefined && owner[end] !== last ? last + 1 : undefined;
};

/** The number that starts at token `at`, with its decimals unless `decimals` is false; it ends with its token. */
export function readAmount(
  tokens: readonly Token[],
  at: number,
  decimals = true,
): Amount | undefined {
  const amount = readJoined(tokens, at, decimals);
  return amount !== undefined && carriesUnit(tokens[amount.to - 1]) ? undefined : amount;
}

/** The token is a number and its unit in one: "5mg". */
export const carriesUnit = (token: Token | undefined): boolean =>
  token?.parts.length === 2 && /^[+-]?\d/.test(token.parts[0] ?? '');

/** The number at token `at`, which may have its unit in the same token: the caller must read that unit too. */
export function readJoined(
  tokens: readonly Token[],
  at: number,
  decimals = true,
): Amount | undefined {
  const token = tokens[at];
  if (token === undefined || token.parts.length === 0) return undefined;
  const prefix = PREFIX.exec(token.core)?.[0] ?? '';
  const first = token.parts[prefix === '' ? 0 : 1] ?? '';
  if (!isNumberWord(first) && !/^[+-]?\d/.test(first)) return undefined;
  const flow = flowFrom(tokens, at, prefix === '' ? 0 : 1);
  const whole = readDigits(flow, prefix) ?? readSpelled(flow, prefix);
  if (whole === undefined || !decimals || whole.fraction !== undefined) return whole;
  return withDecimals(tokens, whole);
}

function readSpelled(flow: Flow, prefix: string): Amount | undefined {
  const said = cardinal(flow.parts, 0);
  const to = said === undefined ? undefined : closes(flow, said.to);
  if (said === undefined || to === undefined) return undefined;
  return { whole: String(said.value), spelled: true, prefix, to };
}

function readDigits(flow: Flow, prefix: string): Amount | undefined {
  const first = flow.parts[0] ?? '';
  if (!DIGITS.test(first)) return undefined;
  const [whole = '', fraction] = first.split(/[.,]/);
  let digits = whole;
  let end = 1;
  while (fraction === undefined && digits.length <= 9 && /^[1-9]\d{0,2}$/.test(whole)) {
    const group = flow.parts[end] ?? '';
    if (!/^\d{3}$/.test(group)) break;
    digits += group;
    end++;
  }
  const scale = SCALES.get(flow.parts[end] ?? '');
  if (scale !== undefined && fraction === undefined && digits.length <= 3) {
    digits += '0'.repeat(scale);
    end++;
  }
  const to = closes(flow, end) ?? insideOf(flow, end);
  if (to === undefined) return undefined;
  return { whole: digits, ...(fraction && { fraction }), spelled: false, prefix, to };
}

/** "5mg" is one token of two parts: the number ends inside it and the unit reader takes over. */
const insideOf = ({ owner }: Flow, end: number): number | undefined => {
  const last = owner[end - 1];
  return last === undefined ? undefined : last + 1;
};

const isComma = (token: Token | undefined): boolean =>
  token !== undefined && /^virgules?$/.test(token.key) && token.lead === '' && token.tail === '';

/** "un virgule deux", "zéro virgule zéro cinq": the zeros are said one by one. */
function withDecimals(tokens: readonly Token[], whole: Amount): Amount {
  const comma = tokens[whole.to];
  if (tokens[whole.to - 1]?.tail !== '' || !isComma(comma)) return whole;
  const flow = flowFrom(tokens, whole.to + 1, 0);
  let zeros = 0;
  while (flow.parts[zeros] === 'zero') zeros++;
  const digits = /^\d+$/.test(flow.parts[zeros] ?? '') ? flow.parts[zeros] : undefined;
  const said = digits === undefined ? cardinal(flow.parts, zeros) : undefined;
  const tail = digits ?? (said === undefined ? '' : String(said.value));
  const end = digits !== undefined ? zeros + 1 : (said?.to ?? zeros);
  const to = closes(flow, end);
  if (to === undefined || zeros + tail.length === 0) return whole;
  return { ...whole, fraction: '0'.repeat(zeros) + tail, to };
}
