import { join, type CommandLine } from './command';

/** Ways to ask that what was just said be struck. */
const ERASE = [
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
];

/** Pairs, joins, styles and deletions, in the order of the printed list. */
export const STYLE_COMMANDS: readonly CommandLine[] = [
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
    effect: 'Ouvre une parenthèse, à fermer par « fermez la parenthèse »',
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
    effect: 'Ouvre les guillemets, à fermer par « fermez les guillemets »',
    command: { does: 'open', pair: 'quotes', needsClose: true },
    misheard: ['entre guillemet'],
  },
  {
    said: ['fermez les guillemets', 'fin de guillemets'],
    effect: 'Ferme les guillemets »',
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
    effect: 'Trait d’union « - » sans espace',
    command: { does: 'join', sign: '-' },
    misheard: ["traits d'union", 'trait union'],
  },
  {
    said: ['slash', 'barre oblique'],
    effect: 'Barre oblique « / » sans espace',
    command: { does: 'join', sign: '/' },
    misheard: ['slach', 'barre de fraction'],
  },
  {
    said: ['arobase'],
    effect: 'Arobase « @ »',
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
    effect: 'Barre la dernière phrase ; une personne confirme',
    command: { does: 'delete', what: 'sentence' },
    misheard: join(ERASE, [
      'la derniere phrase',
      'cette phrase',
      'la phrase precedente',
      'tout ca',
      'ca',
      'ce que je viens de dire',
    ]),
  },
  {
    said: ['effacez le dernier mot'],
    effect: 'Barre le dernier mot ; une personne confirme',
    command: { does: 'delete', what: 'word' },
    misheard: join(ERASE, ['le dernier mot', 'ce mot', 'ce dernier mot', 'le mot precedent']),
  },
  {
    said: ['effacez la dernière ligne', 'effacez le dernier paragraphe'],
    effect: 'Barre la dernière ligne ; une personne confirme',
    command: { does: 'delete', what: 'line' },
    misheard: join(ERASE, ['la derniere ligne', 'le dernier paragraphe', 'la ligne precedente']),
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
