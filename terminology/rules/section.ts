import { fold } from '../lexicon/fold';
import type { ParagraphKind } from './report';

/** What a part of a report is for. */
export type Section =
  | 'reason'
  | 'history'
  | 'family'
  | 'treatment'
  | 'technique'
  | 'findings'
  | 'conclusion'
  | 'plan'
  | 'other';

export interface SectionTitle {
  readonly section: Section;
  /** Folded. */
  readonly title: string;
  /** End of the title in the text, colon left out. */
  readonly to: number;
  /** Nothing but the title stands there. */
  readonly isAlone: boolean;
}

const SECTIONS: readonly (readonly [Section, RegExp])[] = [
  ['family', /^antecedents? familia/],
  ['history', /^(antecedents?|allergies?|facteurs? de risque|mode de vie|rappel)\b/],
  [
    'reason',
    /^(motif|indications?|intervention|contexte|histoire|anamnese|objet|renseignements? cliniques?|diagnostic|operation|geste)\b/,
  ],
  ['treatment', /^(traitements?|ordonnance|prescriptions?)\b/],
  ['technique', /^(techniques?|installation|anesthesie|protocole|materiel|preparation|produit)\b/],
  ['conclusion', /^(en conclusion|conclusions?|au total|synthese|en resume|impression)\b/],
  ['plan', /^(conduite a tenir|projet|suites?|consignes|surveillance|recommandations?|plan)\b/],
  [
    'findings',
    /^(resultats?|examens?|constatations?|description|exploration|biologie|imagerie|evolution|interpretation|comparaison)\b/,
  ],
];

const LONGEST_TITLE = 60;
const TITLE = /^\s*([\p{L}][^:.\n]*?)\s*(:|\.?\s*$)/u;

/** The title that opens a paragraph: a heading, or a few known words before a colon or alone. */
export function sectionOf(kind: ParagraphKind, text: string): SectionTitle | undefined {
  const [whole = '', words = '', sign = ''] = TITLE.exec(text) ?? [];
  if (words === '' || words.length > LONGEST_TITLE) return opening(text);
  const title = fold(words);
  const section = SECTIONS.find(([, pattern]) => pattern.test(title))?.[0];
  const isAlone = text.slice(whole.length).trim() === '';
  if (sign !== ':' && kind !== 'heading')
    return section && isAlone && words.split(' ').length <= 3 ? found() : opening(text);
  return found();

  function found(): SectionTitle {
    return { section: section ?? 'other', title, to: text.indexOf(words) + words.length, isAlone };
  }
}

/** "En conclusion, …" and "Au total, …" open a section within the sentence. */
function opening(text: string): SectionTitle | undefined {
  const [words] = /^\s*(en conclusion|au total)(?=\s*,)/iu.exec(text) ?? [];
  return words === undefined
    ? undefined
    : { section: 'conclusion', title: fold(words.trim()), to: words.length, isAlone: false };
}
