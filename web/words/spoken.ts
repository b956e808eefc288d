export const spokenWords = {
  title: 'Commandes dictées',
  lead: 'Ce que l’on peut dire en dictant, et ce que Plume en fait. Chaque changement se voit dans le brouillon et se remet en une touche.',
  print: 'Imprimer la liste',
  said: 'On dit',
  effect: 'Plume',
} as const;
