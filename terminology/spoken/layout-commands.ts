import { join, type Command, type CommandLine, type Mark } from './command';
import type { Break } from './piece';

export const mark = (sign: Mark, then?: Break): Command => ({
  does: 'mark',
  mark: sign,
  ...(then && { then }),
});

export const LINE = [
  'a la ligne',
  'a ligne',
  "a l'aligne",
  'alaligne',
  'a laligne',
  'a la lignes',
  'a lignes',
  'a la line',
];
/** After a full stop only: too near to real words to stand alone. */
export const GLUED_LINE = [
  'laligne',
  'align',
  'aligne',
  'alignes',
  'aligner',
  'line',
  'lines',
  'la ligne',
  'lignes',
  'ligne',
  'a.l.a.ligne',
  'a.la.ligne',
];
const STOP = ['point', 'points', 'poing', 'poings', 'poil', 'poin', 'poins', 'pointe'];
const COMMA = ['virgule', 'virgules', 'virgul', 'vergule', 'virgulle'];
const COLON = ['deux points', 'deux point', '2 points', '2 point', 'de points', 'de point'];

const PARAGRAPH = [
  'nouveau paragraphe',
  'nouveau paragraph',
  'nouvel alinea',
  'paragraphe suivant',
  'nouveaux paragraphes',
];

/** Signs, lines and paragraphs, in the order of the printed list. */
export const LAYOUT_COMMANDS: readonly CommandLine[] = [
  {
    said: ['point'],
    effect: 'Point final « . »',
    command: mark('.'),
    misheard: ['point final', 'points', 'poins'],
  },
  { said: ['virgule'], effect: 'Virgule « , »', command: mark(','), misheard: COMMA.slice(1) },
  {
    said: ['point-virgule'],
    effect: 'Point-virgule « ; »',
    command: mark(';'),
    misheard: join(['point', 'points'], COMMA),
  },
  {
    said: ['deux points'],
    effect: 'Deux-points « : »',
    command: mark(':'),
    misheard: COLON.slice(1),
  },
  {
    said: ["point d'interrogation"],
    effect: 'Point d’interrogation « ? »',
    command: mark('?'),
    misheard: ["points d'interrogation", "point d'interrogations"],
  },
  {
    said: ["point d'exclamation"],
    effect: 'Point d’exclamation « ! »',
    command: mark('!'),
    misheard: ["points d'exclamation"],
  },
  {
    said: ['points de suspension', 'trois petits points'],
    effect: 'Points de suspension « … »',
    command: mark('…'),
    misheard: ['point de suspension', '3 petits points'],
  },
  {
    said: ['à la ligne', 'nouvelle ligne', 'retour à la ligne', 'passez à la ligne'],
    effect: 'Nouvelle ligne',
    command: { does: 'break', size: 'line' },
    misheard: [
      ...LINE,
      'allez a la ligne',
      'saut de ligne',
      'alinea',
      'a la ligne suivante',
      ...join(['retour', 'passez'], LINE),
    ],
  },
  {
    said: ['point à la ligne'],
    effect: 'Point et nouvelle ligne',
    command: mark('.', 'line'),
    misheard: [
      ...join(STOP, [...LINE, ...GLUED_LINE]),
      ...join(['point', 'points'], ['nouvelle ligne', 'retour a la ligne']),
    ],
  },
  {
    said: ['virgule à la ligne'],
    effect: 'Virgule et nouvelle ligne',
    command: mark(',', 'line'),
    misheard: join(COMMA, [...LINE, 'laligne', 'align', 'alignes']),
  },
  {
    said: ['deux points à la ligne'],
    effect: 'Deux-points et nouvelle ligne',
    command: mark(':', 'line'),
    misheard: join(COLON, LINE),
  },
  {
    said: ['nouveau paragraphe', 'nouvel alinéa', 'paragraphe suivant'],
    effect: 'Nouveau paragraphe (une ligne vide)',
    command: { does: 'break', size: 'paragraph' },
    misheard: [
      ...PARAGRAPH,
      'sautez une ligne',
      'sauter une ligne',
      'saute une ligne',
      ...join(['a la ligne'], PARAGRAPH),
    ],
  },
  {
    said: ['point nouveau paragraphe'],
    effect: 'Point et nouveau paragraphe',
    command: mark('.', 'paragraph'),
    misheard: [
      ...join(['point', 'points'], [...PARAGRAPH, 'paragraphe', 'sautez une ligne']),
      ...join(['point a la ligne'], PARAGRAPH),
    ],
  },
];
