import type { KeyRefusal } from '../commands/key-choice';

/** Why a key cannot be given to a command. */
export function keyRefusalWords(key: string, refusal: KeyRefusal): string {
  switch (refusal.kind) {
    case 'reserved':
      return `${key} sert déjà au navigateur ou au lecteur d’écran. Choisissez-en une autre.`;
    case 'typed':
      return `${key} ne convient pas : prenez une touche F, ou une lettre avec Ctrl ou Alt.`;
    case 'taken':
      return `${key} sert déjà à « ${refusal.by} ».`;
  }
}

export const paletteWords = {
  title: 'Commandes',
  open: 'Toutes les commandes',
  search: 'Chercher une commande',
  none: 'Aucune commande ne correspond.',
  hint: '↑ ↓ pour choisir, Entrée pour lancer, F2 pour changer la touche',
  press: (label: string) => `Appuyez sur la touche voulue pour « ${label} ». Échap : aucune.`,
  changed: (label: string, key: string) => `${key} lance maintenant « ${label} ».`,
  ownAgain: (label: string) => `« ${label} » a de nouveau sa touche d’origine.`,
  keys: 'Raccourcis clavier',
  keysHint:
    'Ctrl+K montre toutes les commandes de l’écran ; F2 y change la touche de l’une d’elles.',
  reset: 'Remettre toutes les touches d’origine',
  wereReset: 'Toutes les touches d’origine sont remises.',
  worklist: 'Liste de travail',
  templates: 'Modèles et textes courts',
  settings: 'Réglages',
  welcome: 'Accueil',
  dictate: 'Dicter',
  spokenCommands: 'Commandes dictées',
} as const;
