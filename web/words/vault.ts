import type { Role } from '../dossier/person';

const minutes = (seconds: number): string =>
  seconds < 60 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;

export const roleWords: Readonly<Record<Role, string>> = {
  administrator: 'Administrateur du cabinet',
  secretary: 'Secrétaire',
  doctor: 'Médecin',
  reader: 'Lecture seule',
};

/** Said when an account does not open. */
export const refusedWords = {
  wrong: (seconds: number) =>
    seconds > 0
      ? `Cette phrase n’ouvre pas ce compte. Nouvel essai possible dans ${minutes(seconds)}.`
      : 'Cette phrase n’ouvre pas ce compte. Vérifiez les mots et le verrouillage des majuscules.',
  early: (seconds: number) =>
    `Trop d’essais manqués : le prochain est possible dans ${minutes(seconds)}.`,
  unknown: () => 'Ce compte n’existe plus. Demandez à l’administrateur du cabinet.',
} as const;

export const unlockWords = {
  title: 'Plume est verrouillée',
  mayTryAgain: 'Vous pouvez réessayer.',
  lead: 'Les dictées sont chiffrées. Choisissez votre compte et ouvrez le coffre.',
  practice: 'Cabinet',
  account: 'Compte',
  passphrase: 'Phrase de passe',
  recoveryCode: 'Code de secours',
  unlock: 'Déverrouiller',
  unlocking: 'Ouverture…',
  usePasskey: 'Utiliser ma clé d’accès',
  useRecovery: 'J’ai perdu ma phrase : utiliser le code de secours',
  usePassphrase: 'Utiliser ma phrase de passe',
  passkeyFailed:
    'La clé d’accès n’a pas répondu. Recommencez, ou ouvrez avec votre phrase de passe.',
  recording: (time: string) =>
    `Un enregistrement continue derrière cet écran (${time}) : il est chiffré au fur et à mesure, et sa clé reste en mémoire jusqu’à ce qu’il finisse.`,
  finishRecording: 'Terminer l’enregistrement',
  recordingElsewhere:
    'Un enregistrement est en cours dans un autre cabinet : terminez-le pour ouvrir celui-ci.',
  takingOver: 'Vos dictées entrent dans le coffre…',
  takingOverHint: 'On peut fermer l’onglet : la suite se fera au prochain déverrouillage.',
  waitingForTabs: 'Fermez les autres onglets de Plume, ou terminez-y l’enregistrement en cours.',
} as const;

export const noteWords = {
  trial: 'Essai sans mot de passe : qui ouvre cet ordinateur ouvre les dictées.',
  make: 'Créer le coffre',
  lock: 'Verrouiller',
  lockKey: 'Alt+Maj+L',
  keep: 'Coffre et comptes',
} as const;

export const setUpWords = {
  title: 'Créer le coffre',
  lead: 'Tout ce que Plume garde sera chiffré avec une clé que seules vos phrases de passe ouvrent. Sans elles, ni nous ni personne ne peut relire une dictée.',
  practiceName: 'Nom du cabinet',
  personName: 'Votre nom',
  personHint: 'Vous serez l’administrateur ; vous ajouterez ensuite les autres comptes.',
  passphrase: 'Phrase de passe',
  passphraseHint:
    'Sept mots tirés au sort, à noter sur papier et à garder sous clé. Vous pouvez écrire la vôtre.',
  another: 'Tirer sept autres mots',
  again: 'La même, une seconde fois',
  differs: 'Les deux phrases diffèrent.',
  make: 'Créer le coffre',
  making: 'Création du coffre…',
  recording: 'Terminez d’abord l’enregistrement en cours.',
  missing: 'Donnez un nom au cabinet et le vôtre.',
} as const;

export const strengthWords = {
  weak: 'Trop faible : elle se devine. Prenez au moins cinq mots sans rapport entre eux.',
  fair: 'Acceptable, mais une machine volée pourrait la livrer en y mettant le prix. Sept mots tirés au sort valent mieux.',
  strong: 'Solide : la deviner demanderait plus que toutes les machines d’aujourd’hui.',
} as const;

export const quarantineWords = {
  understood: 'Compris',
  lost: (count: number) =>
    count === 1
      ? 'Une dictée a été effacée hors de Plume : elle n’est plus sur cet ordinateur. Cherchez-la dans une sauvegarde.'
      : `${count} dictées ont été effacées hors de Plume : elles ne sont plus sur cet ordinateur. Cherchez-les dans une sauvegarde.`,
  older:
    'Ce coffre est plus ancien que la dernière fois sur cet ordinateur : il a été remis en arrière hors de Plume. Ce qui a été fait depuis y manque. Cherchez-le dans une sauvegarde.',
  setApart: (count: number) =>
    count === 1
      ? 'Un élément abîmé ou modifié hors de Plume a été mis à part : il n’est pas affiché, ni jeté. Le reste est intact.'
      : `${count} éléments abîmés ou modifiés hors de Plume ont été mis à part : ils ne sont pas affichés, ni jetés. Le reste est intact.`,
} as const;

export const brokenWords = {
  title: 'Le coffre ne s’ouvre pas',
  hint: 'Le stockage du navigateur ne répond pas. Quittez la navigation privée ou libérez de la place, puis rechargez la page.',
} as const;

export const accountWords = {
  title: 'Coffre et comptes',
  lead: (practice: string, person: string) => `${practice}, ouvert par ${person}.`,
  audit: 'Journal : qui a fait quoi',
  accounts: 'Comptes du cabinet',
  add: 'Ajouter un compte',
  remove: 'Retirer',
  removeNamed: (name: string) => `Retirer le compte de ${name}`,
  lastAdministrator:
    'Ce compte reste : un cabinet garde au moins un administrateur. Ajoutez-en un autre d’abord.',
  name: 'Nom',
  role: 'Rôle',
  confirm: 'Votre phrase de passe actuelle, pour confirmer',
  done: 'C’est fait.',
  change: 'Changer ma phrase de passe',
  changeHint: 'Rien n’est chiffré de nouveau : seule votre clé change.',
  recovery: 'Code de secours',
  recoveryHint:
    'Un code à imprimer et à garder sous clé : il ouvre votre compte si la phrase est perdue. Un nouveau code remplace le précédent.',
  makeRecovery: 'Faire un code de secours',
  print: 'Imprimer cette page',
  passkey: 'Clé d’accès',
  passkeyHint:
    'Empreinte, visage, code de l’ordinateur ou clé USB, là où ils savent garder un secret.',
  addPasskey: 'Ajouter une clé d’accès',
  noPasskey:
    'Cette clé d’accès ne sait pas garder le secret du coffre. Gardez la phrase de passe, ou essayez une autre clé.',
  otherPractice: 'Créer le coffre d’un autre cabinet',
  lockAfter: 'Verrouillage automatique',
  lockAfterHint:
    'Sans clavier ni souris pendant ce temps, l’écran se verrouille ; de même après une mise en veille. Un enregistrement en cours continue.',
  minutes: 'minutes',
} as const;
