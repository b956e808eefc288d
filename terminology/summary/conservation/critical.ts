import type { Passage, Risk } from '../../rules/finding';
import { abnormalResult } from '../abnormal';
import { changeOf } from '../drug-change';
import type { ReadToken, Sentence } from '../reading';
import { passage } from './fault';
import { isContentToken } from './report-index';

export type MissingKind =
  'allergy' | 'drug-change' | 'urgent-delay' | 'abnormal-result' | 'conclusion';

/** Something the report says that its summary should not leave out. */
export interface Missing {
  readonly kind: MissingKind;
  readonly risk: Risk;
  /** The sentence of the report, or its part. */
  readonly quote: string;
  readonly inReport: Passage;
}

/** What a sentence says that matters, and the stems that a summary must carry to have said it. */
export interface Critical extends Missing {
  readonly stems: readonly string[];
  readonly sentence: Sentence;
}

const RISKS: Readonly<Record<MissingKind, Risk>> = {
  allergy: 2,
  'drug-change': 2,
  'urgent-delay': 3,
  'abnormal-result': 5,
  conclusion: 6,
};

const URGENT =
  /\ben urgence\b|\burgen(?:t|te|ts|tes|ce)\b|\bsans delai\b|\bimmediat\w*|\bdans les (?:\d+|\w+(?:-\w+)*) ?(?:h|heures|jours)\b|\bsous (?:\d+|\w+(?:-\w+)*) ?(?:h|heures|jours)\b|\bau plus vite\b|\brapidement\b|\ble plus tot\b|\bappel\w* (?:le )?15\b/;
const PAST = /^(?:admis\w*|opere\w*|hospitalise\w*|transfere\w*|fut|etait|avait)$/;
const CONCLUDES = /^(?:en conclusion|au total|conclusions?|en resume|en synthese|au final)$/;

/** What only announces a conclusion. */
const OPENING = /^(?:conclusions?|total|synthese|final)$/;

const stemsOf = (tokens: readonly ReadToken[]): string[] => [
  ...new Set(
    tokens
      .filter(
        (token) => (isContentToken(token) || token.kind === 'number') && !OPENING.test(token.key),
      )
      .map(({ stem }) => stem),
  ),
];

function make(kind: MissingKind, sentence: Sentence, tokens: readonly ReadToken[]): Critical {
  return {
    kind,
    risk: RISKS[kind],
    quote: sentence.text.trim(),
    inReport: passage(sentence, sentence),
    stems: stemsOf(tokens),
    sentence,
  };
}

function allergies(sentence: Sentence): Critical[] {
  return sentence.tokens.flatMap((token, at) => {
    if (!/^allerg|^intoleran|^anaphyla/.test(token.key)) return [];
    if (sentence.stance.negated[at] || sentence.stance.family[at]) return [];
    const allergen = sentence.tokens
      .slice(at + 1)
      .filter(
        (other) =>
          isContentToken(other) && other.kind === 'word' && !/^(?:connu|documente)/.test(other.key),
      )
      .slice(0, 1);
    return [make('allergy', sentence, [token, ...allergen])];
  });
}

function changes(sentence: Sentence): Critical[] {
  return sentence.terms.flatMap((term) => {
    const change = term.isDrug ? changeOf(sentence, term) : undefined;
    if (change === undefined || change === 'keep') return [];
    return [
      make(
        'drug-change',
        sentence,
        sentence.tokens.filter(({ from, to }) => from >= term.from && to <= term.to),
      ),
    ];
  });
}

function urgent(sentence: Sentence): Critical[] {
  const folded = sentence.tokens.map(({ key }) => key).join(' ');
  const isTold = sentence.tokens.some(({ key }) => PAST.test(key));
  const found = URGENT.exec(folded);
  return found && !isTold ? [make('urgent-delay', sentence, sentence.tokens)] : [];
}

function abnormal(sentence: Sentence): Critical[] {
  const at = abnormalResult(sentence);
  const token = at === undefined ? undefined : sentence.tokens[at];
  return token ? [make('abnormal-result', sentence, [token])] : [];
}

/** Whether the sentence opens a conclusion: "En conclusion, …", "Conclusion : …". */
export const concludes = ({ tokens }: Sentence): boolean =>
  [1, 2].some((count) =>
    CONCLUDES.test(
      tokens
        .slice(0, count)
        .map(({ key }) => key)
        .join(' '),
    ),
  );

/** Sentences of the conclusion: from the words that open it to the end of its paragraph, or the next one after a bare title. */
export function conclusionOf(sentences: readonly Sentence[]): Sentence[] {
  const start = sentences.findLastIndex(concludes);
  const first = sentences[start];
  if (first === undefined) return [];
  const isBare = first.tokens.filter(isContentToken).length <= 1;
  const paragraph = isBare ? sentences[start + 1]?.paragraph : first.paragraph;
  return sentences
    .slice(isBare ? start + 1 : start)
    .filter((sentence) => sentence.paragraph === paragraph);
}

/** Everything of a report that a summary may not leave out, in the order of the report. */
export function criticalOf(sentences: readonly Sentence[]): Critical[] {
  const conclusion = new Set(conclusionOf(sentences));
  return sentences.flatMap((sentence) => [
    ...allergies(sentence),
    ...changes(sentence),
    ...urgent(sentence),
    ...abnormal(sentence),
    ...(conclusion.has(sentence) ? [make('conclusion', sentence, sentence.tokens)] : []),
  ]);
}

/** Share of the stems of a sentence that say it is told: a line may have lost asides and introductions. */
const ENOUGH = 0.6;

/** What of the report the summary lacks, worst first; a sentence is told once, for its worst reason. */
export function missingFrom(report: readonly Sentence[], summary: readonly Sentence[]): Missing[] {
  const told = new Set(summary.flatMap(({ tokens }) => tokens.map(({ stem }) => stem)));
  const lacking = criticalOf(report)
    .filter(({ stems }) => stems.length > 0)
    .filter(({ stems }) => stems.filter((key) => told.has(key)).length < ENOUGH * stems.length)
    .sort((a, b) => a.risk - b.risk);
  const seen = new Set<Sentence>();
  return lacking.flatMap(({ kind, risk, quote, inReport, sentence }) => {
    if (seen.has(sentence)) return [];
    seen.add(sentence);
    return [{ kind, risk, quote, inReport }];
  });
}
