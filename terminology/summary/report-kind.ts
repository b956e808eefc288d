import { fold } from '../lexicon/fold';
import type { DocumentType } from '../spoken/document-types';
import type { Heading } from './heading';

/** What a report is as far as its summary goes; several document types share a template. */
export type ReportKind =
  | 'consultation'
  | 'letter'
  | 'imaging'
  | 'operation'
  | 'endoscopy'
  | 'hospital-stay'
  /** Only a list of results. */
  | 'results';

const KINDS: Readonly<Record<DocumentType, ReportKind>> = {
  consultation: 'consultation',
  letter: 'letter',
  'operative-report': 'operation',
  ct: 'imaging',
  mri: 'imaging',
  ultrasound: 'imaging',
  colonoscopy: 'endoscopy',
  'hospital-stay': 'hospital-stay',
  'tumour-board': 'hospital-stay',
  psychiatry: 'consultation',
};

/** How many lines each heading may have. */
export type Template = Readonly<Record<Heading, number>>;

const TEMPLATES: Readonly<Record<ReportKind, Template>> = {
  consultation: { motive: 1, history: 2, findings: 2, conclusion: 2, treatment: 2, 'follow-up': 2 },
  letter: { motive: 1, history: 1, findings: 3, conclusion: 2, treatment: 2, 'follow-up': 2 },
  imaging: { motive: 1, history: 0, findings: 4, conclusion: 3, treatment: 0, 'follow-up': 1 },
  operation: { motive: 1, history: 0, findings: 3, conclusion: 1, treatment: 2, 'follow-up': 2 },
  endoscopy: { motive: 1, history: 0, findings: 4, conclusion: 3, treatment: 1, 'follow-up': 2 },
  'hospital-stay': {
    motive: 1,
    history: 1,
    findings: 3,
    conclusion: 2,
    treatment: 2,
    'follow-up': 2,
  },
  results: { motive: 1, history: 0, findings: 6, conclusion: 2, treatment: 1, 'follow-up': 1 },
};
const WITHOUT_CONCLUSION = 1;

/** Who asked for an image or an endoscopy knows why. */
export const optionalIn = (kind: ReportKind): readonly Heading[] =>
  kind === 'imaging' || kind === 'endoscopy' ? ['motive'] : [];

/** Without a conclusion, its place goes to what was found. */
export function templateOf(kind: ReportKind, hasConclusion: boolean): Template {
  const template = TEMPLATES[kind];
  return hasConclusion
    ? template
    : { ...template, findings: template.findings + WITHOUT_CONCLUSION };
}

const SIGNS: readonly (readonly [ReportKind, RegExp])[] = [
  [
    'operation',
    /compte[- ]rendu operatoire|^intervention\s*:|voie d'abord|\bincision\b.*\bfermeture\b/ms,
  ],
  [
    'endoscopy',
    /^(?:colo|gastro|fibro|rectosigmoido|bronchos?|cystos?)\p{L}*scopie\b|endoscopie|bas-fond cæcal|score de boston/mu,
  ],
  [
    'imaging',
    /^(?:scanner|irm|tdm|echographie|radiographie|mammographie|echo-?doppler|tep|angio-?\p{L}+|scintigraphie)\b|^technique\s*:|injection de .*produit de contraste/mu,
  ],
  [
    'hospital-stay',
    /motif d'(?:hospitalisation|admission)|compte[- ]rendu d'hospitalisation|traitement de sortie|\bhospitalise/,
  ],
  [
    'letter',
    /\bcher (?:confrere|ami|collegue)|\bchere (?:consoeur|amie|collegue)|confraternellement|m'avoir (?:adresse|confie)/,
  ],
];

/** By the type the practice gave the dictation, else by the words of the report. */
export function reportKind(text: string, documentType: DocumentType | undefined): ReportKind {
  if (documentType !== undefined) return KINDS[documentType];
  const folded = fold(text);
  return SIGNS.find(([, sign]) => sign.test(folded))?.[0] ?? 'consultation';
}
