import type { ReadToken, Sentence } from '../reading';
import { fault, passage, type Unsupported } from './fault';
import { isContentToken, overlap, type ReportIndex } from './report-index';

export type Side = 'droite' | 'gauche';

/** The side a word says, if it says one. */
export const sideOf = ({ key }: Pick<ReadToken, 'key'>): Side | undefined =>
  /^droite?s?$/.test(key) ? 'droite' : /^gauches?$/.test(key) ? 'gauche' : undefined;

interface Sided {
  readonly sentence: Sentence;
  readonly token: ReadToken;
  readonly side: Side;
  /** What has that side, nearest words first. */
  readonly near: ReadonlySet<string>;
  readonly clause: ReadonlySet<string>;
}

const REACH = 5;

function sidedIn(sentence: Sentence): Sided[] {
  const { tokens } = sentence;
  return tokens.flatMap((token, at): Sided[] => {
    const side = sideOf(token);
    if (side === undefined) return [];
    const stems = (words: readonly ReadToken[]): ReadonlySet<string> =>
      new Set(
        words
          .filter((word) => word.clause === token.clause && isContentToken(word) && !sideOf(word))
          .map((word) => word.stem),
      );
    const before = tokens.slice(Math.max(0, at - REACH), at);
    const other = before.findLastIndex((word) => sideOf(word) !== undefined);
    const near = stems(before.slice(other + 1));
    const after = stems(tokens.slice(at + 1, at + 4));
    return [{ sentence, token, side, near: near.size > 0 ? near : after, clause: stems(tokens) }];
  });
}

const known = new WeakMap<ReportIndex, readonly Sided[]>();
function sidesOf(report: ReportIndex): readonly Sided[] {
  const found = known.get(report) ?? report.sentences.flatMap(sidedIn);
  known.set(report, found);
  return found;
}

const best = (
  sides: readonly Sided[],
  score: (other: Sided) => number,
): { score: number; other?: Sided } =>
  sides.reduce<{ score: number; other?: Sided }>(
    (top, other) => (score(other) > top.score ? { score: score(other), other } : top),
    { score: 0 },
  );

/** Sides that the report does not give to the same thing. */
export function sideFaults(report: ReportIndex, sentence: Sentence): Unsupported[] {
  const all = sidesOf(report);
  return sidedIn(sentence).flatMap((sided) => {
    const same = all.filter(({ side }) => side === sided.side);
    const opposite = all.filter(({ side }) => side !== sided.side);
    const scores = [
      (other: Sided) => overlap(sided.near, other.near),
      (other: Sided) => overlap(sided.clause, other.clause),
      (other: Sided) =>
        overlap(sided.clause, new Set(other.sentence.tokens.map(({ stem }) => stem))),
    ];
    const here = passage(sided.sentence, sided.token);
    const [byNear] = scores;
    let isLevel = false;
    for (const score of scores) {
      const right = best(same, score);
      const wrong = best(opposite, score);
      // Where both sides of a thing are told, what is told of each decides, if it does so clearly.
      const margin = isLevel ? 2 : 1;
      if (wrong.other && wrong.score >= right.score + margin) {
        const message = `« ${sided.token.text} » ici, « ${wrong.other.token.text} » dans le compte rendu.`;
        return [fault('side', message, here, passage(wrong.other.sentence, wrong.other.token))];
      }
      isLevel ||= score === byNear && right.score > 0 && right.score === wrong.score;
      if (right.score > 0 && !isLevel) return [];
    }
    if (isLevel) return [];
    if (sided.clause.size === 0 && same.length > 0) return [];
    return [fault('side', `Le compte rendu ne dit pas « ${sided.token.text} » de cela.`, here)];
  });
}
