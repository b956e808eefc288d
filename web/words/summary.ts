import type { MissingKind } from '../../terminology/summary/conservation/critical';
import type { Heading } from '../../terminology/summary/heading';
import type { Summary } from '../dossier/summary';

const headings: Readonly<Record<Heading, string>> = {
  motive: 'Motif',
  history: 'Antécédents utiles',
  findings: 'Constatations',
  conclusion: 'Conclusion',
  treatment: 'Traitement et doses',
  'follow-up': 'Suite et délais',
};

const missing: Readonly<Record<MissingKind, string>> = {
  allergy: 'Allergie',
  'drug-change': 'Traitement changé',
  'urgent-delay': 'Délai urgent',
  'abnormal-result': 'Résultat anormal',
  conclusion: 'Conclusion',
};

const limits: Readonly<Record<Summary['limits'][number], string>> = {
  empty: 'Le compte rendu est vide : il n’y a rien à résumer.',
  'one-sentence': 'Le compte rendu tient en une phrase : il n’y a rien à résumer.',
  'not-french': 'Le texte n’est pas en français : Plume ne sait pas le résumer.',
  'no-full-stops':
    'Des passages n’ont pas de point : ils n’ont pas pu être découpés en phrases. Mettez des points, puis refaites le résumé.',
  'only-results':
    'Le texte n’est qu’une liste de résultats : ceux qui sont repris le sont tels quels, sans interprétation.',
  'no-sections':
    'Le compte rendu n’a pas de rubriques : les lignes sont rangées d’après leurs mots.',
  'no-conclusion': 'Le compte rendu n’a pas de conclusion : le résumé n’en invente pas.',
  'contradictory-conclusions':
    'Des conclusions se contredisent : aucune n’est reprise. Corrigez le compte rendu, puis refaites le résumé.',
  'nothing-to-tell': 'Aucune phrase ne peut être reprise sans le reste du texte.',
  'no-lexicon':
    'Le lexique médical n’a pas pu être lu : rien n’a pu être vérifié, donc rien n’est résumé. Rechargez la page.',
};

export const summaryWords = {
  title: 'Résumé',
  open: 'Résumé du compte rendu',
  insertKey: 'Insérer le résumé',
  heading: (heading: Heading) => headings[heading],
  limit: (limit: Summary['limits'][number]) => limits[limit],
  missing: (kind: MissingKind) => missing[kind],
  working: 'Résumé en cours…',
  ready: (count: number) =>
    count === 0 ? 'Aucune ligne.' : count === 1 ? '1 ligne.' : `${count} lignes.`,
  failed: 'Le résumé s’est arrêté. Refaites-le ; s’il échoue encore, rechargez la page.',
  notKept:
    'Le résumé n’a pas pu être enregistré : le disque est peut-être plein. Libérez de la place, puis refaites-le.',
  stale: 'Le compte rendu a changé depuis ce résumé.',
  again: 'Refaire le résumé',
  insert: 'Insérer',
  copy: 'Copier',
  close: 'Fermer le résumé',
  copied: 'Le résumé est copié.',
  notCopied: 'Le navigateur a refusé la copie.',
  inserted: 'Le résumé est dans le compte rendu. Ctrl+Z le retire.',
  notEditable: 'Ce compte rendu ne peut pas être modifié ici.',
  source: 'Aller à la phrase et à son son',
  sourceGone: 'Cette phrase n’est plus dans le compte rendu : refaites le résumé.',
  edit: 'Modifier',
  editLine: (text: string) => `Modifier la ligne : ${text}`,
  removeLine: (text: string) => `Retirer la ligne : ${text}`,
  remove: 'Retirer',
  done: 'Valider',
  cancel: 'Annuler',
  edited: 'Modifiée à la main',
  generated: 'Écrite par le modèle',
  missingTitle: (count: number) =>
    count === 1 ? 'Le résumé ne dit pas (1)' : `Le résumé ne dit pas (${count})`,
  reasonNeeded:
    'Des éléments du résumé ne sont pas dans le compte rendu. Corrigez-les, ou écrivez pourquoi vous les gardez ; la raison est conservée.',
  reason: 'Raison',
  confirm: 'Garder et continuer',
  proposals: 'Proposé par un modèle',
  ask: (name: string) => `Demander au modèle « ${name} »`,
  writing: 'Le modèle écrit…',
  stop: 'Arrêter',
  notWritten:
    'Ce modèle n’a pas pu écrire : son dossier est incomplet, ou il demande trop de mémoire. Les lignes du compte rendu restent.',
  take: 'Prendre',
  takeLine: (text: string) => `Prendre la ligne : ${text}`,
  writers: 'Modèle de rédaction du résumé',
  writersHint:
    'Facultatif. Un dossier pour transformers.js (config.json, tokenizer.json, onnx/…) choisi sur le disque. Rien n’est téléchargé. Chaque ligne qu’il écrit est comparée au compte rendu ; ce qui n’y est pas est barré.',
  noWriter: 'Aucun modèle : le résumé est fait des phrases du compte rendu.',
  addWriter: 'Ajouter un dossier',
  writerAdded: (name: string) => `Modèle ajouté : ${name}.`,
  notAWriter: (path: string) =>
    `Ce dossier ne peut pas servir : ${path} y manque ou ne se lit pas.`,
  writerNotKept: 'La place manque pour garder ce modèle. Libérez de l’espace, puis réessayez.',
  removeWriter: (name: string) => `Retirer le modèle ${name}`,
  hint: 'Entrée sur une ligne : sa phrase et son son. ↑ ↓ : d’une ligne à l’autre. Dans un modèle, [résumé] seul sur sa ligne dit où il s’insère.',
} as const;
