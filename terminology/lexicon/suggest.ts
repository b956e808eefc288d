import { soundDistance } from '../phonetic/alignment';
import { pronounce } from '../phonetic/pronounce';
import type { LetteredShelf, SoundEntry, SoundLexicon } from '../phonetic/sound-lexicon';
import type { Category } from './category';
import { letters, lower } from './fold';
import { buildLetterTrie, type LetterTrie, nearLetters } from './letter-trie';

export interface Suggestion {
  readonly form: string;
  readonly categories: readonly Category[];
  /** Letters to change. */
  readonly edits: number;
  /** Weighted distance of the sounds, 0 for the same. */
  readonly soundDistance: number;
}

const MOST_EDITS = 2;
/** Words of four letters or fewer have too many neighbours at two edits. */
const SHORT = 4;
const FARTHEST_SOUND = 1;
const MOST = 5;

/** Weights of the ranking, set on misspellings of our own lexicon and on typed drug names. */
const EDIT_WEIGHT = 1;
const SOUND_WEIGHT = 1;
const COST_WEIGHT = 0.25;
const GENERAL_PENALTY = 0.5;
const FIRST_LETTER_PENALTY = 0.4;
const DRUG_BONUS = 0.3;

/** Tries of the tables that were asked once: a word more in another layer leaves them as they are. */
const TRIES = new WeakMap<object, LetterTrie>();

function trieOf({ table, letters: read }: LetteredShelf): LetterTrie {
  const there = TRIES.get(table) ?? buildLetterTrie(read());
  TRIES.set(table, there);
  return there;
}

/** Proposes the nearest words for one the lexicon does not know. */
export class Suggester {
  readonly #sound: SoundLexicon;

  constructor(sound: SoundLexicon) {
    this.#sound = sound;
  }

  /** Nearest first, at most five, none twice; empty when nothing is near. Case follows the lexicon. */
  suggest(word: string): Suggestion[] {
    const typed = letters(word).replace(/[^a-z0-9]/g, '');
    if (typed.length < 3) return [];
    const sounds = pronounce(word);
    const heard = this.#sound.search(sounds, FARTHEST_SOUND);
    const edits = this.#near(typed);
    const ranked: { entry: SoundEntry; suggestion: Suggestion; score: number }[] = [];
    for (const id of new Set([...edits.keys(), ...heard.keys()])) {
      const entry = this.#sound.entry(id);
      if (lower(entry.form) === lower(word)) continue;
      const edit = edits.get(id) ?? MOST_EDITS + 1;
      const sound = heard.get(id) ?? Math.min(3, soundDistance(sounds, pronounce(entry.form), 3));
      const suggestion = {
        form: entry.form,
        categories: entry.categories,
        edits: edit,
        soundDistance: sound,
      };
      ranked.push({ entry, suggestion, score: scoreOf(entry, suggestion, typed) });
    }
    ranked.sort((a, b) => a.score - b.score);
    return distinct(ranked.map(({ suggestion }) => suggestion)).slice(0, MOST);
  }

  #near(typed: string): Map<number, number> {
    const limit = typed.length <= SHORT ? 1 : MOST_EDITS;
    const found = new Map<number, number>();
    for (const shelf of this.#sound.lettered)
      for (const [entry, edits] of nearLetters(trieOf(shelf), typed, limit))
        found.set(shelf.base + entry, edits);
    return found;
  }
}

function scoreOf(
  entry: SoundEntry,
  { edits, soundDistance: sound }: Suggestion,
  typed: string,
): number {
  const sameStart = entry.letters.charCodeAt(0) === typed.charCodeAt(0);
  return (
    EDIT_WEIGHT * edits +
    SOUND_WEIGHT * sound +
    COST_WEIGHT * entry.cost +
    (entry.kind === 'general' ? GENERAL_PENALTY : 0) +
    (sameStart ? 0 : FIRST_LETTER_PENALTY) -
    (entry.isDrug ? DRUG_BONUS : 0)
  );
}

function distinct(suggestions: readonly Suggestion[]): Suggestion[] {
  const seen = new Set<string>();
  return suggestions.filter(
    ({ form }) => !seen.has(lower(form)) && seen.add(lower(form)) !== undefined,
  );
}
