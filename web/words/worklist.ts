import type { Column, View } from '../dossier/worklist';

const views: Readonly<Record<View, string>> = {
  'to-correct': 'À corriger',
  queried: 'Questions',
  'to-sign': 'À signer',
  returned: 'Retournées',
  unattached: 'À rattacher',
  signed: 'Signées',
  filed: 'Classées',
  all: 'Toutes',
};

const empty: Readonly<Record<View, string>> = {
  'to-correct': 'Rien à corriger. Les dictées importées ou enregistrées arrivent ici.',
  queried: 'Aucune question n’attend de réponse.',
  'to-sign': 'Rien à signer.',
  returned: 'Aucun compte rendu n’a été retourné.',
  unattached: 'Chaque dictée a son patient et son auteur.',
  signed: 'Aucun compte rendu signé n’attend d’être classé.',
  filed: 'Aucun compte rendu n’a encore été classé.',
  all: 'Aucune dictée pour l’instant.',
};

const columns: Readonly<Record<Column, string>> = {
  urgency: 'Priorité',
  name: 'Dictée',
  patient: 'Patient',
  author: 'Auteur',
  documentType: 'Type',
  state: 'État',
  waiting: 'Attente',
  duration: 'Durée',
  open: 'Alertes',
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something has waited, in the one unit that matters. */
export function waited(milliseconds: number): string {
  if (milliseconds < MINUTE) return 'à l’instant';
  if (milliseconds < HOUR) return `${Math.floor(milliseconds / MINUTE)} min`;
  if (milliseconds < DAY) return `${Math.floor(milliseconds / HOUR)} h`;
  return `${Math.floor(milliseconds / DAY)} j`;
}

export const worklistWords = {
  title: 'Liste de travail',
  views: 'Corbeilles de travail',
  view: (view: View) => views[view],
  empty: (view: View) => empty[view],
  noMatch: 'Rien ne correspond à cette recherche.',
  clear: 'Tout montrer',
  column: (column: Column) => columns[column],
  search: 'Chercher (dictée, patient, auteur, type)',
  author: 'Auteur',
  everyAuthor: 'Tous les auteurs',
  urgentOnly: 'Urgentes seulement',
  urgent: 'Urgente',
  next: 'Prendre la plus urgente',
  nextToSign: 'Signer la plus urgente',
  nothingNext: 'Rien n’attend.',
  select: 'Sélection',
  selectAll: 'Tout sélectionner',
  selected: (count: number) =>
    count === 1 ? '1 dictée sélectionnée' : `${count} dictées sélectionnées`,
  makeUrgent: 'Rendre urgentes',
  makeNormal: 'Rendre ordinaires',
  dueOn: 'Pour le',
  remove: 'Supprimer',
  removed: (count: number) =>
    count === 1 ? 'La dictée est dans la corbeille.' : `${count} dictées sont dans la corbeille.`,
  undo: 'Annuler',
  noPatient: 'à rattacher',
  shown: (count: number) => `${count} dictée${count < 2 ? '' : 's'}`,
  keys: '↑ ↓ pour se déplacer, Entrée pour ouvrir, Espace pour sélectionner',
  all: (count: number) => `Voir toute la liste (${count})`,
} as const;
