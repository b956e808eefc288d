const UNITS = [
  'zéro',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
] as const;
const TENS = ['', 'dix', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante'] as const;

function belowHundred(value: number, isLast: boolean): string {
  if (value <= 16) return UNITS[value]!;
  if (value < 20) return `dix-${UNITS[value - 10]}`;
  const base = value >= 80 ? 80 : value >= 60 ? 60 : value - (value % 10);
  const rest = value - base;
  if (base === 80) {
    if (rest === 0) return isLast ? 'quatre-vingts' : 'quatre-vingt';
    return `quatre-vingt-${belowHundred(rest, false)}`;
  }
  const tens = TENS[base / 10]!;
  if (rest === 0) return tens;
  return rest === 1 || rest === 11
    ? `${tens} et ${belowHundred(rest, false)}`
    : `${tens}-${belowHundred(rest, false)}`;
}

function belowThousand(value: number, isLast: boolean): string {
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  if (hundreds === 0) return belowHundred(rest, isLast);
  const count = hundreds === 1 ? '' : `${UNITS[hundreds]} `;
  if (rest === 0) return `${count}cent${hundreds > 1 && isLast ? 's' : ''}`;
  return `${count}cent ${belowHundred(rest, isLast)}`;
}

/** A whole number as it is read aloud in France: 1968 → "mille neuf cent soixante-huit". Up to 999,999,999. */
export function spellNumber(value: number): string {
  const millions = Math.floor(value / 1_000_000);
  const thousands = Math.floor((value % 1_000_000) / 1000);
  const rest = value % 1000;
  const parts: string[] = [];
  if (millions > 0)
    parts.push(`${belowThousand(millions, true)} million${millions > 1 ? 's' : ''}`);
  if (thousands > 0)
    parts.push(thousands === 1 ? 'mille' : `${belowThousand(thousands, false)} mille`);
  if (rest > 0 || parts.length === 0) parts.push(belowThousand(rest, true));
  return parts.join(' ');
}
