/** French cardinals from folded parts ("quatre", "vingt", "dix"), with the Belgian and Swiss tens. */

const UNITS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    un: 1,
    une: 1,
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    six: 6,
    sept: 7,
    huit: 8,
    neuf: 9,
  }),
);
const TEENS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    dix: 10,
    onze: 11,
    douze: 12,
    treize: 13,
    quatorze: 14,
    quinze: 15,
    seize: 16,
  }),
);
const TENS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    vingt: 20,
    vingts: 20,
    trente: 30,
    quarante: 40,
    cinquante: 50,
    soixante: 60,
    septante: 70,
    huitante: 80,
    octante: 80,
    nonante: 90,
  }),
);
const SCALES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    million: 1e6,
    millions: 1e6,
    milliard: 1e9,
    milliards: 1e9,
  }),
);

export interface Cardinal {
  readonly value: number;
  /** Index after the last part. */
  readonly to: number;
}

type Parts = readonly string[];

const teen = (parts: Parts, at: number): Cardinal | undefined => {
  const value = TEENS.get(parts[at] ?? '');
  if (value === undefined) return undefined;
  const unit = UNITS.get(parts[at + 1] ?? '') ?? 0;
  return value === 10 && unit >= 7 ? { value: 10 + unit, to: at + 2 } : { value, to: at + 1 };
};

/** What may follow a ten: "un", "et un", "douze" after sixty and eighty. */
function afterTen(parts: Parts, at: number, ten: number): Cardinal {
  const wantsTeens = ten === 60 || ten === 80;
  if (parts[at] === 'et') {
    const next = parts[at + 1] ?? '';
    if (next === 'un' || next === 'une') return { value: ten + 1, to: at + 2 };
    if (next === 'onze' && ten === 60) return { value: 71, to: at + 2 };
    return { value: ten, to: at };
  }
  const small = UNITS.get(parts[at] ?? '');
  if (small !== undefined) return { value: ten + small, to: at + 1 };
  const rest = wantsTeens ? teen(parts, at) : undefined;
  return rest === undefined ? { value: ten, to: at } : { value: ten + rest.value, to: rest.to };
}

function belowHundred(parts: Parts, at: number): Cardinal | undefined {
  const part = parts[at] ?? '';
  if (part === 'quatre' && (parts[at + 1] === 'vingt' || parts[at + 1] === 'vingts'))
    return afterTen(parts, at + 2, 80);
  const ten = TENS.get(part);
  if (ten !== undefined) return afterTen(parts, at + 1, ten);
  const unit = UNITS.get(part);
  return unit === undefined ? teen(parts, at) : { value: unit, to: at + 1 };
}

const isHundred = (part: string | undefined): boolean => part === 'cent' || part === 'cents';

function belowThousand(parts: Parts, at: number): Cardinal | undefined {
  const count = isHundred(parts[at]) ? { value: 1, to: at } : belowHundred(parts, at);
  if (count === undefined || !isHundred(parts[count.to]) || count.value > 19) return count;
  const rest = belowHundred(parts, count.to + 1);
  const hundreds = count.value * 100;
  return rest === undefined
    ? { value: hundreds, to: count.to + 1 }
    : { value: hundreds + rest.value, to: rest.to };
}

function belowMillion(parts: Parts, at: number): Cardinal | undefined {
  const count = parts[at] === 'mille' ? { value: 1, to: at } : belowThousand(parts, at);
  if (count === undefined || parts[count.to] !== 'mille') return count;
  const rest = belowThousand(parts, count.to + 1);
  const thousands = count.value * 1000;
  return rest === undefined
    ? { value: thousands, to: count.to + 1 }
    : { value: thousands + rest.value, to: rest.to };
}

/** The longest cardinal that starts at part `at`; "zéro" is one. */
export function cardinal(parts: Parts, at: number): Cardinal | undefined {
  if (parts[at] === 'zero' || parts[at] === 'zeros') return { value: 0, to: at + 1 };
  const count = belowMillion(parts, at);
  const scale = count === undefined ? undefined : SCALES.get(parts[count.to] ?? '');
  if (count === undefined || scale === undefined) return count;
  const rest = cardinal(parts, count.to + 1);
  const value = count.value * scale;
  return rest === undefined || rest.value === 0 || rest.value >= scale
    ? { value, to: count.to + 1 }
    : { value: value + rest.value, to: rest.to };
}

const SMALL = 'zéro un deux trois quatre cinq six sept huit neuf dix'.split(' ');

/** Zero to ten in letters. */
export const inLetters = (value: number): string | undefined => SMALL[value];

export const isNumberWord = (part: string): boolean =>
  UNITS.has(part) ||
  TEENS.has(part) ||
  TENS.has(part) ||
  isHundred(part) ||
  part === 'mille' ||
  part === 'zero';
