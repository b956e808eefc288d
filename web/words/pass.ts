import type { PassNote } from '../review/guided-pass.svelte';

const keptTogether = (count: number): string =>
  count === 0
    ? 'Aucune alerte écoutée jusqu’au bout n’attend d’être gardée.'
    : `${count} alerte${count > 1 ? 's' : ''} écoutée${count > 1 ? 's' : ''} : texte gardé. Ctrl+Z annule.`;

/** Why a key of the pass did nothing, and what to do. */
const nothingDone: Readonly<Record<Exclude<PassNote['kind'], 'kept'>, string>> = {
  'none-left': 'Aucune alerte n’est plus ouverte.',
  'none-here': 'Le curseur n’est sur aucune alerte : allez d’abord à la suivante.',
  'no-proposal': 'Rien n’est proposé ici : tapez la correction, ou gardez le texte.',
  'no-others': 'Aucun autre passage n’est à corriger de la même façon.',
  'no-doubt': 'Aucun passage mal entendu n’attend plus d’être écouté.',
};

export const passWords = {
  title: (open: number) =>
    open === 0 ? 'Rien à vérifier' : `À vérifier : ${open} passage${open > 1 ? 's' : ''}`,
  later: 'Les alertes viendront avec le brouillon',
  looking: 'Vérification en cours…',
  progress: (settled: number, all: number) => `${settled} vu${settled < 2 ? '' : 's'} sur ${all}`,
  next: 'Alerte suivante, avec son son',
  nextDoubtful: 'Passage mal entendu suivant, avec son son',
  accept: 'Écrire la proposition',
  keep: 'Vu, garder le texte',
  keepHeard: 'Garder le texte de toutes les alertes écoutées',
  note: (note: PassNote) =>
    note.kind === 'kept' ? keptTogether(note.count) : nothingDone[note.kind],
  /** In the place of the words of an alert that stands on none. */
  blank: '[…]',
  replay: 'Réécouter l’alerte',
  others: (count: number) =>
    count === 0
      ? 'Corriger aussi les autres'
      : `Corriger aussi ${count === 1 ? 'l’autre passage' : `les ${count} autres`}`,
  more: (next: number, hidden: number) =>
    next === hidden
      ? `Montrer les ${next} derniers`
      : `Montrer ${next} passages de plus (sur ${hidden})`,
  mustListen: 'Écoutez ce passage jusqu’au bout, ou retapez-le : il peut nuire au patient.',
  risks: [
    'identité',
    'médicament',
    'dose, nombre, unité',
    'côté',
    'négation',
    'blanc, contradiction',
    'terme',
    'forme',
  ],
} as const;
