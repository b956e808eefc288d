import { fold } from '../lexicon/fold';
import type { Heading } from './heading';

export const DOCUMENT_TYPES = [
  'consultation',
  'courrier',
  'imagerie',
  'operatoire',
  'endoscopie',
  'hospitalisation',
  'resultats',
] as const;

export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** How many lines each heading may have. */
export type Template = Readonly<Record<Heading, number>>;

const TEMPLATES: Readonly<Record<DocumentType, Template>> = {
  consultation: { motive: 1, history: 2, findings: 2, conclusion: 2, treatment: 2, 'follow-up': 2 },
  courrier: { motive: 1, history: 1, findings: 3, conclusion: 2, treatment: 2, 'follow-up': 2 },
  imagerie: { motive: 1, history: 0, findings: 4, conclusion: 3, treatment: 0, 'follow-up': 1 },
  operatoire: { motive: 1, history: 0, findings: 3, conclusion: 1, treatment: 2, 'follow-up': 2 },
  endoscopie: { motive: 1, history: 0, findings: 4, conclusion: 3, treatment: 1, 'follow-up': 2 },
  hospitalisation: {
    motive: 1,
    history: 1,
    findings: 3,
    conclusion: 2,
    treatment: 2,
    'follow-up': 2,
  },
  resultats: { motive: 1, history: 0, findings: 6, conclusion: 2, treatment: 1, 'follow-up': 1 },
};
const WITHOUT_CONCLUSION = 1;

/** Who asked for an image or an endoscopy knows why. */
export const optionalIn = (type: DocumentType): readonly Heading[] =>
  type === 'imagerie' || type === 'endoscopie' ? ['motive'] : [];

/** Without a conclusion, its place goes to what was found. */
export function templateOf(type: DocumentType, hasConclusion: boolean): Template {
  const template = TEMPLATES[type];
  return hasConclusion
    ? template
    : { ...template, findings: template.findings + WITHOUT_CONCLUSION };
}

const SIGNS: readonly (readonly [DocumentType, RegExp])[] = [
  [
    'operatoire',
    /compte[- ]rendu operatoire|^intervention\s*:|voie d'abord|\bincision\b.*\bfermeture\b/ms,
  ],
  [
    'endoscopie',
    /^(?:colo|gastro|fibro|rectosigmoido|bronchos?|cystos?)\p{L}*scopie\b|endoscopie|bas-fond cæcal|score de boston/mu,
  ],
  [
    'imagerie',
    /^(?:scanner|irm|tdm|echographie|radiographie|mammographie|echo-?doppler|tep|angio-?\p{L}+|scintigraphie)\b|^technique\s*:|injection de .*produit de contraste/mu,
  ],
  [
    'hospitalisation',
    /motif d'(?:hospitalisation|admission)|compte[- ]rendu d'hospitalisation|traitement de sortie|\bhospitalise/,
  ],
  [
    'courrier',
    /\bcher (?:confrere|ami|collegue)|\bchere (?:consoeur|amie|collegue)|confraternellement|m'avoir (?:adresse|confie)/,
  ],
];

/** The type of a report by its own words; `consultation` where nothing tells. */
export const documentTypeOf = (text: string): DocumentType => {
  const folded = fold(text);
  return SIGNS.find(([, sign]) => sign.test(folded))?.[0] ?? 'consultation';
};
