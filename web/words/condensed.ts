import { clock } from './format';

export const condensedWords = {
  command: 'Écoute condensée : seulement ce qui compte',
  left: (seconds: number) => `Écoute condensée : reste ${clock(seconds)}`,
  hint: 'Ne joue que les nombres, médicaments, côtés, négations, noms, alertes et mots mal entendus. Arrêtez le son sur une erreur : le mot est sélectionné, tapez ; reprenez ensuite.',
  done: 'Écoute condensée terminée : tout ce qui compte a été écouté. « Garder le texte de toutes les alertes écoutées » les règle d’une touche.',
  noSound: 'Le son n’est pas là, ou pas encore prêt : rien ne peut être écouté.',
  looking: 'Le texte est encore en cours de vérification : recommencez dans un instant.',
  nothing: 'Tout ce qui compte a déjà été écouté.',
} as const;
