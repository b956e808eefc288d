import { isWhole, type BirthDate } from '../dossier/identity/birth-date';
import type { Likeness } from '../dossier/identity/look-alike';
import type { MatriculeKind } from '../dossier/identity/matricule';
import type { IdentityStatus, PatientTraits, Sex } from '../dossier/identity/patient';

/** 12/03/1968; 03/1968 or 1968 where the rest is not known. */
export function birthDateWords(date: BirthDate): string {
  const [year, month, day] = date.split('-');
  if (isWhole(date)) return `${day}/${month}/${year}`;
  if (day === '00' && month !== '00') return `${month}/${year}`;
  return day === '00' ? `${year}` : `${day}/00/${year}`;
}

/** Name in use first, as one calls people: "MARTIN (née FICTIF) Jeanne". */
export function patientName({ birthName, usedName, firstNames, sex }: PatientTraits): string {
  const born = sex === 'F' ? 'née' : 'né';
  const name =
    usedName === undefined
      ? birthName.toUpperCase()
      : `${usedName.toUpperCase()} (${born} ${birthName.toUpperCase()})`;
  return `${name} ${firstNames[0] ?? ''}`;
}

export const sexNames: Readonly<Record<Sex, string>> = {
  F: 'Féminin',
  M: 'Masculin',
  I: 'Indéterminé',
  U: 'Inconnu',
};

export const statusNames: Readonly<Record<IdentityStatus, string>> = {
  provisional: 'Provisoire',
  retrieved: 'Récupérée',
  validated: 'Validée',
  qualified: 'Qualifiée',
};

export const registerNames: Readonly<Record<MatriculeKind, string>> = {
  NIR: 'INS (NIR)',
  NIA: 'INS (NIA, numéro d’attente)',
  TEST: 'Registre de test',
  DEMO: 'Registre de démonstration',
};

const likenesses: Readonly<Record<Likeness, string>> = {
  same: 'mêmes noms, même date de naissance',
  'married-name':
    'même date de naissance, nom de l’un connu comme nom utilisé ou de naissance de l’autre',
  'swapped-names': 'même date de naissance, nom et prénom inversés',
  'near-names': 'même date de naissance, noms presque pareils',
  'near-date': 'mêmes noms, dates de naissance presque pareilles',
  'same-family': 'même date de naissance, même nom, autre prénom (jumeaux ?)',
};

export const likenessWords = (likeness: Likeness): string => likenesses[likeness];

const count = (value: number, one: string, many: string): string =>
  `${value} ${value < 2 ? one : many}`;

export const patientWords = {
  title: 'Patients',
  lead: 'Les patients du cabinet restent sur cet ordinateur. Plume ne vérifie aucune identité auprès d’un téléservice : le statut est celui que vous indiquez.',
  empty:
    'Aucun patient pour l’instant. Ajoutez-en un, ou importez la liste du jour de votre logiciel.',
  add: 'Ajouter un patient',
  edit: 'Fiche du patient',
  list: 'Patients trouvés',
  search: 'Date de naissance, puis trois lettres du nom',
  searchHint: 'Par exemple 12/03/1968 dup, ou 12 mars 1968.',
  dateFirst: 'Commencez par la date de naissance : les règles d’identité le demandent.',
  nobody: 'Personne n’est né ce jour-là dans vos fiches, avec ces lettres.',
  recent: (shown: number) =>
    `${count(shown, 'la fiche la plus récente', 'fiches les plus récentes')} ; cherchez par date de naissance pour les autres.`,
  found: (found: number) => count(found, 'patient trouvé', 'patients trouvés'),
  import: 'Importer une liste',
  importHint:
    'Listes lues : CSV, texte HPRIM, FHIR (JSON). On peut aussi déposer les fichiers ici.',
  back: 'Retour à la liste',
  save: 'Enregistrer',
  saveAnyway: 'Ce n’est pas lui : enregistrer',
  saved: (name: string) => `Fiche enregistrée : ${name}.`,
  cancel: 'Annuler',
  leftBefore: 'Saisie commencée plus tôt, pas encore enregistrée.',
  abandoned: 'La saisie n’a pas été enregistrée.',
  resume: 'Reprendre la saisie',
  likes: 'Attention : une fiche ressemble à celle-ci. Est-ce la même personne ?',
  itIsHim: 'C’est lui',
  matriculeHint: 'Plume ne garde le matricule qu’avec une identité qualifiée.',
  dateHint: 'Jour ou mois inconnu : 03/1968 ou 1968.',
  listHint: 'Séparés par des espaces, dans l’ordre de l’état civil.',
  patientOf: 'Patient de la dictée',
  toAttach: 'À rattacher',
  choose: 'Choisir le patient',
  detach: 'Détacher',
  attached: (name: string) => `Dictée rattachée à ${name}.`,
  close: 'Fermer',
  undo: 'Annuler',
  unsaved:
    'L’enregistrement a échoué : le disque est peut-être plein. Libérez de la place, puis réessayez.',
} as const;

export const importWords = {
  title: 'Liste à importer',
  readAs: (name: string, encoding: string) => `${name}, lu en ${encoding.toUpperCase()}.`,
  columns: 'Colonnes du fichier',
  columnsHint: 'Corrigez ce que Plume a mal deviné ; l’aperçu suit.',
  column: (at: number, title: string) => (title === '' ? `Colonne ${at + 1}` : title),
  ignored: 'Ne pas lire',
  line: 'Ligne',
  who: 'Patient',
  what: 'Ce qui se passera',
  take: 'Prendre',
  takeOne: (names: string) => `Prendre ${names}`,
  kinds: {
    new: 'Nouveau',
    completed: 'Connu ; sa fiche sera complétée',
    known: 'Déjà connu, rien à changer',
  },
  repeated: (line: number) => `Déjà à la ligne ${line}`,
  likes: (name: string, reason: string) => `Ressemble à ${name} : ${reason}`,
  confirm: (chosen: number) =>
    chosen === 0 ? 'Rien à importer' : `Importer ${count(chosen, 'patient', 'patients')}`,
  importing: 'Import en cours…',
  done: (done: number) => `${count(done, 'patient importé', 'patients importés')}.`,
  undone: 'L’import est annulé : les fiches sont comme avant.',
  more: (hidden: number) =>
    `… et ${count(hidden, 'autre ligne', 'autres lignes')}, prises en compte de la même façon.`,
  failed: (name: string, sentence: string) => `${name} : ${sentence}`,
} as const;

export const erasureWords = {
  erase: 'Effacer ce patient…',
  question: (name: string) => `Effacer ${name} ?`,
  what: (dictations: number) =>
    dictations === 0
      ? 'Sa fiche sera effacée de cet ordinateur. Aucune dictée ne lui est rattachée.'
      : `Sa fiche et ${count(dictations, 'dictée', 'dictées')} seront effacées de cet ordinateur : son, transcription, compte rendu, alertes et versions.`,
  forever: 'On ne peut pas revenir en arrière.',
  confirm: 'Effacer définitivement',
  keep: 'Garder',
  recording:
    'Une de ses dictées est en cours d’enregistrement. Terminez-la d’abord, puis effacez le patient.',
  done: 'Le patient est effacé.',
  certificate: 'Enregistrer l’attestation',
} as const;
