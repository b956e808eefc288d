const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that dictate a sign or a line; whatever is on either side was said apart. */
export const SPOKEN_COMMANDS = list(
  'virgule virgules point points parenthèse parenthèses paragraphe paragraphes guillemet guillemets tiret tirets',
);

/** A side is never heard for another word, nor another word for a side. */
export const SIDES = list(
  'droit droite droits droites gauche gauches bilatéral bilatérale bilatéraux bilatérales unilatéral unilatérale',
);

export const NEGATIONS = list(
  'pas sans ni non aucun aucune nul nulle jamais ne n absence absent absente absents absentes rien',
);

export const NUMBER_WORDS = list(
  'zéro deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente quarante cinquante ' +
    'soixante cent cents mille million millions milliard milliards demi demie tiers quart quarts premier première second seconde deuxième ' +
    'troisième quatrième cinquième sixième septième huitième neuvième dixième',
);

/** A name comes next. */
export const TITLES = list(
  'mme mlle m mr dr pr drs prs me mmes madame mademoiselle monsieur messieurs docteur docteurs docteure professeur professeure maître ' +
    'confrère consœur saint sainte',
);

/** Grammatical words: hardly ever wrong alone, often the debris of a longer word. */
export const LITTLE_WORDS = list(
  'de du des la les le l d et ou où à a au aux en par pour avec sur dans un une ce que qui il elle ils elles est sont a ont qu s j se ' +
    'plus cette cet ces son sa ses mon ma mes je on nous vous y c t m leur leurs me te si mais donc or car',
);

/** Words that lose their vowel before another vowel. */
export const ELIDED = list('l d qu n s j m t c jusqu lorsqu puisqu');
