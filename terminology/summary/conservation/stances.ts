import type { ReadToken, Sentence } from '../reading';
import { fault, passage, type FaultKind, type Unsupported } from './fault';
import {
  contextOf,
  isContentToken,
  overlap,
  readingsOf,
  type Place,
  type ReportIndex,
} from './report-index';
import { sideOf } from './sides';

interface Meant {
  readonly negated: boolean;
  readonly supposed: boolean;
  readonly family: boolean;
}

const meantAt = ({ sentence: { stance }, token }: Place): Meant => ({
  negated: stance.negated[token] === true,
  supposed: stance.supposed[token] === true,
  family: stance.family[token] === true,
});

const isSame = (a: Meant, b: Meant): boolean =>
  a.negated === b.negated && a.supposed === b.supposed && a.family === b.family;

/** Where the report speaks of the same word, or of what an abbreviation stands for. */
function placesOf(report: ReportIndex, { sentence, token }: Place): readonly Place[] {
  const { stem, from } = sentence.tokens[token] ?? { stem: '', from: 0 };
  const places = report.placesOf(stem);
  if (places.length > 0) return places;
  const term = sentence.terms.find((other) => other.from <= from && from < other.to);
  const [first] = term ? readingsOf(term).flat() : [];
  return first === undefined ? [] : report.placesOf(first);
}

const MESSAGES: Readonly<Record<'negation' | 'certainty' | 'subject', readonly [string, string]>> =
  {
    negation: ['est nié dans le compte rendu.', 'est nié ici, pas dans le compte rendu.'],
    certainty: [
      'n’est qu’une hypothèse dans le compte rendu.',
      'est une hypothèse ici, pas dans le compte rendu.',
    ],
    subject: [
      'est dit d’un proche dans le compte rendu.',
      'est dit d’un proche ici, pas dans le compte rendu.',
    ],
  };

function difference(told: Meant, meant: Meant): { kind: FaultKind; said: string } {
  const kind =
    told.family !== meant.family
      ? 'subject'
      : told.negated !== meant.negated
        ? 'negation'
        : 'certainty';
  const isInReport = { subject: meant.family, negation: meant.negated, certainty: meant.supposed }[
    kind
  ];
  return { kind, said: MESSAGES[kind][isInReport ? 0 : 1] };
}

/** The place of the report that a word of the summary contradicts, if none of its nearest places says the same. */
function contradicted(report: ReportIndex, place: Place): Place | undefined {
  const told = meantAt(place);
  const context = contextOf(place);
  let best = -1;
  let worst: Place | undefined;
  let agrees = false;
  for (const other of placesOf(report, place)) {
    const score = overlap(context, report.contextAt(other));
    if (score > best) [best, worst, agrees] = [score, undefined, false];
    if (score < best) continue;
    if (isSame(told, meantAt(other))) agrees = true;
    else worst ??= other;
  }
  return agrees ? undefined : worst;
}

/** Too ordinary to tell a subject by, yet "sans anomalie" without its "sans" says the opposite. */
const OFTEN_DENIED = /^(?:anomalies?|particularites?|signes?|notion|douleurs?|troubles?)$/;

const isJudged = (token: ReadToken): boolean =>
  isContentToken(token) || OFTEN_DENIED.test(token.key);

/** Words said with another polarity, certainty or subject than in the report; one fault for words that stand together. */
export function stanceFaults(report: ReportIndex, sentence: Sentence): Unsupported[] {
  const faults: { last: number; kind: FaultKind; found: Unsupported }[] = [];
  for (const [at, token] of sentence.tokens.entries()) {
    if (!isJudged(token) || sentence.stance.cues[at] || sideOf(token)) continue;
    const place = { sentence, token: at };
    const other = contradicted(report, place);
    if (other === undefined) continue;
    const { kind, said } = difference(meantAt(place), meantAt(other));
    const before = faults.at(-1);
    if (before?.kind === kind && at - before.last <= 4) {
      before.last = at;
      continue;
    }
    const source = other.sentence.tokens[other.token];
    const found = fault(
      kind,
      `« ${token.text} » ${said}`,
      passage(sentence, token),
      source && passage(other.sentence, source),
    );
    faults.push({ last: at, kind, found });
  }
  return faults.map(({ found }) => found);
}
