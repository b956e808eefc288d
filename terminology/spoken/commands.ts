import type { Break } from './piece';
import { phrases, type Phrase } from './phrases';
import type { Token } from './token';

/** What a spoken command does. Marks close up to the word before (or after, for openers) by French rules. */
export type Command =
  | { readonly does: 'mark'; readonly mark: Mark; readonly then?: Break }
  | { readonly does: 'break'; readonly size: Break }
  | { readonly does: 'open' | 'close'; readonly pair: Pair; readonly needsClose?: true }
  | { readonly does: 'quote' }
  | { readonly does: 'join'; readonly sign: string }
  | { readonly does: 'dash' }
  | { readonly does: 'capital' }
  | { readonly does: 'capitals' }
  | { readonly does: 'emphasis'; readonly style: 'bold' | 'italic' | 'underline' | 'capitals' }
  | { readonly does: 'plain'; readonly style: 'bold' | 'italic' | 'underline' | 'capitals' }
  | { readonly does: 'delete'; readonly what: 'word' | 'sentence' | 'line' }
  | { readonly does: 'end' };

export type Mark = '.' | ',' | ';' | ':' | '?' | '!' | '…';
export type Pair = 'parenthesis' | 'quotes' | 'bracket';

/** A line of the list that the application shows and prints. */
export interface CommandLine {
  /** What to say first, then other ways. */
  readonly said: readonly string[];
  /** What it does, in French, for the list. */
  readonly effect: string;
  readonly command: Command;
  /** Ways recognition mishears it: understood, never shown. */
  readonly misheard?: readonly string[];
}

const mark = (sign: Mark, then?: Break): Command => ({
  does: 'mark',
  mark: sign,
  ...(then && { then }),
});

const LINE = [
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
const GLUED_LINE = [
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
];
const STOP = ['point', 'points', 'poing', 'poings', 'poil', 'poin', 'poins', 'pointe'];
const COMMA = ['virgule', 'virgules', 'virgul', 'vergule', 'virgulle'];
const COLON = ['deux points', 'deux point', '2 points', '2 point', 'de points', 'de point'];

const join = (left: readonly string[], right: readonly string[]): string[] =>
  left.flatMap((first) => right.map((second) => `${first} ${second}`));

const PARAGRAPH = [
  'nouveau paragraphe',
  'nouveau paragraph',
  'nouvel alinea',
  'paragraphe suivant',
  'nouveaux paragraphes',
];

/** Every command, in the order of the printed list. */
export const COMMANDS: readonly CommandLine[] = [
  {
    said: ['point'],
    effect: 'Point final « . »',
    command: mark('.'),
    misheard: ['point final', 'points', 'poins'],
  },
  { said: ['virgule'], effect: 'Virgule « , »', command: mark(','), misheard: COMMA.slice(1) },
  {
    said: ['point-virgule'],
    effect: 'Point-virgule « ; »',
    command: mark(';'),
    misheard: join(['point', 'points'], COMMA),
  },
  {
    said: ['deux points'],
    effect: 'Deux-points « : »',
    command: mark(':'),
    misheard: COLON.slice(1),
  },
  {
    said: ["point d'interrogation"],
    effect: 'Point d’interrogation « ? »',
    command: mark('?'),
    misheard: ["points d'interrogation", "point d'interrogations"],
  },
  {
    said: ["point d'exclamation"],
    effect: 'Point d’exclamation « ! »',
    command: mark('!'),
    misheard: ["points d'exclamation"],
  },
  {
    said: ['points de suspension', 'trois petits points'],
    effect: 'Points de suspension « … »',
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
  {
    said: ['ouvrez la parenthèse', 'parenthèse ouvrante'],
    effect: 'Ouvre une parenthèse',
    command: { does: 'open', pair: 'parenthesis' },
    misheard: [
      ...join(
        ['ouvrez', 'ouvrir', 'ouvre', 'ouverture de'],
        ['la parenthese', 'les parentheses', 'parenthese', 'parentheses', 'une parenthese'],
      ),
      'parenthese ouverte',
      'parentheses ouvrantes',
      'parenthese ouvrante',
    ],
  },
  {
    said: ['entre parenthèses'],
    effect: 'Ouvre une parenthèse, à fermer par « fermez la parenthèse »',
    command: { does: 'open', pair: 'parenthesis', needsClose: true },
    misheard: ['entre parenthese', 'entre parentheses', 'parenthese'],
  },
  {
    said: ['fermez la parenthèse', 'fin de parenthèse'],
    effect: 'Ferme la parenthèse',
    command: { does: 'close', pair: 'parenthesis' },
    misheard: [
      ...join(
        ['fermez', 'fermer', 'ferme', 'fermeture de', 'fin de', 'fin de la', 'fin des'],
        ['la parenthese', 'les parentheses', 'parenthese', 'parentheses'],
      ),
      'parenthese fermee',
      'parenthese fermante',
      'parentheses fermantes',
    ],
  },
  {
    said: ['ouvrez les guillemets'],
    effect: 'Ouvre les guillemets «',
    command: { does: 'open', pair: 'quotes' },
    misheard: [
      ...join(
        ['ouvrez', 'ouvrir', 'ouvre'],
        ['les guillemets', 'guillemets', 'le guillemet', 'guillemet'],
      ),
      'guillemets ouvrants',
      'guillemet ouvrant',
    ],
  },
  {
    said: ['entre guillemets'],
    effect: 'Ouvre les guillemets, à fermer par « fermez les guillemets »',
    command: { does: 'open', pair: 'quotes', needsClose: true },
    misheard: ['entre guillemet'],
  },
  {
    said: ['fermez les guillemets', 'fin de guillemets'],
    effect: 'Ferme les guillemets »',
    command: { does: 'close', pair: 'quotes' },
    misheard: [
      ...join(
        ['fermez', 'fermer', 'ferme', 'fin de', 'fin des'],
        ['les guillemets', 'guillemets', 'guillemet', 'le guillemet'],
      ),
      'guillemets fermants',
      'guillemet fermant',
    ],
  },
  {
    said: ['guillemets'],
    effect: 'Ouvre ou ferme les guillemets',
    command: { does: 'quote' },
    misheard: ['guillemet'],
  },
  {
    said: ['ouvrez les crochets'],
    effect: 'Ouvre un crochet [',
    command: { does: 'open', pair: 'bracket' },
    misheard: ['ouvrez le crochet', 'crochet ouvrant', 'ouvrir le crochet'],
  },
  {
    said: ['fermez les crochets'],
    effect: 'Ferme le crochet ]',
    command: { does: 'close', pair: 'bracket' },
    misheard: ['fermez le crochet', 'crochet fermant', 'fermer le crochet'],
  },
  {
    said: ['tiret'],
    effect: 'Tiret de liste en début de ligne, tiret ailleurs',
    command: { does: 'dash' },
    misheard: ['tirets', 'tirez a la ligne'],
  },
  {
    said: ["trait d'union"],
    effect: 'Trait d’union « - » sans espace',
    command: { does: 'join', sign: '-' },
    misheard: ["traits d'union", 'trait union'],
  },
  {
    said: ['slash', 'barre oblique'],
    effect: 'Barre oblique « / » sans espace',
    command: { does: 'join', sign: '/' },
    misheard: ['slach', 'barre de fraction'],
  },
  {
    said: ['arobase'],
    effect: 'Arobase « @ »',
    command: { does: 'join', sign: '@' },
    misheard: ['arobas'],
  },
  {
    said: ['majuscule'],
    effect: 'Majuscule au mot qui suit',
    command: { does: 'capital' },
    misheard: ['avec majuscule', 'm majuscule'],
  },
  {
    said: ['en majuscules', 'en capitales'],
    effect: 'Le mot qui précède, ou qui suit en début de phrase, en capitales',
    command: { does: 'capitals' },
    misheard: ['en majuscule', 'en capitale', 'tout en majuscule', 'toute en majuscule'],
  },
  {
    said: ['tout en capitales … fin de capitales'],
    effect: 'Passage en capitales',
    command: { does: 'emphasis', style: 'capitals' },
    misheard: [
      'tout en capitales',
      'tout en majuscules',
      'debut de majuscules',
      'debut de capitales',
    ],
  },
  {
    said: ['fin de capitales', 'fin de majuscules'],
    effect: 'Fin des capitales',
    command: { does: 'plain', style: 'capitals' },
    misheard: ['fin des capitales', 'fin des majuscules', 'fin de capitale', 'fin de majuscule'],
  },
  {
    said: ['en gras … fin de gras'],
    effect: 'Passage en gras',
    command: { does: 'emphasis', style: 'bold' },
    misheard: ['en gras', 'mettez en gras', 'debut de gras', 'passez en gras'],
  },
  {
    said: ['fin de gras'],
    effect: 'Fin du gras',
    command: { does: 'plain', style: 'bold' },
    misheard: ['fin du gras', 'fin gras'],
  },
  {
    said: ['soulignez … fin de soulignement'],
    effect: 'Passage souligné',
    command: { does: 'emphasis', style: 'underline' },
    misheard: ['soulignez', 'en souligne', 'debut de soulignement'],
  },
  {
    said: ['fin de soulignement'],
    effect: 'Fin du soulignement',
    command: { does: 'plain', style: 'underline' },
    misheard: ['fin du soulignement', 'fin de souligne', 'fin du souligne', 'fin souligne'],
  },
  {
    said: ['en italique … fin d’italique'],
    effect: 'Passage en italique',
    command: { does: 'emphasis', style: 'italic' },
    misheard: ['en italique', 'en italiques', 'mettez en italique'],
  },
  {
    said: ["fin d'italique"],
    effect: 'Fin de l’italique',
    command: { does: 'plain', style: 'italic' },
    misheard: ["fin d'italiques", 'fin de italique', "fin de l'italique"],
  },
  {
    said: ['effacez la dernière phrase', 'annulez la dernière phrase'],
    effect: 'Barre la dernière phrase ; une personne confirme',
    command: { does: 'delete', what: 'sentence' },
    misheard: join(
      [
        'effacez',
        'effacer',
        'efface',
        'annulez',
        'annuler',
        'supprimez',
        'supprimer',
        'rayez',
        'barrez',
        'enlevez',
      ],
      [
        'la derniere phrase',
        'cette phrase',
        'la phrase precedente',
        'tout ca',
        'ca',
        'ce que je viens de dire',
      ],
    ),
  },
  {
    said: ['effacez le dernier mot'],
    effect: 'Barre le dernier mot ; une personne confirme',
    command: { does: 'delete', what: 'word' },
    misheard: join(
      [
        'effacez',
        'effacer',
        'efface',
        'annulez',
        'annuler',
        'supprimez',
        'supprimer',
        'rayez',
        'barrez',
        'enlevez',
      ],
      ['le dernier mot', 'ce mot', 'ce dernier mot', 'le mot precedent'],
    ),
  },
  {
    said: ['effacez la dernière ligne', 'effacez le dernier paragraphe'],
    effect: 'Barre la dernière ligne ; une personne confirme',
    command: { does: 'delete', what: 'line' },
    misheard: join(
      [
        'effacez',
        'effacer',
        'efface',
        'annulez',
        'annuler',
        'supprimez',
        'supprimer',
        'rayez',
        'barrez',
      ],
      ['la derniere ligne', 'le dernier paragraphe', 'la ligne precedente'],
    ),
  },
  {
    said: ['fin de la dictée'],
    effect: 'Termine la dictée (n’écrit rien)',
    command: { does: 'end' },
    misheard: [
      'fin de dictee',
      'fin de la dictee',
      'fin du courrier',
      'fin de courrier',
      'fin du compte rendu',
      'fin de la lettre',
      'fin de lettre',
    ],
  },
];

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/’/g, "'")
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '');

const TABLE = phrases<Command>(
  COMMANDS.flatMap(({ said, misheard = [], command }) =>
    [...said.filter((phrase) => !phrase.includes('…')), ...misheard].map(
      (phrase) => [plain(phrase), command] as const,
    ),
  ),
);

/** Ways of "à la ligne" that count only where recognition glued them to the word before ("totale.Line"). */
const GLUED = phrases<Command>(
  [...GLUED_LINE, ...LINE].map((phrase) => [phrase, mark('.', 'line')] as const),
);

/** The longest command said at token `at`. */
export function commandAt(tokens: readonly Token[], at: number): Phrase<Command> | undefined {
  const token = tokens[at];
  const glued = token?.heard.glued === true || /^[.,]/.test(token?.lead ?? '');
  const found = TABLE.at(tokens, at);
  const broken = found?.value.does === 'mark' && found.value.mark === ':' && token?.tail !== '';
  return broken ? undefined : (found ?? (glued ? GLUED.at(tokens, at) : undefined));
}
