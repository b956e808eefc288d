import type { Quantity } from '../quantities';
import type { Sentence } from '../reading';
import { stem } from '../stem';
import type { Term } from '../term';
import { fault, passage, quoted, type Unsupported } from './fault';
import { isContentToken, overlap, type ReportIndex } from './report-index';
import { isUnit } from './terms';

const DOSE = /^(?:mass|activity|unit-dose|volume|amount)/;
const TIME = /^(?:years|months|hours|seconds|times|gestation)/;

const subjects = new WeakMap<Quantity, ReadonlySet<string>>();

/** Stems that say what a number is about, found once. */
function subjectOf(sentence: Sentence, quantity: Quantity): ReadonlySet<string> {
  const subject = subjects.get(quantity) ?? readSubject(sentence, quantity);
  subjects.set(quantity, subject);
  return subject;
}

/** Its clause, and the ones before until one names something. */
function readSubject(sentence: Sentence, quantity: Quantity): ReadonlySet<string> {
  const { tokens, terms } = sentence;
  const clause = tokens[quantity.token]?.clause ?? 0;
  const stems = new Set<string>();
  for (let at = clause; at >= Math.max(0, clause - 3); at--) {
    const words = tokens.filter((token) => token.clause === at);
    for (const token of words) if (isContentToken(token)) stems.add(token.stem);
    const from = words[0]?.from ?? 0;
    const to = words.at(-1)?.to ?? 0;
    const names = terms.some(
      (term) => term.from >= from && term.to <= to && !isUnit(sentence, term),
    );
    if (names && stems.size > 0) break;
  }
  return stems;
}

/** The drug that a dose is a dose of: "bisoprolol 5 mg", "5 mg de bisoprolol". */
function drugOf({ terms, tokens }: Sentence, { token, to }: Quantity): Term | undefined {
  const drugs = terms.filter(({ isDrug }) => isDrug);
  const next = tokens.findIndex(({ from }) => from >= to);
  if (next >= 0 && /^d[e']$/.test(tokens[next]?.key ?? '')) {
    const after = tokens[next + 1]?.from;
    const named = drugs.find(({ from }) => from === after);
    if (named) return named;
  }
  const from = tokens[token]?.from ?? 0;
  return drugs.findLast((drug) => drug.to <= from);
}

const isSameDate = (told: string, known: string): boolean => {
  const parts = known.split('/');
  return told
    .split('/')
    .every((part, at) => part === '*' || parts[at] === '*' || part === parts[at]);
};

const isSame = (a: Quantity, b: Quantity): boolean =>
  a.kind === 'date' && b.kind === 'date'
    ? isSameDate(a.value, b.value)
    : a.value === b.value && (a.unit === b.unit || a.unit === '' || b.unit === '');

interface Told {
  readonly quantity: Quantity;
  readonly sentence: Sentence;
}

const told = new WeakMap<ReportIndex, readonly Told[]>();
function toldIn(report: ReportIndex): readonly Told[] {
  const known =
    told.get(report) ??
    report.sentences.flatMap((sentence) =>
      sentence.quantities.map((quantity) => ({ quantity, sentence })),
    );
  told.set(report, known);
  return known;
}

const at = ({ sentence, quantity }: Told) => passage(sentence, quantity);

function doseFault(
  report: ReportIndex,
  { sentence, quantity }: Told,
  drug: Term,
): Unsupported | undefined {
  const doses = toldIn(report).filter(
    (other) =>
      DOSE.test(other.quantity.unit) && drugOf(other.sentence, other.quantity)?.key === drug.key,
  );
  if (doses.some((other) => isSame(quantity, other.quantity))) return undefined;
  const sameUnit = doses.find((other) => other.quantity.unit === quantity.unit) ?? doses[0];
  const written = quoted(sentence, quantity);
  const name = quoted(sentence, drug);
  const here = passage(sentence, quantity);
  if (sameUnit) {
    const known = quoted(sameUnit.sentence, sameUnit.quantity);
    const message = `Dose (${name}) : « ${written} » ici, « ${known} » dans le compte rendu.`;
    return fault('dose', message, here, at(sameUnit));
  }
  const elsewhere = toldIn(report).find((other) => isSame(quantity, other.quantity));
  const named = report.drugPlaces(drug.key);
  const places = named.length > 0 ? named : report.placesOf(stem(name));
  const near = places.some(
    (place) => elsewhere && report.isBeside(place.sentence, elsewhere.sentence),
  );
  if (elsewhere && near) return undefined;
  return fault('dose', `Le compte rendu ne donne pas « ${written} » pour « ${name} ».`, here);
}

/** Numbers, doses and dates that the report does not give, or gives of something else. */
export function quantityFaults(report: ReportIndex, sentence: Sentence): Unsupported[] {
  return sentence.quantities.flatMap((quantity) => {
    const drug = DOSE.test(quantity.unit) ? drugOf(sentence, quantity) : undefined;
    const found = drug
      ? doseFault(report, { sentence, quantity }, drug)
      : numberFault(report, { sentence, quantity });
    return found ? [found] : [];
  });
}

function numberFault(report: ReportIndex, { sentence, quantity }: Told): Unsupported | undefined {
  const isDate = quantity.kind === 'date';
  const written = quoted(sentence, quantity);
  const subject = subjectOf(sentence, quantity);
  const kind = isDate ? 'date' : 'number';
  let right = -1;
  let wrong: { score: number; other: Told } | undefined;
  for (const other of toldIn(report)) {
    const score = overlap(subject, subjectOf(other.sentence, other.quantity));
    if (isSame(quantity, other.quantity)) right = Math.max(right, score);
    else if (other.quantity.unit === quantity.unit && score > (wrong?.score ?? 0))
      wrong = { score, other };
  }
  const here = passage(sentence, quantity);
  if (right < 0) {
    const instead = wrong
      ? ` Il dit « ${quoted(wrong.other.sentence, wrong.other.quantity)} ».`
      : '';
    const message = `« ${written} » n’est pas dans le compte rendu.${instead}`;
    return fault(kind, message, here, wrong && at(wrong.other));
  }
  const isAboutTime = isDate || TIME.test(quantity.unit);
  if (isAboutTime || wrong === undefined || wrong.score <= right) return undefined;
  const known = quoted(wrong.other.sentence, wrong.other.quantity);
  return fault(
    'number',
    `« ${written} » ici, « ${known} » dans le compte rendu.`,
    here,
    at(wrong.other),
  );
}
