import { analyse } from '../lexicon/affixes';
import type { Category } from '../lexicon/category';

/** Endings that make a word medical, with the category they give. The first that fits decides. */
const ENDINGS: readonly (readonly [RegExp, Category | undefined])[] = [
  [
    /(ectomie|tomie|stomie|scopie|plastie|rraphie|pexie|centèse|desmie|thérapie|graphie|métrie|lavage|drainage)s?$/,
    'procedure',
  ],
  [
    /(émie|urie|algie|pnée|rrhée|rragie|plégie|parésie|phasie|phagie|ptysie|esthésie|mégalie|tonie|kinésie|cytose|pénie|odynie|praxie|gnosie|opsie)s?$/,
    'sign',
  ],
  [
    /(ite|ose|omes?|pathie|trophie|cèle|plasie|ectasie|malacie|sténose|sclérose|lithiase|manie|phobie|phrénie)s?$/,
    'pathology',
  ],
  [/(cytes?|blastes?|globuline|globine|ase|ases|ine|ines)$/, 'biology'],
  [/(scopes?|gramme|grammes|mètres?|tomes?)$/, 'device'],
  [
    /(logie|logique|émique|urique|itique|otique|pathique|scopique|graphique|algique|plégique|trophique|génique|lytique|tropique|phylaxie|toxique|oïde|oïdien|oïdienne|culaire|iforme|gène)s?$/,
    undefined,
  ],
];
const VERBAL = /(er|ez|ait|aient|ons|ant|rai|ras|ions|asse|èrent|âmes|âtes|it|ent)$/;

export const endingCategory = (word: string): Category | undefined =>
  ENDINGS.find(([ending]) => ending.test(word))?.[1];

/** Roots that everyday and technical words also have: alone they make no word medical. */
const EVERYDAY_ROOTS = new Set(
  'aéro anthropo audio auto carbo chromo chrono électro géo hydro litho micro mono nucléo phono photo polio porto radio recto sino stylo thermo tomo zoo co colo oro pédo podo litho ilio galacto actino'.split(
    ' ',
  ),
);

/** Whether a rare word of the general dictionary is made of medical parts, one of them a root of the body or of disease. */
export function looksMedical(word: string, isListed: (part: string) => boolean): boolean {
  if (word.length < 7 || word.includes("'") || VERBAL.test(word)) return false;
  const parts = analyse(word, isListed);
  return parts?.some(({ kind, text }) => kind === 'root' && !EVERYDAY_ROOTS.has(text)) === true;
}
