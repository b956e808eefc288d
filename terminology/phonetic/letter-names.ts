/** How the letters and figures of an acronym are said in French, as sounds of `phonemes.ts`. */
const NAMES: Readonly<Record<string, string>> = {
  a: 'a',
  b: 'be',
  c: 'se',
  d: 'de',
  e: 'E',
  f: 'ef',
  g: 'Ze',
  h: 'aS',
  i: 'i',
  j: 'Zi',
  k: 'ka',
  l: 'el',
  m: 'em',
  n: 'en',
  o: 'o',
  p: 'pe',
  q: 'ky',
  r: 'er',
  s: 'es',
  t: 'te',
  u: 'y',
  v: 've',
  w: 'dubl2ve',
  x: 'iks',
  y: 'igrek',
  z: 'zed',
  '0': 'zero',
  '1': 'I',
  '2': 'd2',
  '3': 'trwa',
  '4': 'katr',
  '5': 'sIk',
  '6': 'sis',
  '7': 'set',
  '8': 'yit',
  '9': 'n2f',
};

const LONGEST_ACRONYM = 7;

/** The sounds of an acronym said letter by letter: "IRM" → "ierem". Undefined when it is too long or no acronym. */
export function spellOut(acronym: string): string | undefined {
  const letters = [...acronym.toLowerCase()].filter((letter) => letter !== '-' && letter !== '.');
  if (letters.length < 2 || letters.length > LONGEST_ACRONYM) return undefined;
  let sounds = '';
  for (const letter of letters) {
    const name = NAMES[letter];
    if (name === undefined) return undefined;
    sounds += name;
  }
  return sounds;
}
