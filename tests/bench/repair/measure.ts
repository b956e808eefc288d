import type { PhoneticRepair, Repair } from '../../../terminology/phonetic/repair';
import { stemmed } from '../../../terminology/phonetic/letters';
import type { Word } from '../../../terminology/word';
import { align } from '../alignment';
import type { ReferenceDictation } from '../dictations';
import { fold, normalisedWords } from '../normalised-words';
import { scoreTerms, scoreWords } from '../scoring';
import type { Draft } from './drafts';

/** Sums over drafts; every figure of the table is a quotient of two of them. */
export interface RepairCounts {
  drafts: number;
  /** Words of the references and of the drafts. */
  referenceWords: number;
  heardWords: number;
  wordsWrong: { bare: number; repaired: number; proposed: number };
  terms: number;
  termsWrong: { bare: number; repaired: number; proposed: number };
  written: number;
  proposed: number;
  /** Right words that a written change made wrong. */
  broken: number;
  /** Written changes whose words are those of the lexicon but not those that were said, endings aside. */
  wrongToWrong: number;
  /** The same for drugs. */
  wrongDrugs: number;
  /** Written changes that are right but for their ending (gender, number). */
  wrongEnding: number;
  milliseconds: number;
}

export type Judgement = 'right' | 'ending' | 'wrong';

export interface JudgedRepair {
  readonly draft: Draft;
  readonly repair: Repair;
  readonly judgement: Judgement;
  readonly broken: number;
}

export const noCounts = (): RepairCounts => ({
  drafts: 0,
  referenceWords: 0,
  heardWords: 0,
  wordsWrong: { bare: 0, repaired: 0, proposed: 0 },
  terms: 0,
  termsWrong: { bare: 0, repaired: 0, proposed: 0 },
  written: 0,
  proposed: 0,
  broken: 0,
  wrongToWrong: 0,
  wrongDrugs: 0,
  wrongEnding: 0,
  milliseconds: 0,
});

export function addCounts(to: RepairCounts, other: RepairCounts): void {
  for (const key of Object.keys(to) as (keyof RepairCounts)[]) {
    const value = other[key];
    if (typeof value === 'number') (to[key] as number) += value;
    else
      for (const [name, sum] of Object.entries(value))
        (to[key] as Record<string, number>)[name]! += sum;
  }
}

/** Text of the words with these repairs in. Repairs do not overlap. */
function textWithRepairs(words: readonly Word[], repairs: readonly Repair[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, text } of [...repairs].sort((a, b) => a.from - b.from)) {
    if (from < at) continue;
    parts.push(...words.slice(at, from).map((word) => word.text), text);
    at = to;
  }
  return [...parts, ...words.slice(at).map((word) => word.text)].join(' ');
}

/** Repairs one draft and counts what it brings against what was said. */
export function measureDraft(
  repairer: PhoneticRepair,
  draft: Draft,
  reference: ReferenceDictation,
): { counts: RepairCounts; judged: JudgedRepair[] } {
  const start = performance.now();
  const repairs = repairer.repair(draft.words);
  const milliseconds = performance.now() - start;
  const written = repairs.filter(({ level }) => level === 'repaired');
  const bare = textWithRepairs(draft.words, []);
  const texts = {
    bare,
    repaired: textWithRepairs(draft.words, written),
    proposed: textWithRepairs(draft.words, repairs),
  };
  const errors = (text: string): number => scoreWords(reference.spoken, text).errors;
  const missed = (text: string): number =>
    scoreTerms(reference.spoken, text, { terms: reference.terms }).missed.length;
  const judged = repairs.map((repair) => judge(repair, draft, reference));
  const of = (judgement: Judgement): JudgedRepair[] =>
    judged.filter((one) => one.judgement === judgement && one.repair.level === 'repaired');
  const counts: RepairCounts = {
    drafts: 1,
    referenceWords: normalisedWords(reference.spoken).length,
    heardWords: normalisedWords(bare).length,
    wordsWrong: {
      bare: errors(bare),
      repaired: errors(texts.repaired),
      proposed: errors(texts.proposed),
    },
    terms: reference.terms.length,
    termsWrong: {
      bare: missed(bare),
      repaired: missed(texts.repaired),
      proposed: missed(texts.proposed),
    },
    written: written.length,
    proposed: repairs.length - written.length,
    broken: judged.reduce(
      (sum, { broken, repair }) => sum + (repair.level === 'repaired' ? broken : 0),
      0,
    ),
    wrongToWrong: of('wrong').length,
    wrongDrugs: of('wrong').filter(({ repair }) => repair.category === 'drug').length,
    wrongEnding: of('ending').length,
    milliseconds,
  };
  return { counts, judged };
}

const matched = (reference: readonly string[], text: readonly string[]) => {
  const pairs = align(reference, text);
  return {
    references: new Set(pairs.flatMap((pair) => (pair.kind === 'same' ? [pair.reference] : []))),
    words: new Set(pairs.flatMap((pair) => (pair.kind === 'same' ? [pair.hypothesis] : []))),
    partner: new Map(
      pairs.flatMap((pair) =>
        pair.kind === 'substituted' ? [[pair.hypothesis, pair.reference]] : [],
      ),
    ),
  };
};

/** One change alone against what was said. */
function judge(repair: Repair, draft: Draft, reference: ReferenceDictation): JudgedRepair {
  const said = normalisedWords(reference.spoken);
  const before = normalisedWords(textWithRepairs(draft.words, []));
  const after = normalisedWords(textWithRepairs(draft.words, [repair]));
  const then = matched(said, before);
  const now = matched(said, after);
  const broken = [...then.references].filter((at) => !now.references.has(at)).length;
  let head = 0;
  while (head < after.length && after[head] === before[head]) head++;
  let tail = 0;
  while (
    tail < Math.min(after.length, before.length) - head &&
    after.at(-1 - tail) === before.at(-1 - tail)
  )
    tail++;
  const changed = after.slice(head, after.length - tail).map((word, i) => ({ word, at: head + i }));
  const joined = changed.map(({ word }) => word).join('');
  const isSpacing = changed.length > 0 && said.some((_, at) => joinsTo(said, at, joined));
  const wrong = isSpacing ? [] : changed.filter(({ at }) => !now.words.has(at));
  const isEnding = wrong.every(({ word, at }) => {
    const partner = said[now.partner.get(at) ?? -1];
    return partner !== undefined && stemmed(fold(partner)) === stemmed(word);
  });
  const judgement = wrong.length === 0 ? 'right' : isEnding ? 'ending' : 'wrong';
  return { draft, repair, judgement, broken };
}

/** Whether words from a place on make this text when spaces and hyphens are left out. */
function joinsTo(words: readonly string[], from: number, text: string): boolean {
  let joined = '';
  for (let at = from; joined.length < text.length && at < words.length; at++)
    joined += words[at] ?? '';
  return joined === text;
}

export interface CleanCounts {
  readonly words: number;
  readonly written: number;
  readonly places: number;
  readonly changes: readonly Repair[];
}

/** What would be changed in texts that are right as they are. */
export function measureClean(repairer: PhoneticRepair, texts: readonly string[]): CleanCounts {
  let words = 0;
  const changes: Repair[] = [];
  for (const text of texts)
    for (const paragraph of text.split('\n')) {
      const list = [...paragraph.matchAll(/\S+/g)].map(([word], at) => ({
        text: word,
        start: at,
        end: at + 1,
        confidence: 1,
      }));
      words += list.length;
      changes.push(...repairer.repair(list));
    }
  return {
    words,
    written: changes.filter(({ level }) => level === 'repaired').length,
    places: changes.length,
    changes,
  };
}
