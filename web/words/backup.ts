import { dayOf } from '../dossier/dictation';
import type { BackupProblem } from '../vault/backup/backup-file';
import type { ReadingReport } from '../vault/backup/records';
import type { RestorePlan } from '../vault/backup/restore';

const problems: Readonly<Record<BackupProblem, string>> = {
  'not-a-backup': 'Ce fichier n’est pas une sauvegarde de Plume. Choisissez un fichier « .plume ».',
  'later-version':
    'Cette sauvegarde vient d’une version plus récente de Plume. Mettez Plume à jour sur cet ordinateur, puis recommencez.',
  'damaged-header':
    'Le début de cette sauvegarde est abîmé : elle ne peut pas être ouverte. Essayez une autre copie du fichier.',
  'wrong-passphrase':
    'Cette phrase de passe n’ouvre pas la sauvegarde, ou le fichier est trop abîmé. Vérifiez les majuscules et les espaces.',
  'not-for-us':
    'Ce fichier a été fait pour la clé d’un autre cabinet. Envoyez votre clé publique à qui l’a fait, et demandez-lui de recommencer.',
};

const count = (n: number, one: string, many: string): string => `${n} ${n > 1 ? many : one}`;

export const backupWords = {
  title: 'Sauvegarde',
  hint: 'Un seul fichier chiffré, avec sa propre phrase de passe. Sans elle, personne ne peut le lire, ni vous ni nous : notez-la ailleurs que sur cet ordinateur, et gardez le fichier sur un autre support.',
  passphrase: 'Phrase de passe de la sauvegarde',
  again: 'La même, une seconde fois',
  weak: 'Trop facile à deviner : prenez au moins cinq mots sans rapport entre eux.',
  different: 'Les deux phrases ne sont pas les mêmes.',
  save: 'Sauvegarder tout',
  saved: (name: string) => `Sauvegarde faite : « ${name} », dans vos téléchargements.`,
  file: 'Rétablir une sauvegarde',
  look: 'Voir ce qu’elle contient',
  restore: 'Rétablir',
  restored: 'C’est rétabli : les dictées sont dans la liste.',
  cancel: 'Annuler',
  cancelled: 'Arrêté. Ce qui était déjà rétabli reste.',
  working: {
    saving: 'Sauvegarde en cours',
    looking: 'Lecture de la sauvegarde',
    restoring: 'Rétablissement en cours',
  },
  problem: (problem: BackupProblem): string => problems[problem],
  failed:
    'Le disque est plein, ou le fichier n’est plus lisible. Libérez de la place, puis recommencez.',
  fileName: (now: number): string => `plume-sauvegarde-${dayOf({ createdAt: now })}.plume`,

  givenName: (now: number): string =>
    `plume-dictee-${new Date(now).toISOString().slice(0, 10)}.plume`,
  bringErased: 'Rétablir aussi ce qui a été effacé ici',
  remind: (days: number): string => `Pas de sauvegarde depuis ${days} jours.`,
  toBackup: 'Sauvegarder',
  putOff: 'Demain',
  reminderDays: 'Rappeler la sauvegarde après',
  reminderUnit: 'jours (0 : jamais)',

  /** What a restore would do, or did. */
  plan: ({
    dictations,
    fresh,
    same,
    kept,
    later,
    erased,
    unknown,
  }: RestorePlan): readonly string[] => [
    `${count(dictations, 'dictée nouvelle', 'dictées nouvelles')} (${count(fresh, 'élément', 'éléments')}).`,
    `${count(same, 'élément déjà présent', 'éléments déjà présents')}, à l’identique.`,
    ...(later > 0
      ? [`${count(later, 'élément plus récent', 'éléments plus récents')} dans la sauvegarde.`]
      : []),
    ...(kept > 0
      ? [
          `${count(kept, 'élément différent', 'éléments différents')} ici : ce qui est sur cet ordinateur reste.`,
        ]
      : []),
    ...(erased > 0
      ? [`${count(erased, 'élément a été effacé', 'éléments ont été effacés')} ici depuis.`]
      : []),
    ...(unknown > 0
      ? [
          `${count(unknown, 'élément laissé', 'éléments laissés')} de côté : de cette sauvegarde seulement.`,
        ]
      : []),
  ],

  damage: ({ whole, lost, damagedFrames, isCut }: ReadingReport): string | undefined => {
    if (isCut && lost === undefined) {
      return `La fin de cette sauvegarde manque : ${count(whole, 'élément est entier', 'éléments sont entiers')}, le reste est perdu. Cherchez une autre copie du fichier.`;
    }
    if (damagedFrames === 0 && !lost) return undefined;
    return `Cette sauvegarde est abîmée : ${count(lost ?? 0, 'élément est perdu', 'éléments sont perdus')}, ${count(whole, 'est entier', 'sont entiers')}. Cherchez une autre copie du fichier.`;
  },
} as const;

/** One dictation from a Plume to another. */
export const exchangeWords = {
  give: 'Transmettre',
  title: 'Transmettre cette dictée à un autre Plume',
  lead: 'Un fichier chiffré avec le son, la transcription et le compte rendu, sans la fiche du patient. L’autre cabinet l’ouvre dans Réglages, Sauvegarde, « Rétablir ».',
  byPassphrase: 'Avec une phrase de passe, à dire de vive voix',
  byKey: 'Avec la clé publique de l’autre cabinet',
  key: 'Choisir sa clé publique',
  keyOf: (fingerprint: string) =>
    `Empreinte : ${fingerprint}. Faites-la lire au téléphone avant d’envoyer : elle doit être la même des deux côtés.`,
  notAKey:
    'Ce fichier n’est pas une clé publique de Plume. L’autre cabinet l’enregistre dans Réglages, Sauvegarde.',
  make: 'Enregistrer le fichier',
  close: 'Fermer',
  made: (name: string) => `C’est fait : « ${name} », dans vos téléchargements.`,
  ownTitle: 'Recevoir des dictées d’un autre Plume',
  ownHint:
    'Envoyez votre clé publique : ce n’est pas un secret. Une dictée chiffrée avec elle ne s’ouvre que dans ce cabinet.',
  ownKey: 'Enregistrer ma clé publique',
  ownFingerprint: (fingerprint: string) => `Empreinte de votre clé : ${fingerprint}.`,
  keyFileName: 'plume-cle-publique.txt',
} as const;
