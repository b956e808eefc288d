import { isContent } from '../function-words';
import type { Sentence } from '../reading';
import { stem } from '../stem';
import type { Term } from '../term';
import { fault, passage, quoted, type Unsupported } from './fault';
import { readingsOf, type ReportIndex } from './report-index';

/** Signs and illnesses so general that they name whatever was told. */
const GENERAL = new Set(
  'lesion lesions maladie syndrome affection trouble troubles pathologie symptome symptomes douleur atteinte tumeur masse complication complications recidive aggravation amelioration evolution deces guerison infection anomalie diagnostic crise episode terrain contage auscultation palpation percussion inspection interrogatoire'.split(
    ' ',
  ),
);

const stemsOf = (text: string): string[] =>
  (text.match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu) ?? [])
    .filter((word) => isContent(word.toLowerCase()))
    .map(stem);

function isNamed(report: ReportIndex, sentence: Sentence, term: Term): boolean {
  const isThere = (key: string): boolean => report.placesOf(key).length > 0;
  const stems = stemsOf(quoted(sentence, term));
  // A sign is its first word: "sibilants à l'auscultation".
  const isSign = !term.categories.includes('pathology') && term.categories.includes('sign');
  if (stems.length === 0 || (isSign ? stems.slice(0, 1) : stems).every(isThere)) return true;
  // "PTG" for an arthroplastie totale de genou: most words of what it stands for are there.
  return readingsOf(term).some((reading) => reading.filter(isThere).length > reading.length / 2);
}

/** Terms inside a quantity are its unit: "mg", "SA". */
export const isUnit = ({ quantities }: Sentence, { from, to }: Term): boolean =>
  quantities.some((quantity) => quantity.from <= from && to <= quantity.to);

/** Drugs and diagnoses that the report does not name. */
export function termFaults(report: ReportIndex, sentence: Sentence): Unsupported[] {
  return sentence.terms.flatMap((term) => {
    if (isUnit(sentence, term) || GENERAL.has(term.key)) return [];
    const place = passage(sentence, term);
    const written = quoted(sentence, term);
    if (term.isDrug) {
      if (report.drugPlaces(term.key).length > 0 || isNamed(report, sentence, term)) return [];
      return [fault('drug', `« ${written} » n’est pas dans le compte rendu.`, place)];
    }
    const at = sentence.tokens.findIndex(({ from }) => from >= term.from);
    // A sign may be told in other words; that it is absent has to stand there.
    const isDenied = sentence.stance.negated[at] === true && term.categories.includes('sign');
    const isDiagnosis = term.categories.includes('pathology') || term.expansion !== '' || isDenied;
    if (!isDiagnosis || isNamed(report, sentence, term)) return [];
    return [fault('diagnosis', `« ${written} » n’est pas dans le compte rendu.`, place)];
  });
}
