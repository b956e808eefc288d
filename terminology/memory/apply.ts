import type { Mending, Segment, Word } from '../word';
import { heardKey } from './lessons';
import { MOST_HEARD, type Pair } from './pair';

/** A pair that a person has switched on. */
export interface MemoryRule extends Pair {
  readonly id: string;
}

/** Where a rule would write, or has written. */
export interface Occurrence {
  /** Indexes among the words, half-open. */
  readonly from: number;
  readonly to: number;
  readonly rule: MemoryRule;
}

/** Words that stand or fall together: one word, or the words of one repair with what was heard. */
interface Unit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function unitsOf(words: readonly Word[]): Unit[] {
  const units: Unit[] = [];
  words.forEach((word, index) => {
    const last = units.at(-1);
    const { mending } = word;
    const goesOn =
      mending?.level === 'repaired' && words[index - 1]?.mending === mending && last !== undefined;
    if (goesOn) units[units.length - 1] = { ...last, to: index + 1 };
    else {
      const text = mending?.level === 'repaired' ? mending.heard : word.text;
      units.push({ from: index, to: index + 1, text });
    }
  });
  return units;
}

const CLOSES = /[.,;:!?…)»\]]$/u;
const OPENS = /^[«([]/u;

/** Rules by the folded words they were heard as; the latest wins where two were heard alike. */
const indexed = (rules: readonly MemoryRule[]): ReadonlyMap<string, MemoryRule> =>
  new Map(rules.map((rule) => [heardKey(rule.heard), rule] as const));

/** Where rules apply, in order, the longest first; a sign between two words keeps them apart. */
export function occurrencesIn(words: readonly Word[], rules: readonly MemoryRule[]): Occurrence[] {
  if (rules.length === 0) return [];
  const byHeard = indexed(rules);
  const units = unitsOf(words);
  const found: Occurrence[] = [];
  for (let at = 0; at < units.length;) {
    const match = longestAt(units, at, byHeard);
    if (match) found.push(match.occurrence);
    at = match?.next ?? at + 1;
  }
  return found;
}

function longestAt(
  units: readonly Unit[],
  at: number,
  byHeard: ReadonlyMap<string, MemoryRule>,
): { occurrence: Occurrence; next: number } | undefined {
  let best: { occurrence: Occurrence; next: number } | undefined;
  const heard: string[] = [];
  for (let next = at; next < units.length && heard.length < MOST_HEARD; next++) {
    const unit = units[next];
    if (!unit || (next > at && (CLOSES.test(units[next - 1]?.text ?? '') || OPENS.test(unit.text))))
      break;
    heard.push(unit.text);
    const rule = byHeard.get(heardKey(heard.join(' ')));
    const from = units[at]?.from ?? 0;
    if (rule) best = { occurrence: { from, to: unit.to, rule }, next: next + 1 };
  }
  return best;
}

/** The words of a rule in place of what was heard, sharing its time by their length, with the signs around them. */
function rewritten(
  words: readonly Word[],
  { from, to, rule }: Occurrence,
  isDrug: (word: string) => boolean,
): Word[] {
  const concerned = words.slice(from, to);
  const heard = unitsOf(concerned)
    .map(({ text }) => text)
    .join(' ');
  const mendings = concerned.map(({ mending }) => mending);
  const starts = concerned.map((word, at) => mendings[at]?.start ?? word.start);
  const ends = concerned.map((word, at) => mendings[at]?.end ?? word.end);
  const [start, end] = [Math.min(...starts), Math.max(...ends)];
  const parts = rule.written.split(' ');
  const mending: Mending = {
    level: 'repaired',
    heard,
    start,
    end,
    proposals: [],
    isDrug: parts.some(isDrug),
    rule: rule.id,
  };
  const lead = /^[«([“"]+/u.exec(heard)?.[0] ?? '';
  const tail = /[.,;:!?…)»\]”"]+$/u.exec(heard)?.[0] ?? '';
  const signed = parts.map(
    (part, at) => (at === 0 ? lead : '') + part + (at === parts.length - 1 ? tail : ''),
  );
  const confidence = Math.min(...concerned.map((word) => word.confidence));
  const letters = signed.reduce((sum, { length }) => sum + length, 0);
  let moment = start;
  return signed.map((text) => {
    const next = Math.min(end, moment + ((end - start) * text.length) / letters);
    const word: Word = { text, start: moment, end: next, confidence, mending };
    moment = next;
    return word;
  });
}

/** A segment written by what the practice has learnt; what was heard stays with the words. */
export function remembered(
  segment: Segment,
  rules: readonly MemoryRule[],
  isDrug: (word: string) => boolean,
): Segment {
  const { words } = segment;
  const result: Word[] = [];
  let at = 0;
  for (const occurrence of occurrencesIn(words, rules)) {
    result.push(...words.slice(at, occurrence.from), ...rewritten(words, occurrence, isDrug));
    at = occurrence.to;
  }
  return at === 0 ? segment : { ...segment, words: [...result, ...words.slice(at)] };
}
