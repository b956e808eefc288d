import type { Command } from './command';
import { words, isGoverned, leftPart, partsFrom, rightPart } from './grammar';
import { directLabel, labelBefore } from './number-context';
import type { Phrase } from './phrases';
import type { Site } from './site';
import type { Token } from './token';

/** How sure the words are a command: `unsure` is written with a doubt, `doubtful` keeps the words with one. */
export type Reading = 'command' | 'unsure' | 'doubtful' | 'words';

/** What a "point" is made of or belongs to: "point de suture", "point d'appui", "point de McBurney". */
const POINT_OF = words(
  `suture sutures depart vue cote repere reperes contact ponction fuite rupture compression fixation insertion entree sortie
   appel appui impact emergence ancrage attache arret injection ulceration mire non cheminement blair donati capiton matelas
   hemostase rencontre reference controle congelation ebullition fusion rosee saturation inflexion convergence pression
   erb lanz mcburney mac murphy morris valleix sudeck kirby situation presse detail repos equilibre croisement soudure
   colle vente regulation acces eau rotation flexion extension tension jonction purse chassaignac`,
);
/** What opens a sentence though it begins with "de": "point de plus", "point d'autre part". */
const OPENERS = words(
  'plus autre apres emblee ailleurs abord ce facon son sa leur meme fait nombreux nombreuses multiples rares petits petites',
);
const POINT_KINDS = words(
  `douloureux douloureuse sensible sensibles culminant noir noirs lacrymal lacrymaux mort morts isoelectrique focal gachette
   gachettes trigger cardinal cardinaux fixe fixes faible faibles critique commun cles cle separes simples inverses blancs rouges
   lumineux herpetique vesical mousse ureteral appendiculaire epigastrique pancreatique costal sous`,
);
/** Kinds of lines: "à la ligne médiane". */
const LINE_KINDS = words(
  `mediane medianes blanche medio mamelonnaire mammaire axillaire bi para dentee pectinee arquee innominee claire apre scapulaire
   sternale interne externe z m basale isoelectrique germinale articulaire ombilicale mylohyoidienne oblique nucale arcuate
   semilunaire cellulaire directe telephonique verte jaune epiphysaire gingivale intermalleolaire interepineuse bimalleolaire
   interligne posterieure anterieure superieure inferieure laterale de du des d' horizontale verticale spinale osseuse`,
);
const LINE_LEADS = words(
  'rapport parallele paralleles perpendiculaire perpendiculaires quant face relatif relative correspondant correspond grace appartient arrive',
);
const COUNT_LEADS = words(
  `perdu gagne realise realises pose poses mis place places retire retires ajoute ajoutes laisse faire fait prend note
   cote compte totalise obtient reste posons realisons plus moins environ`,
);
/** Ends of a phrase after which "un point" is a value and a stop, not a noun. */
const SECOND_PERSON = words(
  'vous je tu il elle on nous pour de a faut veux voudrais permets vais souhaite puis peut doit sans',
);

/** Whether the phrase at the site is a command or real words; a real noun is never taken for a command. */
export function readingOf(site: Site, phrase: Phrase<Command>): Reading {
  const { value: command } = phrase;
  switch (command.does) {
    case 'mark':
      return readMark(site, phrase, command.mark, command.then !== undefined);
    case 'break':
      return readBreak(site, phrase, command.size);
    case 'open':
    case 'close':
    case 'delete':
    case 'emphasis': {
      const left = leftPart(site.tokens, site.at) ?? '';
      return SECOND_PERSON.has(left) || isNamed(site) ? 'words' : 'command';
    }
    case 'join':
    case 'dash':
    case 'quote':
    case 'capital':
      return isGoverned(site.tokens, site.at) ||
        /^(lettres?|prefixe)$/.test(leftPart(site.tokens, site.at) ?? '')
        ? 'words'
        : 'command';
    default:
      return 'command';
  }
}

const isNamed = ({ tokens, at }: Site): boolean =>
  tokens[at]?.parts[0] !== 'entre' && tokens[at]?.parts[0] !== 'en' && isGoverned(tokens, at);

/** Recognition set the phrase apart by punctuation on both sides. */
const isSetApart = (tokens: readonly Token[], at: number, to: number): boolean =>
  (at === 0 || tokens[at - 1]?.tail !== '' || tokens[at]?.lead !== '') &&
  (to >= tokens.length || tokens[to - 1]?.tail !== '');

function readMark(site: Site, phrase: Phrase<Command>, mark: string, withBreak: boolean): Reading {
  const { tokens, at } = site;
  if (withBreak) return readStopAndLine(site, phrase);
  if (mark === '.') return readStop(site, phrase);
  if (mark === ',') return readComma(site);
  if (mark === ':') return readColon(site, phrase);
  if (
    mark === '…' &&
    rightPart(tokens, phrase.to) !== undefined &&
    leftPart(tokens, at) !== undefined &&
    tokens[at]?.parts[0] === 'point'
  )
    return 'doubtful';
  return isGoverned(tokens, at) ? 'words' : 'command';
}

/** "point à la ligne" is said by nobody but a dictating doctor, save before a kind of line. */
function readStopAndLine({ tokens, at }: Site, { to }: Phrase<Command>): Reading {
  const right = rightPart(tokens, to) ?? '';
  if (/^(pointe|poil)$/.test(tokens[at]?.key ?? '') && !tokens[to - 1]?.key.includes('ligne'))
    return 'words';
  if (isFigureAndStop(tokens, at)) return 'words';
  if (!LINE_KINDS.has(right)) return 'command';
  return isGoverned(tokens, at) ? 'words' : 'doubtful';
}

/** "grade deux point à la ligne", "dilatation à deux points à la ligne": a figure, then the stop. */
function isFigureAndStop(tokens: readonly Token[], at: number): boolean {
  if (!/^(deux|2)$/.test(tokens[at]?.key ?? '')) return false;
  const isOne = tokens[at + 1]?.key === 'point';
  return (
    (isOne && directLabel(tokens, at) !== undefined) ||
    /^(a|de|sur|est|par)$/.test(leftPart(tokens, at) ?? '')
  );
}

function readStop(site: Site, { to }: Phrase<Command>): Reading {
  const { tokens, at } = site;
  const apart = isSetApart(tokens, at, to);
  const plural = tokens[at]?.key !== 'point';
  if (plural && tokens[at]?.key !== 'poins') return readPluralStop(site, to);
  if (followsFigure(site)) return isNounAfter(tokens, to) ? 'words' : 'command';
  if (isGoverned(tokens, at))
    return endsValue(site) && !isNounAfter(tokens, to) ? 'command' : governed(site, apart);
  if (isArchaicNegation(tokens, at)) return 'doubtful';
  if (belongsToNumber(site) && isNounAfter(tokens, to)) return 'words';
  if (isNounAfter(tokens, to)) return 'doubtful';
  return 'command';
}

/** A figure already read as one stands right before: "stade 2 point", "INR 2,1 point". */
const followsFigure = ({ tokens, at, done }: Site): boolean =>
  leftPart(tokens, at) !== undefined && /^(number|unit|date)$/.test(done.at(-1)?.kind ?? '');

const governed = (site: Site, apart: boolean): Reading =>
  apart && leftPart(site.tokens, site.at) === undefined ? 'command' : 'words';

/** "n'a point de fièvre". */
function isArchaicNegation(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - 3), at);
  const cut = before.findLastIndex(({ tail }) => tail !== '');
  const parts = before.slice(cut + 1).flatMap((token) => token.parts);
  const ne = parts.some((part) => part === 'ne' || part === "n'");
  return ne && !parts.some((part) => /^(pas|plus|jamais|ni|que|rien|aucune?)$/.test(part));
}

/** "points" for "point": only at the end of a phrase, where no number counts it. */
function readPluralStop(site: Site, to: number): Reading {
  const { tokens, at } = site;
  const counted = belongsToNumber(site);
  const left = leftPart(tokens, at);
  if (left !== undefined && (isGoverned(tokens, at) || (counted && !endsValue(site))))
    return 'words';
  if (/^(plusieurs|quelques|cinq|trois|quatre|six)$/.test(left ?? '')) return 'words';
  const ends = to >= tokens.length || tokens[to - 1]?.tail !== '';
  if (!ends || isNounAfter(tokens, to)) return 'words';
  return tokens[at - 1] === undefined ? 'words' : 'unsure';
}

const belongsToNumber = ({ tokens, at, done }: Site): boolean => {
  const last = done.at(-1);
  return (
    leftPart(tokens, at) !== undefined &&
    last !== undefined &&
    (last.kind === 'number' ||
      /^(une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+)$/.test(leftPart(tokens, at) ?? ''))
  );
};

/** "grade un point", "Boston à un point": the figure is a value that the stop ends. */
function endsValue({ tokens, at }: Site): boolean {
  const left = leftPart(tokens, at) ?? '';
  if (!/^(une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+)$/.test(left)) return false;
  if (directLabel(tokens, at - 1) !== undefined) return true;
  return leftPart(tokens, at - 1) === 'a' && labelBefore(tokens, at - 1) !== undefined;
}

/** What follows makes "point" a noun: "point de suture", "point douloureux", "point de Lanz". */
function isNounAfter(tokens: readonly Token[], to: number): boolean {
  const [first, second] = partsFrom(tokens, to, 2);
  if (tokens[to - 1]?.tail !== '' || first === undefined) return false;
  if (POINT_KINDS.has(first) || (first === 'par' && second === 'point')) return true;
  if (/^(g|a|b)$/.test(first) && tokens[to]?.tail !== '') return true;
  if (first !== 'de' && first !== "d'" && first !== 'du') return false;
  if (second === undefined) return true;
  return !OPENERS.has(second) && (POINT_OF.has(second) || first !== 'du');
}

const COMMA_LEADS = words(
  "la une cette sa en de d' chaque les des ces petite petites deux trois grosse",
);

function readComma({ tokens, at }: Site): Reading {
  const left = leftPart(tokens, at);
  if ((tokens[at]?.parts.length ?? 0) > 1) return 'words';
  if (left === undefined || !COMMA_LEADS.has(left)) return 'command';
  if (left === 'deux' || left === 'trois') return 'command';
  if (left === 'de' && directLabel(tokens, at - 1) !== undefined) return 'unsure';
  return 'words';
}

function readColon(site: Site, { to }: Phrase<Command>): Reading {
  const { tokens, at } = site;
  const heading = site.done.at(-1)?.kind === 'section';
  const said = tokens[at]?.parts[0] ?? '';
  const whole = /points$/.test(tokens[to - 1]?.key ?? '');
  if (heading) return said === 'de' || !whole ? 'unsure' : 'command';
  if (said === 'de' || (!whole && !opensLine(site))) return 'words';
  const left = leftPart(tokens, at);
  if (left !== undefined && isGoverned(tokens, at)) return 'words';
  if (directLabel(tokens, at) !== undefined) return 'words';
  if (labelBefore(tokens, at) !== undefined && left === 'a') return 'words';
  if (isNounAfter(tokens, to) || /^(sur|en|par)$/.test(rightPart(tokens, to) ?? ''))
    return 'doubtful';
  if (left !== undefined && COUNT_LEADS.has(left)) return 'doubtful';
  if (agreesWithPoints(tokens, to)) return 'doubtful';
  return whole ? 'command' : 'unsure';
}

/** "deux points ulcérés": a masculine plural participle or adjective may belong to the points. */
const agreesWithPoints = (tokens: readonly Token[], to: number): boolean =>
  rightPart(tokens, to) !== undefined && /(?:és|ifs|(?<!^[dc])eux)$/.test(tokens[to]?.core ?? '');

/** At most four words since the line or sentence began: what a colon would close. */
function opensLine({ tokens, at, done }: Site): boolean {
  const start = done.findLastIndex(
    (match) =>
      match.breakAfter !== undefined || (match.kind === 'punctuation' && /[.?!]/.test(match.mark)),
  );
  const from = start === -1 ? 0 : (done[start]?.to ?? 0);
  const words = tokens.slice(from, at);
  return words.length <= 4 && words.slice(0, -1).every(({ tail }) => !/[.?!]/.test(tail));
}

function readBreak(site: Site, { to }: Phrase<Command>, size: string): Reading {
  const { tokens, at, done } = site;
  const left = leftPart(tokens, at);
  const right = rightPart(tokens, to) ?? '';
  const first = tokens[at]?.parts[0] ?? '';
  if (first.endsWith("'") || (left !== undefined && LINE_LEADS.has(left))) return 'words';
  if (size === 'paragraph' || first !== 'a') {
    const noun = /^(de|d'|therapeutique|metastatique|chirurgicale|du|veineuse)$/.test(right);
    return isGoverned(tokens, at) || noun ? 'words' : 'command';
  }
  if (!LINE_KINDS.has(right)) return 'command';
  const last = done.at(-1);
  const afterMark = last?.kind === 'punctuation' || tokens[at - 1]?.tail !== '';
  return afterMark && at > 0 && !/^d/.test(right) ? 'doubtful' : 'words';
}
