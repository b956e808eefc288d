import { concludes } from './conservation/critical';
import { isContentToken } from './conservation/report-index';
import { sideOf } from './conservation/sides';
import type { Sentence } from './reading';

/** How much of the shorter sentence the other repeats, for the two to speak of one thing. */
const SAME_MATTER = 0.6;

const matterOf = ({ tokens }: Sentence): Set<string> =>
  new Set(
    tokens.filter((token) => isContentToken(token) && !sideOf(token)).map(({ stem }) => stem),
  );

const sidesOf = ({ tokens }: Sentence): string =>
  [...new Set(tokens.flatMap((token) => sideOf(token) ?? []))].sort().join();

const deniedOf = ({ tokens, stance }: Sentence): Set<string> =>
  new Set(
    tokens
      .filter((token, at) => stance.negated[at] === true && isContentToken(token))
      .map(({ stem }) => stem),
  );

function contradict(a: Sentence, b: Sentence): boolean {
  const [matterA, matterB] = [matterOf(a), matterOf(b)];
  const shared = [...matterA].filter((key) => matterB.has(key));
  const smaller = Math.min(matterA.size, matterB.size);
  if (smaller === 0 || shared.length < SAME_MATTER * smaller) return false;
  const [sideA, sideB] = [sidesOf(a), sidesOf(b)];
  if (sideA !== '' && sideB !== '' && sideA !== sideB) return true;
  const [deniedA, deniedB] = [deniedOf(a), deniedOf(b)];
  return shared.some((key) => deniedA.has(key) !== deniedB.has(key));
}

/** Sentences of conclusions that say the opposite of one another. */
export function contradictions(sentences: readonly Sentence[]): Set<Sentence> {
  const paragraphs = new Set(sentences.filter(concludes).map(({ paragraph }) => paragraph));
  const conclusions = sentences.filter(({ paragraph }) => paragraphs.has(paragraph));
  const found = new Set<Sentence>();
  for (const [at, one] of conclusions.entries())
    for (const other of conclusions.slice(at + 1))
      if (contradict(one, other)) {
        found.add(one);
        found.add(other);
      }
  return found;
}
