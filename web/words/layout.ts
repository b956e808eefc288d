import type { Format } from '../editor/report-layout';
import type { TableChange } from '../editor/table';

/** The editor's own keys, which work while one writes. */
const FORMAT_LABELS: Readonly<Record<Format, string>> = {
  bold: 'Gras (Ctrl+B)',
  italic: 'Italique (Ctrl+I)',
  underline: 'Souligné (Ctrl+U)',
  'bullet-list': 'Liste à puces',
  'ordered-list': 'Liste numérotée',
  heading: 'Titre de rubrique',
  subheading: 'Sous-titre',
};

const TABLE_LABELS: Readonly<Record<TableChange, string>> = {
  'add-row': 'Tableau : ajouter une ligne dessous',
  'add-column': 'Tableau : ajouter une colonne à droite',
  'remove-row': 'Tableau : supprimer la ligne',
  'remove-column': 'Tableau : supprimer la colonne',
  'remove-table': 'Tableau : supprimer le tableau',
};

export const layoutWords = {
  format: (format: Format) => FORMAT_LABELS[format],
  table: (change: TableChange) => TABLE_LABELS[change],
  insertTable: 'Tableau : insérer (3 lignes, 3 colonnes)',
} as const;
