import type { PolicyDirective } from '../offline/policy';
import type { Refusal } from '../offline/refusals';
import type { Retention } from '../dossier/retention';
import { megabytes } from './format';

const directives: Readonly<Record<PolicyDirective, string>> = {
  'default-src': 'Ce qui n’est pas nommé ci-dessous est interdit.',
  'script-src': 'Seul le programme de Plume s’exécute, tel qu’il a été installé.',
  'worker-src':
    'La reconnaissance et les vérifications tournent avec le programme de Plume seulement.',
  'connect-src': 'Aucune donnée ne peut être envoyée à une autre adresse que celle de Plume.',
  'style-src': 'Aucune mise en forme ne vient d’ailleurs.',
  'font-src': 'Aucun caractère ne vient d’ailleurs.',
  'img-src': 'Aucune image ne vient d’ailleurs.',
  'media-src': 'Aucun son ne vient d’ailleurs.',
  'manifest-src': 'La fiche d’installation ne vient que de Plume.',
  'frame-src': 'Aucune autre page ne s’ouvre à l’intérieur de Plume.',
  'object-src': 'Aucun module externe ne se charge.',
  'base-uri': 'Les adresses relatives ne peuvent pas être détournées.',
  'form-action': 'Aucun formulaire n’est envoyé.',
  'frame-ancestors': 'Aucun autre site ne peut afficher Plume dans une de ses pages.',
  'require-trusted-types-for': 'Un texte ne peut pas devenir un programme par accident.',
  'trusted-types': 'Seuls les composants nommés fabriquent du contenu de page.',
};

const guards: Readonly<Record<Refusal['by'], string>> = {
  browser: 'le navigateur',
  guard: 'la garde de Plume',
  'service-worker': 'le service hors ligne de Plume',
};

const times = (count: number): string => `${count} demande${count < 2 ? '' : 's'}`;

const days = (count: number): string => `${count} jour${count < 2 ? '' : 's'}`;

/** 0 days: never erased by itself. */
const untilSettled = (count: number): string =>
  count === 0
    ? 'Jusqu’à la suppression de la dictée'
    : `${days(count)} après la signature et le classement, ou jusqu’à la suppression`;

export const privacyWords = {
  title: 'Confidentialité',
  lead: 'Ce que cette page affiche est compté ou lu dans le navigateur au moment où vous la regardez.',
  nothingLeft: (count: number) =>
    `Depuis l’ouverture de cette fenêtre, ${times(count)} à l’adresse de Plume, aucune ailleurs.`,
  somethingLeft: (count: number) =>
    `Depuis l’ouverture de cette fenêtre, ${times(count)} à une autre adresse que celle de Plume. Fermez Plume et prévenez la personne qui l’a installée.`,
  requests: 'Demandes par adresse',
  origin: 'Adresse',
  seenByPage: 'Vues par cette fenêtre',
  seenByServiceWorker: 'Vues par le service hors ligne, toutes fenêtres',
  home: 'Plume, sur cet ordinateur ou le serveur du cabinet',
  refusals: 'Tentatives arrêtées',
  noRefusal: 'Aucune tentative de joindre une autre adresse.',
  refusedBy: (by: Refusal['by'], count: number) =>
    `${count === 1 ? 'arrêtée' : `${count} fois, arrêtée`} par ${guards[by]}`,
  trial: 'Essayer de sortir',
  trialHint:
    'Plume tente d’appeler une adresse qui n’existe pas, sans rien lui dire. Le navigateur doit refuser.',
  trialRefused: 'Le navigateur a refusé : rien n’est parti.',
  trialPassed:
    'Le navigateur n’a pas refusé. Rien n’est parti, mais la protection manque : relancez Plume par « npm start ».',
  rules: 'Règles imposées au navigateur',
  rulesMissing:
    'Le serveur de Plume n’envoie pas ses règles : relancez Plume par « npm start », puis rechargez.',
  firewall: 'Chromium refuse en plus toute connexion, fenêtre ou page vers une autre adresse.',
  directive: (name: string): string =>
    name in directives ? directives[name as PolicyDirective] : 'Règle ajoutée par votre serveur.',
  storage: 'Stockage sur cet ordinateur',
  noVault:
    'Pas encore de coffre : ce qui est gardé est chiffré avec une clé de ce navigateur. Qui ouvre cette session de l’ordinateur ouvre les dictées.',
  vaultOpen: (practice: string) =>
    `Le coffre « ${practice} » est ouvert. Verrouillé, il ne s’ouvre qu’avec la phrase de passe ou la clé d’accès d’un compte.`,
  persisted: 'Durable : le navigateur n’effacera rien de lui-même.',
  notPersisted:
    'Non durable : s’il manque de place, le navigateur peut effacer les dictées. Réglages, « Demander un stockage durable ».',
  used: (used: number, quota: number) => `${megabytes(used)} utilisés sur ${megabytes(quota)}.`,
  kept: 'Ce que Plume garde, et combien de temps',
  keptThing: 'Quoi',
  keptTime: 'Combien de temps',
  keptRows: ({ binDays, soundDays, settledDays }: Retention): [string, string][] => [
    ['Le son d’une dictée', untilSettled(soundDays)],
    ['La transcription et le compte rendu', untilSettled(settledDays)],
    ['Une dictée supprimée', `${days(binDays)} dans la corbeille, puis effacée`],
    ['Chaque frappe d’un compte rendu', 'Avec son compte rendu'],
    ['Les réglages de ce poste', 'Jusqu’à ce que vous les changiez'],
    ['Les modèles de reconnaissance (aucune donnée de patient)', 'Jusqu’à leur remplacement'],
    ['Ce que cette page compte', 'Jusqu’à la fermeture de la fenêtre'],
  ],
  limits:
    'Plume ne protège pas d’un ordinateur déjà piraté, d’une session laissée ouverte, d’une extension du navigateur ni de la copie du son qui reste dans le dictaphone.',
} as const;
