export const findWords = {
  title: 'Chercher et remplacer',
  /** Its key works in the report alone; elsewhere the browser's own search opens. */
  command: 'Chercher et remplacer dans le compte rendu (Ctrl+F dans le texte)',
  searched: 'Chercher',
  replacement: 'Remplacer par',
  exact: 'Accents et majuscules',
  tally: (at: number, count: number) => (count === 0 ? 'Aucun résultat' : `${at || '–'}/${count}`),
  previous: 'Résultat précédent (Maj+Entrée)',
  next: 'Résultat suivant (Entrée)',
  listen: 'Écouter ce passage',
  replace: 'Remplacer',
  replaceAll: 'Tout remplacer',
  replaced: (count: number) =>
    count === 0
      ? 'Rien à remplacer.'
      : `${count} passage${count > 1 ? 's remplacés' : ' remplacé'}. Ctrl+Z dans le texte pour revenir.`,
  close: 'Fermer la recherche (Échap)',
} as const;
