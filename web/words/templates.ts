import type { AutoTextFault, TemplateFileFault } from '../dossier/template';

export const autoTextFaults: Readonly<Record<AutoTextFault, string>> = {
  'no-code': 'Donnez un code.',
  'spaced-code': 'Un code a de 2 à 20 lettres ou chiffres, sans espace.',
  'no-text': 'Donnez le texte que ce code écrit.',
  'code-taken': 'Ce code sert déjà à un autre texte.',
};

export const templateFileFaults: Readonly<Record<TemplateFileFault, string>> = {
  'not-json': 'Ce fichier ne peut pas être lu : ce n’est pas un fichier JSON. Rien n’est changé.',
  'not-templates':
    'Ce fichier ne contient pas de modèles de Plume. Exportez-les depuis cette page. Rien n’est changé.',
  'later-version':
    'Ce fichier vient d’une version plus récente de Plume. Mettez Plume à jour, puis réessayez.',
};

const several = (count: number, one: string, more: string): string =>
  `${count} ${count < 2 ? one : more}`;

export const templateWords = {
  title: 'Modèles et textes courts',
  lead: 'Un modèle donne les sections d’un compte rendu et ce qui s’y écrit d’habitude. Entre crochets : ce qu’il reste à remplir, d’un champ à l’autre avec Tab ; ↑ ↓ puis Entrée pour un choix.',
  prefix: 'Modèle :',
  apply: 'Appliquer un modèle',
  commandOf: (name: string) => `Modèle : ${name}`,
  list: 'Modèles',
  none: 'Aucun modèle. Ajoutez-en un, ou remettez ceux de Plume.',
  add: 'Nouveau modèle',
  addFirst: (name: string) => `${name} (copie)`,
  name: 'Nom',
  type: 'Type de document',
  author: 'Pour le médecin',
  everyAuthor: 'Tous',
  section: (index: number) => `Section ${index + 1}`,
  sectionTitle: 'Titre de la section',
  sectionText: 'Texte',
  required: 'Obligatoire',
  addSection: 'Ajouter une section',
  removeSection: (title: string) => `Retirer la section « ${title} »`,
  up: (title: string) => `Monter la section « ${title} »`,
  copy: 'Copier',
  remove: 'Supprimer',
  removed: (name: string) => `« ${name} » est supprimé.`,
  undo: 'Annuler',
  restore: 'Remettre les modèles de Plume',
  restored: 'Les modèles de Plume sont de nouveau là.',
  export: 'Exporter',
  import: 'Importer un fichier',
  imported: (templates: number, autoTexts: number, skipped: number) =>
    `Importé : ${several(templates, 'modèle', 'modèles')}, ${several(autoTexts, 'texte court', 'textes courts')}.` +
    (skipped > 0 ? ` ${several(skipped, 'élément illisible', 'éléments illisibles')}.` : ''),
  autoTexts: 'Textes courts',
  autoTextsHint: 'Tapez le code puis Espace : le texte s’écrit. Ctrl+Z rend le code.',
  noAutoTexts: 'Aucun texte court.',
  code: 'Code',
  text: 'Texte',
  addAutoText: 'Ajouter',
  newName: 'Nouveau modèle',
  fileName: 'plume-modeles.json',
} as const;
