import type { Phase } from '../dossier/dictation';
import type { AuditAction, AuditEntry } from '../dossier/audit';

const actions: Readonly<Record<AuditAction, string>> = {
  'account-added': 'Compte ajouté',
  'account-removed': 'Compte retiré',
  'audit-exported': 'Journal exporté',
  'audit-pruned': 'Lignes de plus de douze mois effacées',
  'backup-made': 'Sauvegarde faite',
  'backup-restored': 'Sauvegarde restaurée',
  'dictation-added': 'Dictée ajoutée',
  'dictation-exported': 'Compte rendu sorti de Plume',
  'dictation-opened': 'Dictée ouverte',
  'dictation-purged': 'Dictée effacée',
  'dictation-removed': 'Dictée mise à la corbeille',
  'dictation-restored': 'Dictée remise en place',
  locked: 'Verrouillage',
  'passkey-added': 'Clé d’accès ajoutée',
  'passphrase-changed': 'Phrase de passe changée',
  'older-vault-seen': 'Coffre plus ancien que la dernière fois',
  'patient-erased': 'Patient effacé',
  'practice-made': 'Coffre créé',
  'recovery-code-made': 'Code de secours imprimé',
  'sound-purged': 'Son effacé',
  'state-changed': 'Changement d’état',
  'try-failed': 'Essai manqué',
  unlocked: 'Ouverture du coffre',
};

const phases: Readonly<Record<Phase, string>> = {
  importing: 'import',
  recording: 'enregistrement',
  paused: 'enregistrement en pause',
  recorded: 'en attente',
  transcribing: 'transcription',
  drafted: 'brouillon prêt',
  failed: 'échec de la transcription',
  'in-review': 'en relecture',
  queried: 'question au médecin',
  'to-sign': 'à signer',
  returned: 'retournée par le médecin',
  signed: 'signée',
  filed: 'classée',
};

export const actionWords = ({ action, state }: AuditEntry): string =>
  state === undefined ? actions[action] : `${actions[action]} : ${phases[state]}`;

export const auditWords = {
  title: 'Journal',
  lead: 'Qui a fait quoi, et quand. Ni nom de patient ni texte : les dictées y sont des numéros tirés au sort. Chaque ligne porte l’empreinte de la précédente ; douze mois sont gardés.',
  whole: 'Le journal est complet : aucune ligne n’a été retirée ni changée.',
  broken: (lines: readonly number[]) =>
    lines.length === 0
      ? 'Des lignes du journal ne s’ouvrent pas : elles ont été modifiées hors de Plume.'
      : `Le journal a été modifié hors de Plume : la suite est rompue à la ligne ${lines.join(', ')}.`,
  none: 'Rien n’est encore noté : le journal commence avec le coffre.',
  save: 'Exporter le journal',
  fileName: 'journal-plume.jsonl',
  columns: ['Ligne', 'Date', 'Compte', 'Action', 'Numéro'],
  formerAccount: 'Compte retiré',
  trial: 'Essai, avant le coffre',
  forAdministrators: 'Le journal se lit avec un compte d’administrateur du cabinet.',
} as const;
