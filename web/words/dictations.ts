import type { DictationFailure, DictationState } from '../dossier/dictation';
import { day, time } from './format';

const failures: Readonly<Record<DictationFailure, string>> = {
  cancelled: 'Transcription arrêtée. Ce qui était reconnu est gardé ; « Reprendre » continue.',
  'damaged-model':
    'le modèle de reconnaissance est abîmé. Relancez « npm start », puis « Réessayer ».',
  'missing-model':
    'le modèle de reconnaissance est introuvable. Vérifiez que Plume est démarrée, puis « Réessayer ».',
  'no-speech': 'aucune parole dans cet enregistrement. Écoutez-le pour vérifier le micro.',
  'out-of-memory':
    'la mémoire de l’ordinateur est pleine. Fermez d’autres onglets, puis « Réessayer ».',
  'storage-full': 'le disque est plein. Libérez de la place, puis « Réessayer ».',
  'unsupported-sound': 'ce son n’a pas pu être lu.',
  'worker-died':
    'la reconnaissance s’est arrêtée. Ce qui était reconnu est gardé ; « Réessayer » continue.',
};

/** The state of a dictation, as the list and the workbench say it. */
export function stateWords(state: DictationState): string {
  switch (state.phase) {
    case 'importing':
      return 'Import en cours';
    case 'recording':
      return 'Enregistrement en cours';
    case 'paused':
      return state.wasCut ? 'Dictée interrompue, à reprendre' : 'Dictée en pause';
    case 'recorded':
      return 'En attente';
    case 'transcribing':
      return 'Transcription en cours';
    case 'drafted':
      return 'Brouillon prêt';
    case 'in-review':
      return 'En relecture';
    case 'queried':
      return 'Question au médecin';
    case 'to-sign':
      return 'À signer';
    case 'returned':
      return 'Retournée par le médecin';
    case 'signed':
      return 'Signée';
    case 'filed':
      return 'Classée';
    case 'failed':
      if (state.reason === 'cancelled') return failures.cancelled;
      return `Échec : ${failures[state.reason]}`;
  }
}

export const listWords = {
  title: 'Dictées',
  empty: 'Aucune dictée pour l’instant. Elles apparaîtront ici, la plus récente en haut.',
  sample: 'Essayer avec la dictée d’exemple',
  import: 'Importer un enregistrement',
  dictate: 'Dicter',
  remove: 'Supprimer',
  undo: 'Annuler',
  retry: 'Réessayer',
  resume: 'Reprendre',
  cancel: 'Arrêter',
  makeUrgent: 'Traiter en premier',
  bin: 'Corbeille',
  restore: 'Remettre',
  authorLabel: 'Auteur de la dictée',
  nameLabel: 'Nom de la dictée',
  removed: (name: string) => `« ${name} » est dans la corbeille.`,
  sampleName: 'Courrier d’endocrinologie (exemple)',
  recordedName: (createdAt: number) => `Dictée du ${day(createdAt)}, ${time(createdAt)}`,
  cutShort: 'Le son s’arrête avant la fin prévue.',
} as const;
