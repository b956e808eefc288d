import { buildWordGraph } from '../../../terminology/build/word-graph';
import type { Category } from '../../../terminology/lexicon/category';
import { compileLayer, type WordSpec } from '../../../terminology/lexicon/compile';
import { FLAG, type Gender } from '../../../terminology/lexicon/entry';
import { GeneralWords } from '../../../terminology/lexicon/general-words';
import { Lexicon } from '../../../terminology/lexicon/lexicon';

const GENERAL: Readonly<Record<string, number>> = {
  le: 7.4,
  la: 7.4,
  les: 7.2,
  un: 7.1,
  une: 7.1,
  de: 7.5,
  du: 7,
  des: 7,
  et: 7.3,
  à: 7.3,
  avec: 6.6,
  par: 6.5,
  sur: 6.6,
  on: 6.6,
  est: 7,
  pas: 6.8,
  sans: 6.3,
  pour: 6.9,
  dix: 5.3,
  vient: 5.6,
  voit: 5.2,
  droit: 5.5,
  droite: 5.3,
  gauche: 5.3,
  bruits: 4.2,
  patient: 4.4,
  lance: 4.6,
  coups: 5,
  mg: 3,
  matin: 5.4,
  arrêt: 4.8,
  dans: 6.9,
  traitement: 4.7,
  madame: 5.5,
  docteur: 5,
  virgule: 3.4,
  point: 5.6,
  points: 5.2,
  prescrit: 3.8,
  montre: 5.2,
  normale: 4.7,
  opération: 4.9,
  comporte: 4.4,
};

const word = (
  form: string,
  medical: number,
  more: Partial<WordSpec> & { gender?: Gender } = {},
): WordSpec => ({
  form,
  medical,
  categories: [],
  number: 's',
  source: 0,
  ...more,
});

const drug = (form: string, medical: number): WordSpec =>
  word(form, medical, { categories: ['drug'], flags: FLAG.substance, gender: 'm' });

const WORDS: readonly WordSpec[] = [
  word('anse', 3.5, { categories: ['anatomy'], gender: 'f' }),
  word('diathermique', 3, { gender: 'mf' }),
  word('diverticule', 4, { categories: ['pathology'], gender: 'm' }),
  word('diverticules', 4, {
    categories: ['pathology'],
    gender: 'm',
    number: 'p',
    lemma: 'diverticule',
    flags: FLAG.inflection,
  }),
  word('œdème', 5, { categories: ['sign'], gender: 'm' }),
  word('dyspnée', 4.5, { categories: ['sign'], gender: 'f' }),
  word('Albers', 3.5, { flags: FLAG.capitalised }),
  word('hémostase', 4, { gender: 'f' }),
  word('hémorragie', 5, { gender: 'f' }),
  word('hypertension', 5.5, { categories: ['pathology'], gender: 'f' }),
  word('hypotension', 5, { categories: ['pathology'], gender: 'f' }),
  word('glycémie', 5, { categories: ['biology'], flags: FLAG.analyte, gender: 'f' }),
  word('symétrique', 4, { gender: 'mf' }),
  word('patellaire', 3.8, { gender: 'mf' }),
  word('dense', 4, { gender: 'mf' }),
  word('kyste', 5, { categories: ['pathology'], gender: 'm' }),
  word('IRM', 5, { categories: ['abbreviation'], flags: FLAG.upperCase, gender: 'f' }),
  word('NIHSS', 4, { categories: ['abbreviation'], flags: FLAG.upperCase, gender: 'm' }),
  word('Dupont', 5, { flags: FLAG.name }),
  word('cæcal', 4, { gender: 'm' }),
  word('cæcale', 3.8, { gender: 'f', lemma: 'cæcal', flags: FLAG.inflection }),
  word('valvule', 4.5, { gender: 'f' }),
  drug('céfazoline', 4),
  drug('prednisone', 4),
  drug('prednisolone', 4),
  drug('rivaroxaban', 4),
];

const TERMS: readonly string[] = [
  'anse diathermique',
  "kyste d'hémostase",
  'rein droit',
  'bruits du cœur',
];

/** A lexicon of a few words, so that a test shows all it depends on. */
export const smallLexicon = (): Lexicon => {
  const general = Object.entries(GENERAL).map(([form, zipf]) => ({
    form,
    zipf,
    capitalised: false,
  }));
  const categories: Category[] = ['anatomy'];
  const layer = compileLayer({
    name: 'small',
    sources: [{ name: 'test', licence: 'MIT', rows: WORDS.length }],
    words: WORDS,
    terms: TERMS.map((form) => ({ form, medical: 4, categories, source: 0 })),
    labels: TERMS,
  });
  return new Lexicon(new GeneralWords(buildWordGraph(general)), [layer]);
};
