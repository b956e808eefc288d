import type { ListFailure } from '../dossier/identity/list/patient-list';
import type { DraftField, DraftProblem, FieldProblem } from '../dossier/identity/patient-draft';

/** Names of the traits, as the form and the columns of a list show them. */
export const fieldNames: Readonly<Record<DraftField, string>> = {
  birthName: 'Nom de naissance',
  usedName: 'Nom utilisé',
  firstName: 'Premier prénom',
  firstNames: 'Autres prénoms',
  birthDate: 'Date de naissance',
  sex: 'Sexe',
  birthPlace: 'Code INSEE du lieu de naissance',
  matricule: 'Matricule INS',
  matriculeOid: 'Registre du matricule (OID)',
  status: 'Statut de l’identité',
  practiceCode: 'Code du patient au cabinet',
};

const problems: Readonly<Record<DraftProblem, string>> = {
  missing: 'à compléter.',
  'bad-name': 'ce nom contient un caractère qui n’a rien à y faire ; corrigez-le.',
  'bad-date': 'cette date n’existe pas ; écrivez-la comme 12/03/1968.',
  'unsure-century': 'l’année peut être de deux siècles ; écrivez-la en quatre chiffres.',
  'bad-sex': 'écrivez F, M, I (indéterminé), ou laissez vide.',
  'bad-place': 'c’est un code de cinq caractères, comme 63113, 2A004 ou 99139.',
  'bad-status': 'écrivez provisoire, récupérée, validée ou qualifiée.',
  'bad-code': 'ce code contient un caractère illisible ou dépasse 100 caractères.',
  'unknown-register': 'ce registre n’est pas l’un des quatre de l’INS ; vérifiez l’OID.',
  'needed-when-qualified':
    'indispensable à une identité qualifiée ; complétez, ou choisissez un autre statut.',
  'not-a-matricule': 'il compte 13 caractères et une clé de 2 chiffres ; vérifiez-le.',
  'no-key': 'il manque la clé, les deux derniers chiffres.',
  'wrong-key': 'la clé ne correspond pas ; un chiffre est faux ou deux sont inversés.',
};

/** What is wrong with a field, after its name. */
export const problemSentence = ({ field, problem }: FieldProblem): string =>
  `${fieldNames[field]} : ${problems[problem]}`;

const failures: Readonly<Record<ListFailure, string>> = {
  empty: 'ce fichier est vide. Exportez la liste de nouveau.',
  unreadable: 'ce fichier ne se lit pas. Il a peut-être été déplacé ; choisissez-le de nouveau.',
  'too-big': 'ce fichier dépasse 10 Mo : ce n’est pas la liste d’une journée. Choisissez-en une.',
  'not-text':
    'ce n’est pas un texte. Exportez la liste en CSV, en texte HPRIM ou en FHIR (JSON), pas en Excel ni en PDF.',
  'no-patient':
    'Plume n’y trouve aucun patient. Vérifiez que c’est une liste en CSV, HPRIM ou FHIR (JSON).',
  'broken-json': 'ce fichier JSON est abîmé ou coupé avant la fin. Exportez-le de nouveau.',
  'not-fhir': 'ce JSON n’est ni un patient FHIR ni un lot (Bundle) de patients.',
  'open-quote': 'un guillemet ouvert n’est jamais fermé : le fichier est coupé ou abîmé.',
  'too-many-rows': 'cette liste dépasse 10 000 lignes. Exportez une période plus courte.',
  'too-wide': 'une ligne ou une case est démesurée : ce n’est pas une liste de patients.',
};

/** Why a file gives no list. */
export const listSentence = (failure: ListFailure): string => failures[failure];
