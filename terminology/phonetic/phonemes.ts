/**
 * Sounds as one character each. `E` is a mute or unaccented e (schwa, é or nothing), `X` a ch that is S or k, `W` a w that is v or
 * w; `5` a silent s, x or z, `6` a final s that may be said or not, `7` a silent t or d, `8` another silent letter (p, r, g): they may be heard in liaison or not at all.
 * `A I O` are an, in, on; `2` eu; `y` the u of "tu", `u` the ou of "tout"; `S Z` ch and j; `j` the y of "yeux".
 */
export const SOUNDS = 'ae2oiyuAIOEptkbdgfvszSZmnlrjwXW5678';

export const SOUND_COUNT = SOUNDS.length;

const CODE_OF = new Map([...SOUNDS].map((sound, code) => [sound, code]));

/** Number of a sound, its place in {@link SOUNDS}; throws on any other character. */
function soundCode(sound: string): number {
  const code = CODE_OF.get(sound);
  if (code === undefined) throw new Error(`No sound is written “${sound}”`);
  return code;
}

export const encodeSounds = (sounds: string): Uint8Array<ArrayBuffer> => {
  const codes = new Uint8Array(sounds.length);
  for (let at = 0; at < sounds.length; at++) codes[at] = CODE_OF.get(sounds.charAt(at)) ?? 0;
  return codes;
};

/** Pairs of sounds that are taken for one another and what that costs, against 1 for any two sounds. */
const CONFUSIONS: Readonly<Record<string, number>> = {
  // Voicing and place
  pb: 0.5,
  td: 0.5,
  kg: 0.5,
  fv: 0.5,
  sz: 0.5,
  SZ: 0.5,
  bv: 0.6,
  pf: 0.8,
  tk: 0.7,
  dg: 0.7,
  Ss: 0.6,
  Zz: 0.6,
  Sk: 0.6,
  mn: 0.5,
  lr: 0.7,
  jl: 0.5,
  pt: 0.8,
  pk: 0.8,
  bd: 0.8,
  // Vowels by nearness
  e2: 0.4,
  ei: 0.5,
  ou: 0.6,
  oO: 0.55,
  aA: 0.55,
  eI: 0.55,
  AO: 0.3,
  AI: 0.5,
  OI: 0.6,
  yu: 0.6,
  yi: 0.5,
  Ae: 0.7,
  oa: 0.7,
  o2: 0.5,
  oy: 0.7,
  ae: 0.7,
  '2y': 0.6,
  // Sounds that stand for several
  Ee: 0.15,
  E2: 0.1,
  Ei: 0.6,
  Eo: 0.6,
  Ea: 0.6,
  XS: 0.05,
  Xk: 0.05,
  Wv: 0.05,
  Ww: 0.05,
  ij: 0.15,
  uw: 0.2,
  yw: 0.3,
  // Silent letters heard in liaison
  '6s': 0.05,
  '6z': 0.1,
  '56': 0.05,
  '67': 0.1,
  '5z': 0.05,
  '5s': 0.15,
  '7t': 0.15,
  '7d': 0.2,
  '8p': 0.2,
  '8r': 0.2,
  '8g': 0.2,
  '57': 0.02,
  '58': 0.02,
  '78': 0.02,
  '7k': 0.9,
};

/** What it costs that a sound is missing, against 1 for any other. */
const OMISSIONS: Readonly<Record<string, number>> = {
  '5': 0.04,
  '6': 0.4,
  '7': 0.06,
  '8': 0.08,
  E: 0.2,
  '2': 0.6,
  j: 0.5,
  w: 0.6,
  W: 0.6,
  l: 0.8,
  r: 0.75,
  n: 0.8,
  e: 0.75,
  i: 0.75,
  a: 0.85,
  o: 0.8,
};

/** A nasal vowel and a vowel followed by m or n are the same letters read in two ways. */
const NASALS: Readonly<Record<string, readonly string[]>> = {
  I: ['in', 'en', 'im', 'En', 'yn'],
  A: ['an', 'am', 'en', 'En', 'em'],
  O: ['on', 'om'],
};
export const NASAL_COST = 0.4;

/** Cost of hearing the sound of the row for the one of the column, row-major. */
export const SUBSTITUTION = buildSubstitution();
/** Cost of a sound heard for nothing or the reverse. */
export const OMISSION = Float32Array.from(SOUNDS, (sound) => OMISSIONS[sound] ?? 1);
/** 1 for the nasal vowels. */
export const IS_NASAL = Uint8Array.from(SOUNDS, (sound) => (sound in NASALS ? 1 : 0));
/** 1 where vowel (second index) and nasal consonant (third) together are read as a nasal vowel (first). */
export const IS_NASAL_OF = buildNasals();
/** The same for sounds read backwards. */
export const IS_NASAL_REVERSED = buildNasals(true);

function buildSubstitution(): Float32Array {
  const table = new Float32Array(SOUND_COUNT * SOUND_COUNT).fill(1);
  for (let code = 0; code < SOUND_COUNT; code++) table[code * SOUND_COUNT + code] = 0;
  for (const [pair, cost] of Object.entries(CONFUSIONS)) {
    const a = soundCode(pair.charAt(0));
    const b = soundCode(pair.charAt(1));
    table[a * SOUND_COUNT + b] = cost;
    table[b * SOUND_COUNT + a] = cost;
  }
  return table;
}

function buildNasals(isReversed = false): Uint8Array {
  const table = new Uint8Array(SOUND_COUNT ** 3);
  for (const [nasal, pairs] of Object.entries(NASALS))
    for (const pair of pairs) {
      const vowel = soundCode(pair.charAt(0));
      const consonant = soundCode(pair.charAt(1));
      const [first, second] = isReversed ? [consonant, vowel] : [vowel, consonant];
      table[nasalAt(soundCode(nasal), first, second)] = 1;
    }
  return table;
}

/** Place in {@link IS_NASAL_OF} of a nasal vowel and two sounds in order. */
export function nasalAt(nasal: number, first: number, second: number): number {
  return (nasal * SOUND_COUNT + first) * SOUND_COUNT + second;
}

const SILENT = /[5678]+/g;

/** Without the letters that are only heard in liaison. */
export const withoutSilent = (sounds: string): string => sounds.replace(SILENT, '');
