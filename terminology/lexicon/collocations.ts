import { fold } from './fold';
import { tokenise } from './tokens';

/** Words a term neither begins nor ends with, folded. */
const LINKS = new Set(
  'a au aux avec ce ces chez d dans de des dont du en et l la le les leur lors n non ou ou par pas pour plus qu que qui sa sans se selon ses si son sont sous sur un une y est autre autres toute tout cette'.split(
    ' ',
  ),
);
/** Links that may stand inside a term; the others end a group. */
const INSIDE = new Set('a au aux d de des du en l la le les'.split(' '));
const LONGEST = 4;

export interface Collocation {
  readonly form: string;
  readonly count: number;
}

/**
 * Groups of two to four neighbouring words that labels repeat ("anse diathermique", "col du fémur") and that hold at least one
 * medical word. A group always seen inside the same longer one is left out.
 */
export function collocations(
  labels: Iterable<string>,
  isMedical: (word: string) => boolean,
  fewest = 2,
): Collocation[] {
  const counts = new Map<string, number>();
  for (const label of labels)
    for (const group of groupsOf(label)) counts.set(group, (counts.get(group) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= fewest);
  const swallowed = new Set<string>();
  for (const [group, count] of kept)
    for (const part of partsOf(group)) if (counts.get(part) === count) swallowed.add(part);
  return kept
    .filter(
      ([group]) => !swallowed.has(group) && tokenise(group).some(({ text }) => isMedical(text)),
    )
    .map(([form, count]) => ({ form, count }));
}

function* groupsOf(label: string): Generator<string> {
  const text = label.normalize('NFC').replaceAll('’', "'");
  const tokens = tokenise(text);
  for (const [start, first] of tokens.entries()) {
    if (!isContent(first.text)) continue;
    let content = 1;
    for (let end = start + 1; end < tokens.length; end++) {
      const token = tokens[end];
      if (token === undefined || token.joint === 'break') break;
      if (!isContent(token.text) && !INSIDE.has(fold(token.text))) break;
      if (!isContent(token.text)) continue;
      content += 1;
      if (content > LONGEST) break;
      yield lowered(text.slice(first.from, token.to));
    }
  }
}

/** Capitals of a sentence's start go; those of acronyms and double names stay. */
const lowered = (group: string): string =>
  group.replace(/^\p{Lu}(?=\p{Ll}+(?!-\p{Lu})(?!\p{L}))/u, (letter) => letter.toLowerCase());

const isContent = (word: string): boolean =>
  word.length >= 2 && !/\d/.test(word) && !LINKS.has(fold(word));

/** Shorter groups at either end of a group. */
function* partsOf(group: string): Generator<string> {
  const tokens = tokenise(group);
  const last = tokens.length - 1;
  const second = tokens.findIndex(({ text }, at) => at > 0 && isContent(text));
  const secondLast = tokens.findLastIndex(({ text }, at) => at < last && isContent(text));
  const start = tokens[second];
  const end = tokens[secondLast];
  if (start !== undefined && second < last) yield group.slice(start.from);
  if (end !== undefined && secondLast > 0) yield group.slice(0, end.to);
}
