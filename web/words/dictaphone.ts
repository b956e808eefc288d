import type { PauseReason, StartFailureKind } from '../audio/recorder-state';
import type { LevelState } from '../audio/level';
import { clock } from './format';

export const startFailures: Readonly<Record<StartFailureKind, string>> = {
  refused:
    'Le micro est refusé à Plume. Autorisez-le dans la barre d’adresse du navigateur, puis réessayez.',
  'no-microphone': 'Aucun micro n’est branché. Branchez-en un, puis réessayez.',
  busy: 'Le micro est pris par un autre logiciel. Fermez-le, puis réessayez.',
  unsupported: 'Ce navigateur ne sait pas enregistrer. Essayez Chrome, Edge ou Firefox récents.',
  'no-room':
    'Il n’y a plus assez de place sur le disque pour une dictée. Tout ce qui existe est gardé ; videz la corbeille ou libérez de la place, puis réessayez.',
  'other-dictation':
    'Une autre dictée est en cours d’enregistrement. Mettez-la en pause ou terminez-la d’abord.',
  elsewhere: 'Une dictée est déjà en cours dans un autre onglet. Terminez-la d’abord.',
};

const pauses: Readonly<Record<PauseReason, string>> = {
  asked: 'En pause.',
  unplugged: 'Le micro s’est débranché. Tout est gardé jusque-là ; rebranchez-le, puis reprenez.',
  interrupted:
    'Un autre logiciel a pris le micro. Tout est gardé jusque-là ; reprenez quand il est libre.',
  asleep: 'L’ordinateur s’est mis en veille. Tout est gardé jusque-là.',
  frozen: 'Le navigateur a suspendu la page. Tout est gardé jusque-là.',
  storage:
    'Le disque est plein : l’enregistrement s’est arrêté. Libérez de la place, puis reprenez.',
};

const levels: Readonly<Record<LevelState, string>> = {
  good: 'Niveau correct.',
  'too-quiet': 'Voix trop faible : rapprochez le micro ou montez son niveau.',
  clipped: 'Voix trop forte : éloignez le micro ou baissez son niveau.',
  silent: 'Aucun son : le micro est-il coupé ?',
};

export const dictaphoneWords = {
  title: 'Dictée',
  starting: 'Ouverture du micro…',
  stopping: 'Enregistrement des dernières secondes…',
  recording: (seconds: number) => `Enregistrement : ${clock(seconds)}`,
  keptBefore: (seconds: number) => `Gardé jusqu’à la dernière pause : ${clock(seconds)}`,
  pauses,
  levels,
  level: 'Niveau du micro',
  microphone: 'Micro',
  unnamed: 'Micro sans nom',
  otherMicrophone: (label: string) =>
    `Le micro choisi n’est pas branché : « ${label} » le remplace.`,
  preview: 'Aperçu',
  previewWaits: 'Les premiers mots viennent quelques secondes après la voix.',
  unwritten: 'L’écriture sur le disque échoue, Plume réessaie. Ne fermez pas cet onglet.',
  pause: 'Pause',
  resume: 'Reprendre',
  append: 'Continuer à la fin',
  insert: 'Insérer ici',
  overwrite: 'Remplacer à partir d’ici',
  finish: 'Terminer',
  retry: 'Réessayer',
  again: 'Cette dictée a été interrompue. Tout est gardé, à la dernière seconde près.',
  recovered: (name: string) =>
    `« ${name} » a été interrompue : tout est gardé, à la dernière seconde près.`,
  open: 'Ouvrir',
} as const;
