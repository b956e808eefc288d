export const shellWords = {
  places: 'Aller à',
  product: 'Plume',
  promise: 'Le son et le texte restent sur cet ordinateur.',
  welcomeTitle: 'Une dictée, un brouillon, rien ne sort d’ici.',
  welcomeLead:
    'Plume reconnaît la parole sur cet ordinateur, sans Internet. Choisissez par où commencer.',
  sampleHint: 'Un courrier d’endocrinologie de 47 secondes, patient fictif.',
  importHint: 'WAV, MP3, M4A, OGG, WebM ou FLAC. On peut aussi déposer ou coller les fichiers ici.',
  dictateHint: 'Avec le micro de cet ordinateur. Chaque seconde est gardée.',
  drop: 'Déposez les enregistrements ou les fichiers du lexique : ils restent sur cet ordinateur.',
  back: 'Retour aux dictées',
  close: 'Fermer',
  unknownDictation: 'Cette dictée n’est pas ici',
  unknownHint:
    'Elle n’existe pas, ou plus, sur cet ordinateur. Cherchez-la dans la liste de travail, dans la corbeille ou dans une sauvegarde.',
  updateReady: 'Une nouvelle version de Plume est prête.',
  update: 'Recharger',
  notStored:
    'Ce navigateur refuse à Plume un stockage durable : il peut effacer les dictées s’il manque de place. Gardez une copie de ce qui compte.',
  stored: 'Stockage durable accordé : le navigateur n’effacera rien de lui-même.',
  unforeseen:
    'Quelque chose n’a pas abouti. Ce qui était écrit est gardé ; rechargez la page, puis recommencez.',
  outOfSpace:
    'Il n’y a plus de place sur le disque : la dernière action n’est pas gardée. Libérez de la place, puis recommencez.',
  vaultClosed:
    'Le stockage du navigateur ne s’ouvre pas. Quittez la navigation privée ou libérez de la place, puis rechargez.',
} as const;
