import { fold } from '../../../terminology/lexicon/fold';

/** Small words of a name that are left out, joined or moved from one register to the next. */
const PARTICLES = new Set(['d', 'de', 'des', 'du', 'l', 'la', 'le', 'les']);

/** Words of a name without case, accents, hyphens, apostrophes and particles: "de La Tour-d’Auvergne" → tour, auvergne. */
export function nameWords(name: string): readonly string[] {
  const words = fold(name.normalize('NFC'))
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !PARTICLES.has(word));
  return telling.length > 0 ? telling : words;
}

/** Letters alone, particles included: what is compared to the first letters that a person types. */
export const nameLetters = (name: string): string =>
  fold(name.normalize('NFC')).replace(/[^\p{L}]+/gu, '');

export const nameKey = (name: string): string => nameWords(name).join('');

/** Letters changed, missing, added or exchanged with their neighbour; stops counting past `most`. */
function slips(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let beforeLast: readonly number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const differs = one[i - 1] === other[j - 1] ? 0 : 1;
      const isExchanged =
        i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row[j] = Math.min(
        (row[j - 1] ?? 0) + 1,
        (last[j] ?? 0) + 1,
        (last[j - 1] ?? 0) + differs,
        isExchanged ? (beforeLast[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    [beforeLast, last] = [last, row];
  }
  return last[other.length] ?? most + 1;
}

const LETTERS_PER_SLIP = 4;
const MOST_SLIPS = 2;

/** Spelled alike, words in another order, or one name part of the other ("Dupont" and "Dupont-Martin"). */
export function areNear(one: string, other: string): boolean {
  const [a, b] = [nameWords(one), nameWords(other)];
  if (a.length === 0 || b.length === 0) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.every((word) => word.length > 1 && long.includes(word))) return true;
  if (nameLetters(one) === nameLetters(other)) return true;
  const [joined, others] = [a.join(''), b.join('')];
  const shortest = Math.min(joined.length, others.length);
  const allowed = Math.min(MOST_SLIPS, Math.floor(shortest / LETTERS_PER_SLIP));
  return slips(joined, others, allowed) <= allowed;
}
