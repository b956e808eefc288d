import type { Erasure } from '../dossier/retention-erasure';
import { day, megabytes, moment } from './format';

const things: Readonly<Record<Erasure['what'], (count: number) => string>> = {
  patient: (count) =>
    count === 0 ? 'La fiche d’un patient' : `La fiche d’un patient et ${dictations(count)}`,
  dictation: () => 'Une dictée, avec son, transcription et compte rendu',
  sound: () => 'Le son d’une dictée ; sa transcription et son compte rendu restent',
};

const reasons: Readonly<Record<Erasure['why'], string>> = {
  asked: 'à la demande',
  bin: 'à la fin de son temps dans la corbeille',
  settled: 'à la fin de sa durée de conservation',
};

const dictations = (count: number): string =>
  count === 1
    ? 'une dictée, avec son, transcription et compte rendu'
    : `${count} dictées, avec son, transcription et compte rendu`;

const LONG_DATE = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'medium' });

export const retentionWords = {
  title: 'Conservation',
  hint: 'Plume est un lieu de passage. Ce qui n’est ni signé, ni classé, ni supprimé n’est jamais effacé.',
  binDays: 'Corbeille : effacer après',
  soundDays: 'Son : effacer après la signature et le classement',
  settledDays: 'Dictée entière : effacer après la signature et le classement',
  days: 'jours',
  daysOrNever: 'jours (0 : garder)',
  erasures: 'Effacements attestés',
  noErasure: 'Rien n’a encore été effacé.',
  erasure: ({ what, why, at, dictationCount }: Erasure) =>
    `${moment(at)} : ${things[what](dictationCount)}, ${reasons[why]}.`,
  exportAll: 'Enregistrer les attestations',
  soundGone: (at: number) =>
    `Le son a été effacé le ${day(at)}, à la fin de sa durée de conservation. Le texte reste.`,
  daysLeft: (days: number) =>
    days === 0 ? 'effacée aujourd’hui' : `encore ${days} ${days < 2 ? 'jour' : 'jours'}`,
  purge: 'Effacer maintenant',
  purgeOne: (name: string) => `Effacer « ${name} » maintenant`,
  purgeQuestion: (name: string) => `Effacer « ${name} » ?`,
  purgeWhat: 'Son, transcription, compte rendu, alertes et versions seront effacés.',
  forever: 'On ne peut pas revenir en arrière.',
  purgeConfirm: 'Effacer définitivement',
  keep: 'Garder',
  failed: 'L’effacement n’est pas allé jusqu’au bout. Réessayez : ce qui reste sera effacé.',
  binHint: (days: number) =>
    `Une dictée supprimée est effacée après ${days} jour${days < 2 ? '' : 's'}.`,
  short: (used: number) =>
    `Le stockage de Plume est presque plein${used >= 0.8 ? ` (${Math.floor(used * 100)} %)` : ''}. Videz la corbeille ou classez des dictées, avant qu’il ne soit plein.`,
  full: (free: number) =>
    `Il reste à peine ${megabytes(free)} de stockage : Plume ne commence plus de nouvelle dictée. Tout ce qui existe est gardé. Videz la corbeille ou libérez de la place.`,
  level: {
    ample: 'Il y a assez de place.',
    short: 'La place commence à manquer : videz la corbeille ou classez des dictées.',
    full: 'Il n’y a plus assez de place pour une nouvelle dictée. Tout ce qui existe est gardé.',
  },
  seeSettings: 'Voir',
  durable: 'Stockage durable : accordé.',
  notDurable:
    'Stockage durable : pas accordé. Le navigateur peut effacer les dictées s’il manque de place.',
} as const;

/** Text of a certificate for the practice's own papers; it names nobody. */
export function certificateText(erasures: readonly Erasure[]): string {
  const lines = erasures.map(({ at, what, why, dictationCount, subjectId, id }) =>
    [
      `${LONG_DATE.format(at)} : ${things[what](dictationCount)}, ${reasons[why]}.`,
      `  Identifiant aléatoire de ce qui a été effacé : ${subjectId}`,
      `  Numéro de l’attestation : ${id}`,
    ].join('\n'),
  );
  return [
    'Attestation d’effacement',
    'Plume a effacé de cet ordinateur, sans copie :',
    '',
    ...lines,
    '',
    'Les sauvegardes et les documents déjà classés ailleurs ne sont pas concernés.',
    '',
  ].join('\n');
}
