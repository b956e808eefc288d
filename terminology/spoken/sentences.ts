import { CLOSED, words } from './grammar';
import { phrases } from './phrases';
import type { Match } from './site';
import type { Standing } from './standing';
import type { Token } from './token';

/** Shorter transcripts are notes, not sentences. */
const MIN_WORDS = 25;
const GUESS = 0.5;

const SUBJECTS = words('je j il elle on nous ils elles');
/** A subject after one of these belongs to the clause that is under way. */
const CLAUSE_OPENERS = words(
  `que qu qui dont ou et mais car donc or si quand lorsque lorsqu puisque puisqu parce comme ce puis alors ensuite ni tandis
   quoi soit sinon meme jusqu pourquoi comment`,
);
const FINDS = words(
  'est sont etait etaient reste restent demeure montre retrouve objective revele confirme',
);
/** Set phrases that open a sentence of a report; most take a comma. */
const OPENINGS = phrases<boolean>(
  (
    [
      ["a l'examen", true],
      ["a l'examen clinique", true],
      ["a l'auscultation", true],
      ['a la palpation', true],
      ['a la percussion', true],
      ["a l'interrogatoire", true],
      ["a l'admission", true],
      ["a l'entree", true],
      ["a l'echographie", true],
      ['sur le plan', false],
      ['au total', true],
      ['en conclusion', true],
      ['au final', true],
      ['par ailleurs', true],
      ['en revanche', true],
      ['dans ce contexte', true],
      ['actuellement', true],
    ] as const
  ).map(([phrase, comma]) => [phrase, comma] as const),
);

interface Start {
  readonly at: number;
  /** A comma follows the opening, which ends here. */
  readonly commaAt?: number;
}

const keyAt = (tokens: readonly Token[], at: number): string => tokens[at]?.parts[0] ?? '';
const lastKey = (tokens: readonly Token[], at: number): string =>
  (tokens[at]?.parts.at(-1) ?? '').replace("'", '');

/** What stands before can end a sentence: no article, preposition, conjunction or auxiliary. */
const canEnd = (tokens: readonly Token[], at: number): boolean => !CLOSED.has(lastKey(tokens, at));

function startAt(tokens: readonly Token[], at: number): Start | undefined {
  const before = lastKey(tokens, at - 1);
  if (CLAUSE_OPENERS.has(before) || !canEnd(tokens, at - 1)) return undefined;
  const opening = OPENINGS.at(tokens, at);
  if (opening !== undefined) return opening.value ? { at, commaAt: opening.to } : { at };
  const first = keyAt(tokens, at).replace("'", '');
  const subject = SUBJECTS.has(first);
  const denied = first === 'pas' && /^d[e']$/.test(keyAt(tokens, at + 1)) && !isDenied(tokens, at);
  return subject || denied || isStatement(tokens, at) ? { at } : undefined;
}

/** "n'a pas de", "il n'y a pas d'": the negation of a verb under way. */
const isDenied = (tokens: readonly Token[], at: number): boolean =>
  tokens
    .slice(Math.max(0, at - 5), at)
    .some(({ parts }) => parts.some((part) => /^n[e']$/.test(part)));

const REACH = 7;

/** "la saturation est": an article, a noun with what belongs to it, and a verb of finding. */
function isStatement(tokens: readonly Token[], at: number): boolean {
  if (!/^(le|la|les|l')$/.test(keyAt(tokens, at))) return false;
  for (let index = at + 1; index < Math.min(tokens.length, at + REACH); index++) {
    const key = tokens[index]?.key ?? '';
    if (FINDS.has(key)) return true;
    if (CLAUSE_OPENERS.has(key) || SUBJECTS.has(key) || /^(a|ne|n'|en|avec|pour)$/.test(key))
      return false;
  }
  return false;
}

const silent = (mark: '.' | ',', at: number): Match => ({
  kind: 'punctuation',
  mark,
  written: mark,
  from: at,
  to: at,
  before: 'none',
  certainty: GUESS,
});

const isBare = (tokens: readonly Token[], matches: readonly Match[]): boolean =>
  tokens.length >= MIN_WORDS &&
  tokens.every(({ tail, lead }) => tail === '' && lead === '') &&
  !matches.some(({ kind, breakAfter }) => kind === 'punctuation' || breakAfter !== undefined);

/**
 * Full stops for a transcript that has no punctuation at all, said or recognised: before set openings, subjects and plain
 * statements. Each stop is a piece that nobody said: shown, uncertain, and removed in one key.
 */
export function withSentences(
  matches: readonly Match[],
  tokens: readonly Token[],
  standing: Standing,
): readonly Match[] {
  if (!standing.sentenceStart || !isBare(tokens, matches)) return matches;
  const commas = new Set<number>();
  let since = 0;
  const written = matches.flatMap((match): readonly Match[] => {
    const start = match.from - since >= 3 ? startAt(tokens, match.from) : undefined;
    const first = match.from === 0 ? OPENINGS.at(tokens, 0) : undefined;
    if (first?.value === true) commas.add(first.to);
    if (start?.commaAt !== undefined) commas.add(start.commaAt);
    const comma = commas.has(match.from) ? [silent(',', match.from)] : [];
    if (start === undefined) return [...comma, match];
    since = match.from;
    return [silent('.', match.from), ...comma, match];
  });
  const guessed = written.length > matches.length;
  return guessed ? [...written, silent('.', tokens.length)] : written;
}
