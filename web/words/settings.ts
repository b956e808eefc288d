import { megabytes } from './format';

export const settingsWords = {
  title: 'Réglages',
  model: 'Modèle de reconnaissance',
  modelHint:
    'Le plus précis convient à la plupart des ordinateurs. Le léger va trois fois plus vite et se trompe bien plus souvent.',
  modelFacts: (bytes: number, memoryBytes: number) =>
    `${megabytes(bytes)} sur le disque, ${megabytes(memoryBytes)} en mémoire`,
  add: 'Ajouter un modèle depuis un dossier',
  addHint:
    'Un dossier préparé par Plume sur une autre machine (manifest.json et ses fichiers). Rien n’est téléchargé.',
  added: (names: string) => `Modèle ajouté : ${names}.`,
  notAModel: (path: string) => `Ce dossier n’est pas un modèle pour Plume : il y manque ${path}.`,
  damagedModel: (path: string) => `Le fichier ${path} est abîmé. Copiez le dossier de nouveau.`,
  unreadableModel:
    'Ce dossier n’est pas un modèle pour Plume : manifest.json ne se lit pas. Choisissez un dossier préparé par Plume.',
  noRoomForModel:
    'Il n’y a plus assez de place pour ce modèle. Libérez-en, puis ajoutez-le de nouveau.',
  noModels: 'Aucun modèle n’est disponible. Vérifiez que Plume est démarrée par « npm start ».',
  preview: 'Aperçu pendant la dictée',
  previewShown: 'Montrer les premiers mots pendant que je dicte',
  previewHint:
    'Entendu vite et sans la suite : moins juste que le brouillon, qui le remplace. Il n’est gardé nulle part.',
  rewind: 'Recul à chaque reprise de l’écoute',
  rewindUnit: 'secondes',
  storage: 'Stockage',
  storageUse: (used: string, total: string) => `${used} utilisés sur ${total} disponibles.`,
  askStorage: 'Demander un stockage durable',
} as const;
