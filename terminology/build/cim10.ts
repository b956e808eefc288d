import { parseCsv } from '../lexicon/import/csv';

export interface Cim10Label {
  readonly code: string;
  readonly label: string;
}

/** Accidents, assaults and circumstances: everyday words, no medical vocabulary. */
const CIRCUMSTANCES = /^[V-Y]/;
const ADMINISTRATIVE =
  /sans précision|non classé|classé[es]* ailleurs|non précisé|sans autre indication|^autres?\b|\bprécisé|^(sujet|personne|antécédents|surveillance|recherche|examen) /i;
const MOST_WORDS = 6;

export function readCim10(csv: string): Cim10Label[] {
  const [head = [], ...rows] = parseCsv(csv, ',');
  const code = head.indexOf('code');
  const long = head.indexOf('long');
  return rows.flatMap((row) => {
    const label = row[long]?.normalize('NFC').replaceAll('’', "'").trim() ?? '';
    return label === '' || CIRCUMSTANCES.test(row[code] ?? '')
      ? []
      : [{ code: row[code] ?? '', label }];
  });
}

/** Labels a doctor may say as they stand: kept word for word, the long and the administrative ones left out. */
export const sayable = (labels: readonly Cim10Label[]): Cim10Label[] =>
  labels.filter(({ label }) => {
    const words = label.split(/[\s'-]+/).length;
    return (
      words >= 2 && words <= MOST_WORDS && !/[()[\],;:]/.test(label) && !ADMINISTRATIVE.test(label)
    );
  });
