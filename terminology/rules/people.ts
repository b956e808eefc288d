import type { ReadParagraph } from './reading';
import type { Sex } from './patient-identity';

interface Place {
  readonly from: number;
  readonly to: number;
}

/** A word that tells the sex of the person the report is about. */
export interface SexMark extends Place {
  readonly sex: 'F' | 'M';
  /** Of the word itself; less for a pronoun, which may stand for something else. */
  readonly doubt: number;
  /** The same word of the other sex. */
  readonly other: string;
}

/** An age said of that person. */
export interface AgeMark extends Place {
  readonly value: number;
  readonly unit: 'ans' | 'mois';
}

/** A name behind a civility or a label. */
export interface NameMark extends Place {
  /** Capitalised words of the name, in order. */
  readonly words: readonly string[];
}

const CIVILITY =
  '(?:[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|M\\.|Mr\\.?|Mme\\.?|Mlle\\.?|MME|MR|MONSIEUR|MADAME)';
const NAME =
  "\\p{Lu}[\\p{L}’'-]+(?:[ \\u00a0](?:de |d’|d'|du |le |la |El |Ben )?\\p{Lu}[\\p{L}’'-]+){0,4}";
const NAMED = new RegExp(
  `(?<![\\p{L}])(?:${CIVILITY}[ \\u00a0](?:le |la )?|(?:[Pp]atiente?|[Nn]om|[Cc]oncerne|NOM|PATIENTE?)[ \\u00a0]?:[ \\u00a0]?(?:${CIVILITY}[ \\u00a0])?)(${NAME})`,
  'gu',
);
/** Titles of a colleague, and words of a sentence that only begin with a capital. */
const NOT_A_NAME =
  /^(?:docteur|dr|professeur|pr|maître|directeur|président|confrère|cher|chère|monsieur|madame|patiente?)$/iu;

/** People around the patient: what is said of them is not said of the patient. */
const RELATIVES =
  /(?<!\p{L})(?:m[eè]res?|p[eè]res?|s(?:œ|oe)urs?|fr[eè]res?|fils|[eé]pou(?:x|se)|mari|femme de|(?:sa|ma|ses|leur) (?:femme|fille)|compagn(?:on|e)|conjointe?|tante|oncle|cousine?s?|grand[- ](?:m[eè]re|p[eè]re)|parents?|enfants|jumelle|jumeau|fratrie|voisine?|infirmi[eè]re?|collègue|famille|familiaux|neveu|nièce|consanguin\p{L}*|donneu\p{L}+|couple|f(?:œ|oe)tus|nouveau-n[eé]|b[eé]b[eé])(?!\p{L})/iu;
const NEUTRAL =
  /(?<!\p{L})(?:enfant|nourrisson|nouveau[- ]n[eé]|b[eé]b[eé]|sujet|cas|personne|malade|f(?:œ|oe)tus|jumeau|jumelle)(?!\p{L})/iu;

/** Right before an adjective: the word it agrees with, whatever stands farther off. */
const AGREES_WITH =
  /(?<!\p{L})(?:patiente?|homme|femme|garçon|fille|fillette|monsieur|madame)(?: \p{L}+)?,? $/iu;
/** "un enfant âgé": the grammar of the word, not the sex. */
const isAboutNeutral = (before: string): boolean =>
  NEUTRAL.test(before) && !AGREES_WITH.test(before);

const PERSONAL =
  '(?:se plain\\p{L}+|rapport\\p{L}+|d[eé]cri\\p{L}+|fum\\p{L}+|boit|vit|vivait|signal\\p{L}+|consult\\p{L}+|travaill\\p{L}+|prend|prenait|refus\\p{L}+|dort|dit|avoue|habite|souhait\\p{L}+|a b[eé]n[eé]fici[eé]|b[eé]n[eé]fici\\p{L}+|a reçu|a consult[eé]|(?:est|était|a [eé]t[eé]|fut) (?:hospitalis|op[eé]r|suivi|trait|adress|admis|reçu|re[cç]u|connu|vu|allergique|transf[eé]r|mari[eé]))';

interface Word {
  readonly pattern: RegExp;
  readonly sex: 'F' | 'M';
  readonly doubt: number;
  readonly other: string;
  /** Grammar alone: an "enfant âgé" may be a girl. */
  readonly isGrammar?: true;
}

const word = (
  pattern: string,
  sex: 'F' | 'M',
  other: string,
  more: { readonly doubt?: number; readonly isGrammar?: true } = {},
): Word => ({
  pattern: new RegExp(`(?<![\\p{L}’'-])(?:${pattern})(?![\\p{L}-])`, 'giu'),
  sex,
  other,
  doubt: more.doubt ?? 0.9,
  ...(more.isGrammar && { isGrammar: true }),
});

const WORDS: readonly Word[] = [
  word('patiente', 'F', 'patient'),
  word('patient', 'M', 'patiente'),
  word('(?<=une |cette |jeune )(?:jeune )?femme', 'F', 'homme'),
  word('(?<=un |cet |jeune )homme', 'M', 'femme'),
  word('(?<=une |cette |jeune |petite )(?:fille|fillette)', 'F', 'garçon'),
  word('(?<=un |ce |jeune |petit )garçon(?:net)?', 'M', 'fille'),
  word('(?<=sexe )féminin', 'F', 'masculin'),
  word('(?<=sexe )masculin', 'M', 'féminin'),
  word('née(?= le )', 'F', 'né', { isGrammar: true }),
  word('né(?= le )', 'M', 'née', { isGrammar: true }),
  word('âgée(?= de)', 'F', 'âgé', { isGrammar: true }),
  word('âgé(?= de)', 'M', 'âgée', { isGrammar: true }),
  word(`elle(?= (?:n['’])?(?:s['’])?(?:lui )?${PERSONAL})`, 'F', 'il', { doubt: 0.6 }),
  word(`il(?= (?:n['’])?(?:s['’])?${PERSONAL})`, 'M', 'elle', { doubt: 0.6 }),
];
const CIVILITIES = new RegExp(
  `(?<![\\p{L}’'-])(${CIVILITY})(?=[ \\u00a0](?!(?:le |la )?(?:[Dd]octeur|[Dd]r|[Pp]rofesseur|[Pp]r)[ .])(?:\\p{Lu}))`,
  'gu',
);

/** The part of the text around a place that ends at full stops. */
function sentenceAround(
  { text }: ReadParagraph,
  { from, to }: Place,
): { before: string; whole: string } {
  const start = Math.max(text.lastIndexOf('. ', from - 1), text.lastIndexOf('\n', from - 1)) + 1;
  const stop = /[.\n](?:\s|$)/u.exec(text.slice(to));
  return {
    before: text.slice(start, from),
    whole: text.slice(start, stop ? to + stop.index : text.length),
  };
}

const aboutRelative = (paragraph: ReadParagraph, place: Place): boolean =>
  paragraph.title?.section === 'family' || RELATIVES.test(sentenceAround(paragraph, place).before);

function civilitiesIn(paragraph: ReadParagraph): SexMark[] {
  return [...paragraph.text.matchAll(CIVILITIES)].map((match) => {
    const isWoman = /^m(?:a|me|lle)/iu.test(match[0]);
    const place = { from: match.index, to: match.index + match[0].length };
    return {
      ...place,
      sex: isWoman ? 'F' : 'M',
      doubt: 0.9,
      other: isWoman ? 'monsieur' : 'madame',
    };
  });
}

/** What tells the sex of the person the report is about, in order of the kinds of words. */
export function sexMarksIn(paragraph: ReadParagraph): SexMark[] {
  const { text } = paragraph;
  const marks = WORDS.flatMap(({ pattern, sex, other, doubt, isGrammar }) =>
    [...text.matchAll(pattern)]
      .map((match) => ({
        from: match.index,
        to: match.index + match[0].length,
        sex,
        other,
        doubt,
        isGrammar,
      }))
      .filter((mark) => !mark.isGrammar || !isAboutNeutral(sentenceAround(paragraph, mark).before)),
  );
  return [...civilitiesIn(paragraph), ...marks].filter((mark) => !aboutRelative(paragraph, mark));
}

const AGE = new RegExp(
  `(?:(?:[Ââ]gée?|[Pp]atiente?|[Hh]omme|[Ff]emme|[Gg]arçon|[Ff]ille|[Ff]illette|[Ee]nfant|[Nn]ourrisson|[Mm]alade)(?: \\p{L}+)? (?:de )|(?:[Ââ]gée?|[Pp]atiente?|${CIVILITY} ${NAME}),? (?:de )?)(\\d{1,3}) (ans|mois)(?! de | d[’'])`,
  'gu',
);

/** Ages of the person the report is about; ages at another time ("à l'âge de") are left out. */
export function agesIn(paragraph: ReadParagraph): AgeMark[] {
  return [...paragraph.text.matchAll(AGE)].flatMap((match) => {
    const to = match.index + match[0].length;
    const from = to - (match[0].length - match[0].search(/\d{1,3} (?:ans|mois)$/u));
    const unit = match[2] === 'mois' ? ('mois' as const) : ('ans' as const);
    const mark = { from, to, value: Number(match[1]), unit };
    return aboutRelative(paragraph, mark) ? [] : [mark];
  });
}

/** Names said with a civility or behind "Patient :". Initials are none. */
export function namesIn(paragraph: ReadParagraph): NameMark[] {
  return [...paragraph.text.matchAll(NAMED)].flatMap((match) => {
    const name = match[1] ?? '';
    const to = match.index + match[0].length;
    const words = name.split(/[ \u00a0]+/).filter((part) => part.length > 2);
    const isOther = words.length === 0 || NOT_A_NAME.test(words[0] ?? '');
    const mark = { from: to - name.length, to, words };
    return isOther || aboutRelative(paragraph, mark) ? [] : [mark];
  });
}

export const isTold = (sex: Sex | undefined): sex is 'F' | 'M' => sex === 'F' || sex === 'M';
