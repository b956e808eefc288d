const NUMBER = new Intl.NumberFormat('fr-FR');
const DAY = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', year: 'numeric' });

const count = (value: number, one: string, many: string): string =>
  `${NUMBER.format(value)} ${value > 1 ? many : one}`;

/** Categories, and what else a word can be, as a person names them. */
export const kindNames = {
  drug: 'médicament',
  anatomy: 'anatomie',
  pathology: 'pathologie',
  sign: 'signe',
  procedure: 'acte',
  biology: 'biologie',
  device: 'dispositif',
  abbreviation: 'abréviation',
  name: 'nom propre',
  ignored: 'à ignorer',
  unknown: 'mot inconnu',
} as const;

const LOOK_ALIKE_KINDS: Readonly<Record<string, string>> = {
  antonym: 'contraire',
  homophone: 'même son',
  'look-alike drug': 'médicament au nom voisin',
  near: 'voisin',
};

/** Lists that come with Plume and are named by others; the rest are Plume's own. */
const NAMED_SOURCES: Readonly<Record<string, string>> = {
  'CIM-10': 'CIM-10',
  edsnlp: 'Lexique de Plume (edsnlp)',
  'dictionary-fr': 'Lexique de Plume (Dicollecte)',
};

/** A list of Plume is named by its file: small letters and hyphens. */
const isOwnList = (source: string): boolean => /^[a-z-]+$|^règles de formation/.test(source);

export const termWords = {
  title: 'Terme sous le curseur',
  none: 'Placez le curseur sur un terme souligné pour voir ce que le lexique en dit.',
  specialty: 'Spécialité',
  meaning: 'Sens, classe ou unité',
  strengths: 'Dosages commercialisés',
  lookAlikes: 'À ne pas confondre avec',
  lookAlike: (kind: string) => LOOK_ALIKE_KINDS[kind] ?? kind,
  sources: 'Source',
  source: (name: string) => NAMED_SOURCES[name] ?? (isOwnList(name) ? 'Lexique de Plume' : name),
  unknown: 'Ce mot n’est dans aucun lexique.',
  nearest: 'Les plus proches :',
  noneNear: 'Aucun terme proche.',
  everywhere: (places: number) => `Partout (${places})`,
  everywhereLabel: (word: string, by: string, places: number) =>
    `Remplacer partout « ${word} » par « ${by} », ${places} passages`,
  category: 'Catégorie du mot à ajouter',
  add: 'Ajouter au lexique',
  ignoreHere: 'Ignorer dans ce compte rendu',
  ignoreAlways: 'Toujours ignorer',
  nothingToAdd:
    'Placez le curseur sur un mot inconnu, ou sélectionnez le mot ou l’expression à ajouter.',
  nextUnknown: 'Mot inconnu suivant',
} as const;

export const markWords = {
  title: 'Termes soulignés dans le compte rendu',
  hint: 'Chaque catégorie a son trait et son signe. Décochez ce qui gêne la lecture.',
} as const;

const FAMILIES = {
  bdpm: 'Base de données publique des médicaments',
  ccam: 'Actes de la CCAM',
  cim10: 'Diagnostics de la CIM-10',
  orphanet: 'Maladies rares d’Orphanet',
  list: 'Listes du cabinet',
} as const;

export const lexiconWords = {
  title: 'Lexique',
  lead: 'Ce que Plume sait des mots du métier, et ce que votre cabinet y ajoute. Les fichiers restent sur cet ordinateur.',
  files: 'Fichiers officiels et listes',
  filesHint:
    'Déposez ici ou choisissez : BDPM (CIS_bdpm.txt et CIS_COMPO_bdpm.txt), CCAM, CIM-10, Orphanet, un tableau CSV, une liste d’un terme par ligne. Plume montre ce qu’elle a compris avant de garder quoi que ce soit.',
  choose: 'Choisir des fichiers',
  none: 'Aucun fichier pour l’instant : Plume se sert de son propre lexique.',
  reading: 'Lecture des fichiers',
  compiling: 'Préparation du lexique',
  cancel: 'Arrêter',
  cancelled: 'Import arrêté. Le lexique est comme avant.',
  preview: 'Voici ce que Plume a lu',
  replaces: (addedAt: number) => `Remplace l’édition ajoutée le ${DAY.format(addedAt)}.`,
  keep: 'Garder dans le lexique',
  discard: 'Ne rien garder',
  rows: (rows: number) => count(rows, 'ligne lue', 'lignes lues'),
  examples: (examples: readonly string[]) => `Par exemple : ${examples.join(' ; ')}.`,
  edition: (date: string) => `Édition du ${DAY.format(new Date(date))}.`,
  licence: (licence: string) => `Licence : ${licence}.`,
  added: (addedAt: number) => `Ajouté le ${DAY.format(addedAt)}.`,
  family: (family: keyof typeof FAMILIES) => FAMILIES[family],
  kept: (words: number, terms: number) =>
    `${count(words, 'mot', 'mots')} et ${count(terms, 'expression', 'expressions')} sont maintenant reconnus et servent à corriger les prochaines dictées.`,
  total: (words: number, terms: number) =>
    `En tout ${count(words, 'mot', 'mots')} et ${count(terms, 'expression', 'expressions')}, en plus du lexique de Plume.`,
  failed:
    'Le lexique n’a pas pu être préparé ou enregistré. Celui d’avant reste en place ; libérez de la place si le disque est plein, puis réessayez.',
  remove: 'Retirer',
  removeLabel: (title: string) => `Retirer du lexique : ${title}`,
  removed: (title: string) => `${title} : retiré du lexique.`,
  undo: 'Annuler',
  own: 'Mots du cabinet',
  ownHint:
    'Termes, noms de confrères, d’hôpitaux et de rues. Un nom propre est connu et n’est jamais « réparé ». Dans un compte rendu, Alt+L ajoute le mot sous le curseur.',
  ownNone: 'Aucun mot ajouté pour l’instant.',
  form: 'Mot ou expression',
  kind: 'Catégorie',
  kindOf: (form: string) => `Catégorie de « ${form} »`,
  addWord: 'Ajouter',
  notAWord:
    'Écrivez un mot ou une expression d’une ligne, avec des lettres, de moins de 120 signes.',
  wordAdded: (form: string, kind: keyof typeof kindNames) =>
    kind === 'ignored'
      ? `« ${form} » ne sera plus signalé.`
      : `« ${form} » est dans le lexique (${kindNames[kind]}).`,
  wordRemoved: (form: string) => `« ${form} » n’est plus dans le lexique.`,
  export: 'Exporter les mots',
  import: 'Importer des mots',
  imported: (added: number) =>
    added === 0
      ? 'Tous ces mots étaient déjà là.'
      : `${count(added, 'mot ajouté', 'mots ajoutés')}.`,
  notOwnWords: (fileName: string) =>
    `${fileName} n’est pas un export de mots de Plume : choisissez un fichier « mots-du-cabinet….json ».`,
  badOwnWord: (fileName: string, place: number) =>
    `${fileName} : le mot numéro ${place} est abîmé. Rien n’a été importé ; exportez de nouveau.`,
  unreadable:
    'Le lexique importé ne peut plus être ouvert par cette version. Déposez de nouveau les fichiers sur l’écran Lexique.',
  fileName: 'mots-du-cabinet',
} as const;
