import type { Passage } from '../rules/finding';
import { compress, headsOf } from './compress';
import { contradictions } from './contradictions';
import { unsupportedIn } from './conservation/conserve';
import { conclusionOf, missingFrom, type Missing } from './conservation/critical';
import { ReportIndex } from './conservation/report-index';
import type { DocumentType } from '../spoken/document-types';
import { optionalIn, reportKind, templateOf } from './report-kind';
import { isFrench } from './function-words';
import type { Heading } from './heading';
import { outline, type Placed } from './outline';
import type { Reader, Sentence } from './reading';
import { contextOf, salience } from './salience';
import { select, type Candidate, type Limits } from './select';

/** A line as the report says it, with the sentence it comes from. */
export interface ExtractedLine {
  readonly heading: Heading;
  /** Words of its sentence, in order, some left out. */
  readonly text: string;
  readonly source: Passage;
}

/** What could not be done, or only in part. */
export type Limit =
  | 'empty'
  | 'one-sentence'
  | 'not-french'
  | 'no-full-stops'
  | 'only-results'
  | 'no-sections'
  | 'no-conclusion'
  | 'contradictory-conclusions'
  | 'nothing-to-tell';

export interface ExtractedSummary {
  readonly lines: readonly ExtractedLine[];
  /** Of the report, what the lines lack and should not. */
  readonly missing: readonly Missing[];
  readonly limits: readonly Limit[];
}

/** Issue 9: three to eight lines, in at most 35 % of the words. */
const MOST_LINES = 8;
const MOST_WORDS_SHARE = 0.35;
const MOST_WORDS = 220;

/** Limits that leave nothing to summarise. */
function impossible(sentences: readonly Sentence[]): Limit | undefined {
  if (sentences.length === 0) return 'empty';
  const words = sentences.flatMap(({ tokens }) => tokens.filter(({ kind }) => kind === 'word'));
  if (!isFrench(words.map(({ key }) => key))) return 'not-french';
  if (sentences.every(({ isCut }) => isCut)) return 'no-full-stops';
  return sentences.length === 1 ? 'one-sentence' : undefined;
}

const VERB =
  /^(?:est|sont|a|ont|etait|etaient|avait|montre|retrouve|presente|note|objective|revele|je|nous|il|elle|on|vu|vue|realise\p{L}*|admis\p{L}*|mis\p{L}*|suivi\p{L}*)$/u;

function limitsOf(placed: readonly Placed[]): Limit[] {
  const plain = placed.filter(({ isPolite }) => !isPolite);
  const withNumber = plain.filter(({ sentence }) => sentence.quantities.length > 0).length;
  const withVerb = plain.filter(({ sentence }) =>
    sentence.tokens.some(({ key }) => VERB.test(key)),
  ).length;
  const onlyResults =
    plain.length >= 3 && withNumber > 0.7 * plain.length && withVerb < 0.15 * plain.length;
  const hasSections = plain.some(({ title }) => title !== undefined);
  const concludes = conclusionOf(placed.map(({ sentence }) => sentence)).length > 0;
  return [
    ...(onlyResults ? (['only-results'] as const) : []),
    ...(hasSections || onlyResults ? [] : (['no-sections'] as const)),
    ...(concludes || onlyResults ? [] : (['no-conclusion'] as const)),
    ...(plain.some(({ sentence }) => sentence.isCut) ? (['no-full-stops'] as const) : []),
  ];
}

function candidatesOf(placed: readonly Placed[], dropped: ReadonlySet<Sentence>): Candidate[] {
  const heads = placed.flatMap((one) => {
    const canBeLine = !one.isPolite && !one.sentence.isCut && !dropped.has(one.sentence);
    return canBeLine ? headsOf(one) : [];
  });
  const context = contextOf(placed);
  return heads.flatMap((head): Candidate[] => {
    const cut = compress(head);
    if (cut === undefined || cut.words < 2) return [];
    const vector = context.vectorOf(head.sentence);
    return [{ placed: head, cut, salience: salience(head, vector, context), vector }];
  });
}

/** The best lines, each of which passes the conservation check: one that does not is not told, whatever the reason. */
function supported(
  reader: Reader,
  sentences: readonly Sentence[],
  candidates: readonly Candidate[],
  limits: Limits,
): Candidate[] {
  const report = new ReportIndex(sentences);
  let left = candidates;
  for (;;) {
    const chosen = select(left, limits);
    const bad = new Set(
      chosen.filter(({ cut }) => unsupportedIn(report, reader.readLine(cut.text)).length > 0),
    );
    if (bad.size === 0) return chosen;
    left = left.filter((candidate) => !bad.has(candidate));
  }
}

/** What makes a summary: the report as lines of plain text, and its type where the practice says it. */
export interface ReportText {
  readonly paragraphs: readonly string[];
  readonly documentType?: DocumentType;
}

/**
 * Lines of a report, one by one as they are ready, then the whole. Every word stands in the report, in the same order; never
 * throws, whatever the text.
 */
export function* summarise(
  reader: Reader,
  { paragraphs, documentType }: ReportText,
): Generator<ExtractedLine, ExtractedSummary> {
  const sentences = reader.read(paragraphs);
  const reason = impossible(sentences);
  if (reason !== undefined) return { lines: [], missing: [], limits: [reason] };

  const placed = outline(paragraphs, sentences);
  const limits = limitsOf(placed);
  const known = reportKind(paragraphs.join('\n'), documentType);
  const kind = limits.includes('only-results') ? 'results' : known;
  const dropped = contradictions(sentences);
  const total = sentences.reduce((sum, { wordCount }) => sum + wordCount, 0);
  const chosen = supported(reader, sentences, candidatesOf(placed, dropped), {
    template: templateOf(kind, !limits.includes('no-conclusion')),
    optional: optionalIn(kind),
    lines: MOST_LINES,
    words: Math.min(MOST_WORDS, Math.floor(MOST_WORDS_SHARE * total)),
  });
  const lines: ExtractedLine[] = [];
  for (const { placed: source, cut } of chosen) {
    const { paragraph, from, to } = source.sentence;
    const line = { heading: source.heading, text: cut.text, source: { paragraph, from, to } };
    lines.push(line);
    yield line;
  }
  const missing = missingFrom(
    sentences,
    lines.flatMap(({ text }) => reader.readLine(text)),
  );
  return {
    lines,
    missing,
    limits: [
      ...limits,
      ...(dropped.size > 0 ? (['contradictory-conclusions'] as const) : []),
      ...(lines.length === 0 ? (['nothing-to-tell'] as const) : []),
    ],
  };
}
