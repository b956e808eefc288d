import type { PairFault } from '../../terminology/memory/pair';

const times = (count: number): string => `${count} fois`;

export const correctionWords = {
  title: 'Mémoire de correction',
  lead: 'Ce que l’on corrige de la même façon dans deux dictées peut devenir une règle. Une règle n’écrit rien sans avoir été essayée sur les anciens brouillons puis activée ici ; ce qu’elle écrit se voit et se remet en une touche.',
  never:
    'Ne sont jamais appris : les nombres, les unités, les côtés, les négations, les noms de personnes.',
  offered: (heard: string, written: string) =>
    `« ${heard} » a été corrigé deux fois en « ${written} ».`,
  see: 'Voir',
  proposals: 'À décider',
  noProposals:
    'Rien à décider. Une correction faite de la même façon dans deux dictées apparaîtra ici.',
  corrected: (count: number) => `corrigé dans ${count} dictées`,
  try: 'Essayer sur les anciens brouillons',
  trying: 'Lecture des anciens brouillons…',
  tryOne: (heard: string) => `Essayer « ${heard} » sur les anciens brouillons`,
  nowhere: 'Aucun ancien brouillon n’aurait changé.',
  wouldChange: (count: number, dictations: number) =>
    `${times(count)} dans ${dictations} ${dictations > 1 ? 'dictées' : 'dictée'} :`,
  wasCorrected: 'corrigé ainsi',
  wasLeft: 'laissé tel quel',
  switchOn: 'Activer la règle',
  switchOnOne: (heard: string, written: string) => `Activer « ${heard} » → « ${written} »`,
  decline: 'Ne plus proposer',
  declineOne: (heard: string) => `Ne plus proposer « ${heard} »`,
  forAll: 'tout le cabinet',
  forAuthor: (name: string) => `dictées de ${name}`,
  scope: 'Pour',
  rules: 'Règles actives',
  noRules: 'Aucune règle active.',
  asleep: 'en sommeil : inutilisée depuis un an',
  usedOn: (day: string) => `utilisée le ${day}`,
  wake: 'Réactiver',
  remove: 'Supprimer',
  removeOne: (heard: string) => `Supprimer la règle « ${heard} »`,
  removed: (heard: string) => `La règle « ${heard} » est supprimée.`,
  on: (heard: string, written: string) =>
    `Dès la prochaine dictée, « ${heard} » sera écrit « ${written} ».`,
  declined: (heard: string) => `« ${heard} » ne sera plus proposé.`,
  undo: 'Annuler',
  fileName: 'regles-de-correction.json',
  exportRules: 'Exporter les règles',
  importRules: 'Importer des règles',
  imported: (count: number, refused: number) =>
    `${count} règle${count > 1 ? 's ajoutées' : ' ajoutée'}${refused > 0 ? `, ${refused} refusée${refused > 1 ? 's' : ''} ou déjà là` : ''}.`,
  notAFile: (name: string) =>
    `${name} n’est pas un fichier de règles exporté par Plume. Rien n’a changé.`,
  refusedPair: (heard: string, written: string, why: string) =>
    `« ${heard} » → « ${written} » : ${why}`,
  notKept:
    'La mémoire n’a pas pu être enregistrée : le disque est peut-être plein. Libérez de la place, puis recommencez.',
  chip: 'mémoire',
} as const;

export const pairFaults: Readonly<Record<PairFault, string>> = {
  empty: 'il manque un mot.',
  long: 'trop de mots pour une règle.',
  same: 'rien ne change.',
  number: 'un nombre ou une unité ne s’apprend pas.',
  side: 'un côté ne s’apprend pas.',
  negation: 'une négation ne s’apprend pas.',
  name: 'un nom ne s’apprend pas.',
  opposite: 'les deux mots disent le contraire.',
  drug: 'un médicament connu ne se remplace pas par une règle.',
  little: 'ces petits mots sont trop fréquents.',
};
