/** "1234.5" → "1 234,5", as a French report writes it. */
export function frenchNumber(value: number): string {
  const [whole = '', decimals] = String(Number(value.toPrecision(6))).split('.');
  const grouped =
    whole.length > 4 || (whole.length === 4 && value >= 2000 && decimals === undefined)
      ? whole.replace(/\B(?=(\d{3})+$)/g, '\u202f')
      : whole;
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}

/** A quantity as written, its figure multiplied by a factor: ("75 mg", 75, 0.1) → "7,5 mg". */
export const rescaled = (written: string, value: number, factor: number): string =>
  written.replace(/^[\d.,\u00a0\u202f ]*\d/, frenchNumber(value * factor));
