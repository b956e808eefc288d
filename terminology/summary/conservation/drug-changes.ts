import { changeOf, type Change } from '../drug-change';
import type { Sentence } from '../reading';
import { fault, passage, quoted, type Unsupported } from './fault';
import type { ReportIndex } from './report-index';

const OPPOSITE: Readonly<Record<Change, readonly Change[]>> = {
  stop: ['start', 'keep', 'raise', 'lower'],
  start: ['stop'],
  keep: ['stop'],
  raise: ['stop', 'lower'],
  lower: ['stop', 'raise'],
};
const NAMES: Readonly<Record<Change, string>> = {
  start: 'commencé',
  stop: 'arrêté',
  raise: 'augmenté',
  lower: 'diminué',
  keep: 'poursuivi',
};

/** Told of a drug, these have to stand in the report; "under" or "goes on with" may just say that it is taken. */
const NEEDS_TELLING = new Set<Change>(['stop', 'raise', 'lower']);

/** Drugs that the report stops and the summary starts, and the like. */
export function changeFaults(report: ReportIndex, sentence: Sentence): Unsupported[] {
  return sentence.terms.flatMap((term) => {
    const change = term.isDrug ? changeOf(sentence, term) : undefined;
    if (change === undefined) return [];
    const told = report.drugPlaces(term.key).flatMap((place) => {
      const at = place.sentence.tokens[place.token]?.from;
      const drug = place.sentence.terms.find(({ from }) => from === at);
      const known = drug && changeOf(place.sentence, drug);
      return drug && known ? [{ known, drug, sentence: place.sentence }] : [];
    });
    const [opposite] = told.filter(({ known }) => OPPOSITE[change].includes(known));
    if (told.some(({ known }) => known === change)) return [];
    if (opposite === undefined) {
      if (!NEEDS_TELLING.has(change) || report.drugPlaces(term.key).length === 0) return [];
      const message = `Le compte rendu ne dit pas que « ${quoted(sentence, term)} » est ${NAMES[change]}.`;
      return [fault('drug-change', message, passage(sentence, term))];
    }
    const message = `« ${quoted(sentence, term)} » est ${NAMES[change]} ici, ${NAMES[opposite.known]} dans le compte rendu.`;
    const there = passage(opposite.sentence, opposite.drug);
    return [fault('drug-change', message, passage(sentence, term), there)];
  });
}
