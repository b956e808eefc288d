import type { Missing, Move, Refusal } from '../dossier/life';
import type { Milestone } from '../dossier/version';
import { stateWords } from './dictations';
import type { DictationState } from '../dossier/dictation';

const moves: Readonly<Record<Move, string>> = {
  take: 'Prendre en relecture',
  ask: 'Envoyer les questions',
  answer: 'Questions répondues',
  release: 'Libérer pour signature',
  recall: 'Reprendre',
  return: 'Retourner au secrétariat',
  sign: 'Signer',
  amend: 'Rouvrir pour un additif',
  file: 'Marquer comme classé',
};

const done: Readonly<Record<Move, string>> = {
  take: 'La relecture est commencée.',
  ask: 'Les questions attendent le médecin.',
  answer: 'La dictée est de nouveau en relecture.',
  release: 'Le compte rendu attend la signature.',
  recall: 'Le compte rendu est de nouveau en relecture.',
  return: 'Le compte rendu est retourné au secrétariat.',
  sign: 'Le compte rendu est signé. Son texte ne change plus.',
  amend: 'Le compte rendu est rouvert ; la version signée est gardée.',
  file: 'Le compte rendu est marqué comme classé.',
};

const milestones: Readonly<Record<Milestone, string>> = {
  draft: 'Brouillon de la machine',
  released: 'Version libérée',
  returned: 'Version retournée',
  signed: 'Version signée',
};

const several = (count: number, one: string, more: string): string =>
  `${count} ${count < 2 ? one : more}`;

/** What is missing, a line each. */
export function missingWords({
  isChecked,
  findings,
  queries,
  hasPatient,
}: Missing): readonly string[] {
  return [
    ...(isChecked
      ? []
      : ['les alertes n’ont pas pu être cherchées : rechargez la page, ou relisez tout']),
    ...(findings > 0
      ? [
          several(
            findings,
            'alerte qui peut nuire au patient',
            'alertes qui peuvent nuire au patient',
          ),
        ]
      : []),
    ...(queries > 0 ? [several(queries, 'question sans réponse', 'questions sans réponse')] : []),
    ...(hasPatient ? [] : ['aucun patient rattaché']),
  ];
}

/** Why a move is not made, and what to do. */
export function refusalWords(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'not-from-here': {
      const state = stateWords({ phase: refusal.phase } as DictationState).toLowerCase();
      return `« ${moves[refusal.move]} » n’est pas possible dans l’état « ${state} ».`;
    }
    case 'not-your-role':
      return refusal.move === 'sign' || refusal.move === 'return'
        ? 'Seul un médecin signe ou retourne un compte rendu.'
        : 'Ce compte ne peut que lire. Demandez à l’administrateur du cabinet.';
    case 'empty':
      return 'Le compte rendu est vide : rien ne peut être libéré ni signé.';
    case 'missing':
      return 'Il reste quelque chose d’ouvert. Réglez-le, ou dites pourquoi vous passez outre.';
    case 'reason-needed':
      return 'Dites en un mot pourquoi ; ce mot est gardé.';
  }
}

export const lifeWords = {
  move: (move: Move) => moves[move],
  done: (move: Move) => done[move],
  milestone: (milestone: Milestone) => milestones[milestone],
  undo: 'Annuler',
  signNext: 'Signer et suivante',
  reason: 'Raison',
  anyway: (move: Move) => `${moves[move]} quand même`,
  confirm: (move: Move) => moves[move],
  cancel: 'Revenir',
  returnedWith: (reason: string) => `Mot du médecin : ${reason}`,
  locked:
    'Ce compte rendu est signé : son texte ne change plus. « Rouvrir pour un additif » garde la version signée.',
  changes: 'Modifications',
  compare: 'Comparer',
  with: 'avec',
  current: 'Texte actuel',
  transcript: 'Transcription (telle qu’entendue)',
  onlyChanges: 'Les changements seulement',
  noChanges: 'Ces deux textes sont identiques.',
  added: 'ajouté',
  removed: 'retiré',
  close: 'Fermer',
} as const;
