import { startFailures } from './dictaphone';

/** Why an answer that was said gave no words. */
type AnswerFailure = keyof typeof startFailures | 'no-speech' | 'not-heard';

export const blankWords = {
  title: (count: number) => `${count} blanc${count < 2 ? '' : 's'}`,
  add: 'Laisser un blanc',
  ask: 'Poser une question au médecin',
  listen: 'Écouter ce passage',
  question: 'Question au médecin',
  answer: 'Réponse',
  say: 'Dicter la réponse',
  endAnswer: (seconds: string) => `Terminer (${seconds})`,
  opening: 'Ouverture du micro…',
  hearing: 'Reconnaissance de la réponse…',
  failures: {
    ...startFailures,
    elsewhere: startFailures['other-dictation'],
    'no-speech': 'Aucune parole entendue. Rapprochez le micro et dictez de nouveau, ou tapez.',
    'not-heard': 'La réponse n’a pas pu être reconnue. Dictez-la de nouveau, ou tapez-la.',
  } satisfies Record<AnswerFailure, string>,
  keepAnswer: 'Garder la réponse',
  keepQuestion: 'Garder la question',
  take: 'Écrire la réponse dans le texte',
  fill: 'Texte à écrire à la place',
  write: 'Écrire',
  remove: 'Retirer le blanc',
  hole: 'passage inaudible',
  asked: 'question posée',
  answered: 'réponse reçue',
} as const;
