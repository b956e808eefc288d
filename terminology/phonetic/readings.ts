import { ELIDED } from './closed-words';
import type { HeardToken } from './heard-tokens';
import { bareLetters } from './letters';
import { PREFIXES } from './prefixes';
import { joinSounds, pronounceWord } from './pronounce';
import type { Span } from './spans';

/** What is looked up for a span: its sounds, or what is left of them after a little word. */
export interface Reading {
  readonly kind:
    'whole' | 'article' | 'swallowed' | 'number' | 'prefixed' | 'denasalised' | 'alternative';
  readonly sounds: string;
  /** What has to be written before the entry. */
  readonly before: string;
  /** Added to the distance. */
  readonly penalty: number;
  /** As `bareLetters`, where they are not those of the span. */
  readonly letters?: string;
}

const SHORTEST = 3;
const SHORTEST_AFTER_ARTICLE = 4;
const SHORTEST_REST = 5;
const SHORTEST_SWALLOWING = 7;
const ARTICLE_PENALTY = 0.15;
const SWALLOWED_PENALTY = 1;
const NUMBER_PENALTY = 0.5;
const PREFIXED_PENALTY = 0.5;
const ALTERNATIVE_PENALTY = 0.2;
const LIAISON_PENALTY = 0.2;
const DENASALISED_PENALTY = 0.15;

/** Nothing elided follows them: "la l'anse". */
const ARTICLES = new Set('le la les un une des du au aux ce cet cette ces son sa ses'.split(' '));

const PLURALS = new Set(['les', 'des']);

/** "des épanchements" is no "d'épanchement", but "les codopleurs" may be "l'écho-doppler". */
const saysItsArticle = ([first, second]: readonly HeardToken[]): boolean =>
  PLURALS.has(first?.lower ?? '') && /^[aeiouyhéèêàâîôœ]/.test(second?.lower ?? '');

const VOWELS = 'ae2oiyuAIOE';
const FULL_VOWELS = 'ae2oiyuAIO';
const UNNASAL: Readonly<Record<string, string>> = { I: 'in', A: 'an', O: 'on' };

/** Little words that get swallowed at the head of an unknown word, with their sounds. */
const SWALLOWED = Object.entries({
  et: 'e',
  sous: 'su',
  en: 'A',
  au: 'o',
  de: 'd',
  les: 'le',
  des: 'de',
  la: 'la',
  le: 'lE',
  un: 'I',
  une: 'yn',
  du: 'dy',
});
/** Numbers that may hide there: found only so that nothing else is written in their place. */
const SWALLOWED_NUMBERS = Object.entries({
  six: 'siz',
  dix: 'diz',
  deux: 'd2z',
  trois: 'trwaz',
  cent: 'sAt',
  'six ': 'sis',
  'dix ': 'dis',
});

const PREFIX_SOUNDS: readonly (readonly [string, string])[] = PREFIXES.map(
  (prefix): readonly [string, string] => [prefix, pronounceWord(`${prefix}-`)],
).filter(([, sounds]) => sounds.length >= 3);

/** Ways to read the sounds of a span, the whole of it first. */
export function readingsOf(span: Span, tokens: readonly HeardToken[]): Reading[] {
  const heard = tokens.slice(span.from, span.to);
  const [first] = heard;
  const sounds = joinSounds(heard.map(({ lower }) => pronounceWord(lower)));
  if (first === undefined || sounds.length < SHORTEST) return [];
  const readings: Reading[] = [{ kind: 'whole', sounds, before: '', penalty: 0 }];
  const start = sounds.charAt(0);
  const previous = first.joint === 'space' ? (tokens[span.from - 1]?.lower ?? '') : '';
  const isElided =
    ELIDED.has(first.lower) || first.joint === 'apostrophe' || ARTICLES.has(previous);
  if (
    !saysItsArticle(heard) &&
    'ld'.includes(start) &&
    VOWELS.includes(sounds.charAt(1)) &&
    sounds.length > SHORTEST_AFTER_ARTICLE &&
    !isElided
  )
    readings.push({
      kind: 'article',
      sounds: sounds.slice(1),
      before: `${start}'`,
      penalty: ARTICLE_PENALTY,
    });
  if (/[sxz]$/.test(previous)) {
    if (FULL_VOWELS.includes(start))
      readings.push({ kind: 'whole', sounds: `5${sounds}`, before: '', penalty: 0 });
    if (start === 'z')
      readings.push({
        kind: 'whole',
        sounds: sounds.slice(1),
        before: '',
        penalty: LIAISON_PENALTY,
      });
  }
  if (heard.length === 1 && span.hasUnknown) readings.push(...readingsOfUnknown(sounds));
  if (span.hasUnknown) readings.push(...readingsOfAlternatives(heard));
  return readings;
}

/** The span with what another text of the decoder has in the place of one of its tokens. */
function readingsOfAlternatives(heard: readonly HeardToken[]): Reading[] {
  return heard.flatMap(({ alternatives }, at) =>
    alternatives.map((other) => {
      const texts = heard.map(({ lower }, index) => (index === at ? other : lower));
      return {
        kind: 'alternative' as const,
        sounds: joinSounds(texts.map(pronounceWord)),
        before: '',
        penalty: ALTERNATIVE_PENALTY,
        letters: texts.map(bareLetters).join(''),
      };
    }),
  );
}

function readingsOfUnknown(sounds: string): Reading[] {
  const readings: Reading[] = [];
  const open = UNNASAL[sounds.slice(-1)];
  if (open !== undefined)
    readings.push({
      kind: 'denasalised',
      sounds: sounds.slice(0, -1) + open,
      before: '',
      penalty: DENASALISED_PENALTY,
    });
  if (sounds.length < SHORTEST_SWALLOWING) return readings;
  const after = (start: string): string =>
    sounds.startsWith(start) && sounds.length - start.length >= SHORTEST_REST
      ? sounds.slice(start.length)
      : '';
  const add = (
    kind: Reading['kind'],
    rest: string,
    more: { before: string; penalty: number },
  ): void => {
    if (rest !== '') readings.push({ kind, sounds: rest, ...more });
  };
  for (const [word, start] of SWALLOWED)
    add('swallowed', after(start), { before: `${word} `, penalty: SWALLOWED_PENALTY });
  for (const [word, start] of SWALLOWED_NUMBERS)
    add('number', after(start), { before: `${word.trim()} `, penalty: NUMBER_PENALTY });
  for (const [prefix, start] of PREFIX_SOUNDS)
    add('prefixed', after(start), { before: prefix, penalty: PREFIXED_PENALTY });
  return readings;
}
