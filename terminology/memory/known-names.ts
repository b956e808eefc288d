import { soundDistance } from '../phonetic/alignment';
import { pronounceWord } from '../phonetic/pronounce';
import { partsOf } from './pair';

/** Names that a practice knows; no pair is learnt from them. */
export interface KnownNames {
  /** Of doctors and of the patient of the dictation: neither they nor what sounds like them is learnt. */
  readonly near: readonly string[];
  /** Of other patients, of colleagues and places: learnt only as the words they also are ("petit"). */
  readonly far: readonly string[];
}

/** Weighted distance a sound of the name. */
const NEAREST = 0.2;
const SHORTEST_SOUNDS = 4;

/** Whether one of these texts holds a name, or what the machine made of the name of somebody near. */
export function holdName(
  texts: readonly string[],
  names: KnownNames,
  knows: (word: string) => boolean,
): boolean {
  const near = new Set(names.near.flatMap(partsOf));
  const far = new Set(names.far.flatMap(partsOf));
  const words = texts.flatMap((text) => text.split(/[ ’'-]+/));
  const unknown = words.filter((word) => !knows(word.toLowerCase()));
  const joined = texts.map((text) => partsOf(text).join(''));
  return (
    words.flatMap(partsOf).some((part) => near.has(part)) ||
    words
      .filter((word) => /^\p{Lu}/u.test(word) || unknown.includes(word))
      .flatMap(partsOf)
      .some((part) => far.has(part)) ||
    [...near].some((name) => [...unknown, ...joined].some((part) => soundsLike(part, name)))
  );
}

function soundsLike(part: string, name: string): boolean {
  const sounds = pronounceWord(name);
  if (sounds.length < SHORTEST_SOUNDS) return false;
  const limit = NEAREST * sounds.length;
  return soundDistance(pronounceWord(part), sounds, limit) <= limit;
}
