import type { Cut } from './compress';
import type { Template } from './report-kind';
import { HEADINGS, type Heading } from './heading';
import type { Placed } from './outline';
import { similarity, type Vector } from './salience';

/** A line that may be told. */
export interface Candidate {
  readonly placed: Placed;
  readonly cut: Cut;
  readonly salience: number;
  readonly vector: Vector;
}

export interface Limits {
  readonly template: Template;
  readonly lines: number;
  readonly words: number;
  /** Headings whose absence surprises nobody: they have to earn their line by what it says. */
  readonly optional: readonly Heading[];
}

/** Weight of what is new against what is told already (Carbonell 1998, maximal marginal relevance). */
const NOVELTY = 0.75;
/** A line pays for its words: with 0 the longest would always win, with 1 the shortest. The best choice of these is taken. */
const COSTS = [0, 0.2, 0.35, 0.5, 0.7, 1];
/** What the first line under a heading brings by itself. */
const OPENED: Readonly<Record<Heading, number>> = {
  motive: 3.5,
  history: 0.5,
  findings: 0.5,
  conclusion: 2,
  treatment: 1.5,
  'follow-up': 1.5,
};

interface Choice {
  readonly chosen: Candidate[];
  readonly worth: number;
}

/** Takes the line that brings most for its cost, until nothing fits. */
function greedy(candidates: readonly Candidate[], limits: Limits, cost: number): Choice {
  const chosen: Candidate[] = [];
  const left = new Map<Heading, number>(
    HEADINGS.map((heading) => [heading, limits.template[heading]]),
  );
  const opened = new Set<Heading>();
  const redundancy = candidates.map(() => 0);
  const open = new Map(candidates.entries());
  let words = limits.words;
  let worth = 0;
  while (chosen.length < limits.lines) {
    let best: { at: number; gain: number; rate: number } | undefined;
    for (const [at, { cut, salience, placed }] of open) {
      if (cut.words > words || (left.get(placed.heading) ?? 0) === 0) continue;
      const isFree = opened.has(placed.heading) || limits.optional.includes(placed.heading);
      const first = isFree ? 0 : OPENED[placed.heading];
      const gain = (salience + first) * (1 - NOVELTY * (redundancy[at] ?? 0));
      const rate = gain / cut.words ** cost;
      if (gain > 0 && rate > (best?.rate ?? 0)) best = { at, gain, rate };
    }
    const next = best && candidates[best.at];
    if (best === undefined || next === undefined) break;
    // Of a sentence and its beginnings, one is told.
    for (const [at, { placed }] of open) if (placed.index === next.placed.index) open.delete(at);
    chosen.push(next);
    opened.add(next.placed.heading);
    worth += best.gain;
    words -= next.cut.words;
    left.set(next.placed.heading, (left.get(next.placed.heading) ?? 0) - 1);
    for (const [at, { vector }] of open)
      redundancy[at] = Math.max(redundancy[at] ?? 0, similarity(next.vector, vector));
  }
  return { chosen, worth };
}

/** Lines by worth, without repetition, within the template and the words; in the order of the headings, then of the report. */
export function select(candidates: readonly Candidate[], limits: Limits): Candidate[] {
  const [best] = COSTS.map((cost) => greedy(candidates, limits, cost)).sort(
    (a, b) => b.worth - a.worth,
  );
  return (best?.chosen ?? []).sort(
    (a, b) =>
      HEADINGS.indexOf(a.placed.heading) - HEADINGS.indexOf(b.placed.heading) ||
      a.placed.index - b.placed.index,
  );
}
