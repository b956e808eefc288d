import type { DocumentType } from '../../terminology/spoken/document-types';
import type {
  AbbreviationFault,
  OwnCommandFault,
  SectionFault,
} from '../../terminology/spoken/habits';
import type { Abbreviation, NumberContext } from '../../terminology/spoken';

export const documentTypes: Readonly<Record<DocumentType, string>> = {
  consultation: 'Consultation',
  letter: 'Courrier',
  'operative-report': 'Compte rendu opératoire',
  ct: 'Scanner',
  mri: 'IRM',
  ultrasound: 'Échographie',
  colonoscopy: 'Coloscopie',
  'hospital-stay': 'Hospitalisation',
  'tumour-board': 'RCP',
  psychiatry: 'Psychiatrie',
};

export const writingWords = {
  title: 'Écriture du cabinet',
  lead: 'Comment Plume écrit ce qui est dicté ici. Un changement vaut dès les prochains mots entendus ; ce qui est déjà écrit ne bouge pas.',
  add: 'Ajouter',
  change: 'Modifier',
  keep: 'Enregistrer',
  leave: 'Annuler',
  remove: 'Supprimer',
  changeOne: (name: string) => `Modifier « ${name} »`,
  removeOne: (name: string) => `Supprimer « ${name} »`,
  undo: 'Rétablir',
  removed: (name: string) => `« ${name} » est supprimé.`,
  kept: (name: string) => `« ${name} » est enregistré.`,
  notKept:
    'Le réglage n’a pas pu être enregistré : le disque est peut-être plein. Libérez de la place, puis recommencez.',
  ofPractice: 'Propre au cabinet',
  documentType: 'Type de document',
  noDocumentType: 'Type de document…',
} as const;

export const ownCommandWords = {
  title: 'Commandes du cabinet',
  hint: 'Une phrase dite en dictant, et le texte que Plume écrit à sa place. Plusieurs lignes et paragraphes sont possibles.',
  none: 'Aucune commande propre au cabinet. Par exemple : « formule de politesse » écrit la vôtre.',
  said: 'Phrase dite',
  text: 'Texte écrit',
  example: 'formule de politesse',
} as const;

export const ownCommandFaults: Readonly<Record<OwnCommandFault, string>> = {
  'no-phrase': 'Écrivez la phrase que le médecin dira.',
  'no-text': 'Écrivez le texte que la phrase donne.',
  'long-phrase': 'Cette phrase est trop longue pour être dite d’un trait : 60 caractères au plus.',
  'long-text': 'Ce texte est trop long : 4 000 caractères au plus.',
  'not-words': 'N’écrivez que des mots, comme on les dit, sans ponctuation.',
  'one-word':
    'Un mot seul serait remplacé partout où il est dit : prenez au moins deux mots, comme « texte signature ».',
  'only-numbers': 'Une phrase faite de nombres changerait des quantités dictées : ajoutez un mot.',
  'built-in':
    'Plume comprend déjà cette phrase comme une commande (voir la liste des commandes dictées) : prenez-en une autre.',
  taken: 'Le cabinet a déjà une commande pour cette phrase : modifiez-la plutôt.',
};

export const abbreviationWords = {
  title: 'Abréviations',
  hint: 'Gardées comme elles sont dites, écrites en entier, ou en entier la première fois seulement.',
  none: 'Aucune abréviation réglée : Plume les laisse comme elles sont dites.',
  short: 'Abréviation',
  long: 'En entier',
  mode: 'Plume',
  asks: 'Plusieurs sens : Plume la laisse et pose la question.',
} as const;

export const abbreviationModes: Readonly<Record<Abbreviation['mode'], string>> = {
  keep: 'garde l’abréviation',
  expand: 'écrit en entier',
  'expand-once': 'écrit en entier la première fois',
};

export const abbreviationFaults: Readonly<Record<AbbreviationFault, string>> = {
  'no-short': 'Écrivez l’abréviation.',
  'no-long': 'Écrivez ce qu’elle veut dire.',
  'long-short': 'Une abréviation est un seul mot de 12 caractères au plus.',
  same: 'L’abréviation et son sens sont le même mot.',
  taken: 'Cette abréviation est déjà réglée : modifiez-la plutôt.',
};

export const numberWords = {
  title: 'Nombres jusqu’à dix',
  hint: 'Au-delà, et pour les mesures, doses, décimales, scores et stades, toujours en chiffres. Usage de départ : Imprimerie nationale, Lexique des règles typographiques, et la frappe médicale pour les posologies.',
  digits: 'en chiffres',
  letters: 'en lettres',
  usual: 'usage',
} as const;

/** The contexts a practice may choose for, with an example in digits and one in letters. */
export const numberContexts: readonly {
  readonly context: NumberContext;
  readonly label: string;
  readonly digits: string;
  readonly letters: string;
}[] = [
  {
    context: 'count',
    label: 'Ce que l’on compte',
    digits: '3 adénopathies',
    letters: 'trois adénopathies',
  },
  { context: 'age', label: 'Âges', digits: 'enfant de 6 ans', letters: 'enfant de six ans' },
  {
    context: 'dose-form',
    label: 'Comprimés, gélules…',
    digits: '2 gélules',
    letters: 'deux gélules',
  },
  {
    context: 'frequency',
    label: 'Fréquences',
    digits: '3 fois par jour',
    letters: 'trois fois par jour',
  },
  {
    context: 'course',
    label: 'Durées de traitement',
    digits: 'pendant 7 jours',
    letters: 'pendant sept jours',
  },
];

export const sectionWords = {
  title: 'Rubriques par type de document',
  hint: 'Dite avec « deux points », une rubrique commence une ligne. Les rubriques usuelles sont déjà connues.',
  none: 'Aucune rubrique propre au cabinet pour ce type de document.',
  name: 'Nouvelle rubrique',
  known: (count: number) => `${count} rubriques connues pour ce type`,
} as const;

export const sectionFaults: Readonly<Record<SectionFault, string>> = {
  empty: 'Écrivez le nom de la rubrique.',
  long: 'Ce nom est trop long : 60 caractères au plus.',
  usual: 'Plume connaît déjà cette rubrique.',
  taken: 'Cette rubrique est déjà dans la liste.',
};
