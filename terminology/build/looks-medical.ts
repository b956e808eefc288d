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
const PREFIX =
  /^(hémo|hémat|cardio|gastro|hépat|néphr|neuro|ostéo|arthr|pneum|broncho|dermat|ophtalm|oto|rhino|myo|cyto|hyper|hypo|anti|péri|endo|épi|intra|inter|sub|tachy|brady|dys|poly|oligo|onco|chimio|radio|lympho|leuco|érythro|thrombo|vaso|angio|cholé|col[op]|entéro|cysto|hystér|mammo|spondyl|chondr|rachi|crani|encéphal|psycho|schizo)/;
const VERBAL = /(er|ez|ait|aient|ons|ant|rai|ras|ions|asse|èrent|âmes|âtes|it|ent)$/;
const WEAK = /(ine|ase|ite|logie|logique)s?$/;

export const endingCategory = (word: string): Category | undefined =>
  ENDINGS.find(([ending]) => ending.test(word))?.[1];

export interface Likeness {
  readonly category: Category | undefined;
  /** Ending or beginning that everyday words also have. */
  readonly weak: boolean;
}

/** Whether a rare word of the general dictionary is made of medical parts; the rule of the prototype, from general knowledge. */
export function looksMedical(word: string): Likeness | undefined {
  if (word.length < 6 || word.includes('-') || word.includes("'") || VERBAL.test(word))
    return undefined;
  const ending = word.length >= 7 ? ENDINGS.find(([pattern]) => pattern.test(word)) : undefined;
  if (ending === undefined && !PREFIX.test(word)) return undefined;
  return { category: ending?.[1], weak: !PREFIX.test(word) && WEAK.test(word) };
}
