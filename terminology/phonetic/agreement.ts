import { lower } from '../lexicon/fold';

/** The form that ends in s or not as what was heard does, where both are words: "traitements" heard "trêtement" → "traitement". */
export function withHeardNumber(written: string, heard: string, knows: (form: string) => boolean): string {
  const isPlural = /[^s]s$/.test(lower(heard));
  if (isPlural && !/[sxz]$/.test(written)) return knows(`${written}s`) ? `${written}s` : written;
  if (!isPlural && !/[sx]$/.test(lower(heard)) && /[^s]s$/.test(written)) {
    const singular = written.slice(0, -1);
    return knows(singular) ? singular : written;
  }
  return written;
}
