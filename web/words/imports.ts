/** Why a file gives no dictation; said after the file's name. */
export const importFailures = {
  empty: 'ce fichier est vide. Exportez-le de nouveau depuis le dictaphone.',
  'not-sound':
    'ce n’est pas un enregistrement sonore. Choisissez un WAV, MP3, M4A, OGG, WebM ou FLAC.',
  truncated: 'ce fichier est tronqué, rien n’en est lisible. Copiez-le de nouveau.',
  protected: 'ce fichier est protégé contre la lecture. Demandez une version sans protection.',
  'too-long': 'ce fichier dépasse quatre heures. Découpez-le en plusieurs dictées.',
  unreadable: 'ce navigateur ne sait pas lire ce son. Convertissez-le en WAV ou en MP3.',
  interrupted: 'l’import a été interrompu avant la fin. Importez-le de nouveau.',
  'storage-full': 'il n’y a plus de place sur le disque. Libérez-en, puis importez-le de nouveau.',
} as const;

export const importWords = {
  waits: (name: string) =>
    `${name} : la lecture s’est interrompue. Le fichier est gardé, Plume reprendra à la prochaine ouverture.`,
  noSample:
    'La dictée d’exemple n’est pas là. Rechargez la page une fois avec « npm start » en marche.',
  failed: (name: string, kind: keyof typeof importFailures) => `${name} : ${importFailures[kind]}`,
} as const;
