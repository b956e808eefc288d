import { fold } from '../lexicon/fold';
import type { Heading } from './heading';

/** What a title of a report opens; `isAside`: how it was done, which a summary leaves out unless there is nothing else. */
export interface Title {
  readonly heading: Heading;
  readonly isAside: boolean;
  /** Says no more than the heading of the summary does, so that a line may lose it. */
  readonly isPlain: boolean;
  /** UTF-16 units up to the end of its colon. */
  readonly length: number;
}

type Row = readonly [heading: Heading, isAside: boolean, titles: RegExp];

const ROWS: readonly Row[] = [
  [
    'motive',
    false,
    /^(?:motifs?(?: (?:de|d').*)?|indications?(?: .*)?|objet|intervention(?: .*)?|contexte(?: clinique)?|renseignements cliniques)$/,
  ],
  [
    'history',
    false,
    /^(?:antecedents?(?: .*)?|atcd(?: .*)?|allergies?|facteurs? de risque(?: .*)?|mode de vie|terrain|comorbidites)$/,
  ],
  [
    'conclusion',
    false,
    /^(?:conclusions?(?: .*)?|en conclusion|au total|synthese(?: .*)?|en resume|resume|diagnostics?(?: .*)?|interpretation|impression|hypotheses? diagnostiques?|complications?)$/,
  ],
  [
    'treatment',
    false,
    /^(?:traitements?(?: .*)?|ordonnance(?: .*)?|prescriptions?(?: .*)?|antibioprophylaxie|posologies?|therapeutique)$/,
  ],
  [
    'follow-up',
    false,
    /^(?:suites?(?: .*)?|conduite a tenir|cat|consignes?(?: .*)?|projet(?: .*)?|objectifs|plan de soins|surveillance(?: .*)?|rendez-vous|recommandations?|suivi|devenir|a prevoir|preconisations?|orientation)$/,
  ],
  [
    'findings',
    true,
    /^(?:technique(?: .*)?|installation|anesthesie|voie d'abord|materiel|operateurs?|anesthesiste|aide|produit de contraste|dosimetrie|dose|preparation|fermeture|protocole|comparaison|comparatif|constantes|parametres vitaux|poids|taille|date|service|medecin|premedication|sedation)$/,
  ],
  [
    'findings',
    false,
    /^(?:histoire de la maladie(?: .*)?|anamnese|interrogatoire|examens?(?: .*)?|bilan(?: .*)?|biologie(?: .*)?|imagerie|electrocardiogramme|ecg|echographie(?: .*)?|evolution(?: .*)?|discussion|resultats?(?: .*)?|constatations?(?: .*)?|exploration(?: .*)?|geste(?: .*)?|macroscopie|microscopie|immunohistochimie|description|prelevements?|biopsies?|signes (?:fonctionnels|generaux)|vaccinations|croissance|scanner(?: .*)?|irm(?: .*)?|radiographie(?: .*)?|incidents?|a l'etage .*|clinique|clinquement)$/,
  ],
];
/** Told by the heading of the summary already. */
const PLAIN =
  /^(?:motif|motif de consultation|motif d'hospitalisation|motif d'admission|indications?|antecedents?|antecedents (?:personnels|medicaux)|conclusions?|en conclusion|au total|en resume|synthese|resultats?|constatations|description|examen|traitement|suites?|conduite a tenir|recommandations?)$/;
const TITLE = /^\s*([^:.\n]{2,48}?)\s*(:|$)/;

/** The title at the start of a paragraph, before a colon or alone on its line. */
export function titleOf(paragraph: string): Title | undefined {
  const match = TITLE.exec(paragraph);
  const folded = fold(match?.[1] ?? '');
  const row = ROWS.find(([, , titles]) => titles.test(folded));
  if (match === null || row === undefined) return undefined;
  const isAlone = match[2] !== ':';
  if (isAlone && (match[0].length < paragraph.trimEnd().length || folded.split(' ').length > 4))
    return undefined;
  return { heading: row[0], isAside: row[1], isPlain: PLAIN.test(folded), length: match[0].length };
}
