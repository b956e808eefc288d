import type { ErrorClass } from '../dossier/quality';

const DAY = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'short', year: '2-digit' });

export const errorClasses: Readonly<Record<ErrorClass, string>> = {
  number: 'Nombre',
  side: 'Côté',
  negation: 'Négation',
  term: 'Terme',
  omission: 'Omission',
  form: 'Forme',
};

export const qualityWords = {
  title: 'Qualité',
  lead: 'Ce qu’il a fallu changer entre le brouillon de Plume et le compte rendu signé. On mesure Plume, jamais une personne : ni l’auteur, ni qui corrige ou signe n’entre dans ces chiffres.',
  weights:
    'Points : 3 par erreur de nombre, de côté ou de négation, 1 par terme ou omission, 0,25 par erreur de forme (échelle critique, majeure, mineure de l’AHDI).',
  loading: 'Calcul en cours…',
  failed: 'Les comptes rendus n’ont pas pu être relus. Rechargez la page pour réessayer.',
  none: 'Rien à mesurer encore : les chiffres viennent avec les premiers comptes rendus signés.',
  byWeek: 'Par semaine',
  byType: 'Par type de document',
  week: 'Semaine du',
  type: 'Type',
  noType: 'Sans type',
  all: 'Tous',
  reports: 'Comptes rendus',
  words: 'Mots',
  points: 'Points pour 100 mots',
  classesCaption: 'Erreurs pour 100 mots',
  minutes: 'Minutes de travail par minute de son',
  minutesShort: 'Minutes par minute de son',
  keys: 'Frappes pour 100 mots',
  unknown: '–',
  plot: 'Points pour 100 mots et minutes de travail par minute de son, semaine par semaine ; les mêmes chiffres sont dans le tableau.',
  weekOf: (monday: string) => DAY.format(new Date(`${monday}T12:00`)),
} as const;
