import { fold } from '../lexicon/fold';
import { isContentToken } from './conservation/report-index';
import { sideOf } from './conservation/sides';
import type { Placed } from './outline';
import { protectedTokens } from './protection';
import type { ReadToken, Sentence } from './reading';
import { stanceOf } from './stance';

/** A sentence made shorter by leaving words out, nothing else. */
export interface Cut {
  readonly text: string;
  readonly words: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Openings that say nothing of the patient; each ends where the matter begins. */
const OPENINGS: readonly RegExp[] = [
  /^(?:par ailleurs|de plus|en outre|enfin|ainsi|cependant|toutefois|neanmoins|mais|et|or|donc|puis|alors|ensuite|aussi|egalement|en effet|d'autre part|d'une part|par la suite|de meme|dans ce contexte|au total|en conclusion|en resume|en synthese|au final|finalement|a noter|a signaler|au demeurant|par contre|en revanche|actuellement|concernant ce patient)(?:,\s*|\s+)/,
  // A level of a scan is a title: what follows names its own organ.
  /^a l'etage (?:thoracique|abdominal|pelvien|cervical|abdomino-pelvien|sus-mesocolique|sous-mesocolique|sus-tentoriel|sous-tentoriel)\s*[,:]\s*/,
  /^(?:je (?:vous |te )?remercie de m'avoir adresse|merci de m'avoir (?:adresse|confie)|j'ai bien vu|j'ai vu ce jour en consultation|j'ai vu en consultation|je vois ce jour en consultation|je vois en consultation|je vois ce jour|je revois ce jour en consultation|je revois en consultation|je revois|je vois|nous rapportons l'observation (?:de|d'(?=une?\b))|nous rapportons le cas (?:de|d'(?=une?\b))|il s'agi(?:t|ssait) (?:de(?= )|d'(?=une?\b)))\s*/,
  /^on (?:note|notait|retrouve|retrouvait|constate|observe|trouve)(?: egalement| aussi| par ailleurs)? (?=une?\b|des\b|l'|la\b|le\b|les\b)/,
];

/** Verbs whose subject can only be the patient: "Elle fume dix cigarettes par jour". */
const OF_PATIENT =
  /^(?:il|elle) (?=(?:n'|ne )?(?:a|avait|presente|presentait|fume|fumait|prend|prenait|rapporte|rapportait|decrit|decrivait|beneficie|beneficiait|recoit|recevait|signale|signalait|souffre|souffrait|consulte|consultait|est (?:suivi|connu|traite|hospitalis|adress|admis|ag|porteu|asthmatique|diabetique|hypertendu|apyretique|venu)|etait (?:suivi|connu|traite|hospitalis|adress|admis|porteu|sous|venu)|vit|travaille|pese|mesurait))/;
const COMPLAINS =
  /^(?:il|elle|le patient|la patiente) se plai(?:nt|gnait)(?: egalement| aussi)? (?:de (?=\w)|d'(?=une?\b))/;
const TO_HIM = /^je (lui )(?=\w)/;

/** A line that starts so hangs on a sentence the reader does not see. */
const HANGING =
  /^(?:(?:il|elle|ils|elles|ce|c'|cet|cette|ces|celui|celle|ceux|celles|cela|ceci|et|mais|ou|or|donc|car|ni|que|qu'|qui|dont|puis|ainsi|lui|leur|leurs|se|s'|y|alors|aussi|puisque|lorsque|parce|laquelle|lequel|lesquels|lesquelles|tandis|quoique|sinon)(?![\p{L}-])|(?:celui|celle|ceux|celles)-ci|en (?=a |est |avait ))/u;

const WORDS = /[\p{L}\p{N}]/u;

/** Leaves out the spans, and the space that would stay double or hang before a sign. */
function without(text: string, spans: readonly Span[]): string {
  let kept = '';
  let at = 0;
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    if (from < at) continue;
    kept += text.slice(at, from);
    at = to;
    if (/(?:^|\s)$/.test(kept)) while (/\s/.test(text[at] ?? '')) at += 1;
    if (/^[.,;:!?)]/.test(text.slice(at))) kept = kept.trimEnd();
  }
  return (kept + text.slice(at)).trim();
}

/** "Elle se plaint d'une toux et d'une dyspnée": without its verb the second "d'" goes as well. */
function complaint(rest: string, folded: string): Span[] {
  const match = COMPLAINS.exec(folded);
  if (!match) return [];
  const more = [...folded.matchAll(/(?:,| et) (d')(?=une?\b)/g)].map((other) => {
    const from = other.index + other[0].length - 2;
    return { from, to: from + 2 };
  });
  return rest.includes('œ') ? [] : [{ from: 0, to: match[0].length }, ...more];
}

/** How much of the start can go; folding keeps lengths but for ligatures, which no opening has. */
function openingEnd(text: string): number {
  let at = 0;
  for (let changed = true; changed;) {
    const rest = fold(text.slice(at));
    const length = OPENINGS.map((opening) => opening.exec(rest)?.[0].length ?? 0).find(
      (found) => found > 0,
    );
    changed = length !== undefined;
    at += length ?? 0;
  }
  return at;
}

const OBJECT = /^(?:une?|des|le|la|l'|les|du|de|d')$/;

/** Brackets, and asides between commas that open with a relative, without any fact in them. */
function asides(sentence: Sentence, from: number): Span[] {
  const { tokens } = sentence;
  if (!tokens.some(({ text }) => text === '(' || text === ',')) return [];
  const facts = protectedTokens(sentence);
  const spans: Span[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const opens = tokens[at]?.text;
    const isBracket = opens === '(';
    const isRelative =
      opens === ',' &&
      /^(?:qui|dont|comme|selon|lequel|laquelle|bien)$/.test(tokens[at + 1]?.key ?? '');
    if (!isBracket && !isRelative) continue;
    const end = tokens.findIndex(
      ({ text }, index) => index > at && (isBracket ? text === ')' : /^[,.;]$/.test(text)),
    );
    const last = tokens[end];
    const first = tokens[at];
    if (last === undefined || first === undefined || first.from < from) continue;
    if (facts.slice(at, end).some(Boolean)) continue;
    // "qui présente depuis un mois, un ictère": the comma ends no aside, its verb goes on.
    const goesOn = last.text === ',' && OBJECT.test(tokens[end + 1]?.key ?? '');
    if (isRelative && goesOn) continue;
    // The comma that closes an aside stays only where it ended more than the aside.
    const closes = isBracket || last.text === ',' ? last.to : last.from;
    spans.push({ from: first.from - sentence.from, to: closes - sentence.from });
  }
  return spans;
}

/**
 * The line of a sentence: title, greetings, hanging connectives, subjects that are the patient, asides without a fact left
 * out. Undefined where what is left would hang on another sentence.
 */
export function compress({ sentence, title, opensWithTitle }: Placed): Cut | undefined {
  const { text } = sentence;
  const titled =
    opensWithTitle && title?.isPlain === true ? Math.max(0, title.length - sentence.from) : 0;
  const space = /^\s*/.exec(text.slice(titled))?.[0].length ?? 0;
  const begin = titled + space;
  const rest = text.slice(begin);
  const opening = openingEnd(rest);
  const matter = rest.slice(opening);
  const folded = fold(matter);
  const subject = OF_PATIENT.exec(folded)?.[0].length ?? 0;
  const him = TO_HIM.exec(folded);
  const start = begin + opening;
  const spans = [
    { from: 0, to: start + subject },
    ...complaint(matter, folded).map(({ from, to }) => ({ from: from + start, to: to + start })),
    ...(him ? [{ from: start + 3, to: start + him[0].length }] : []),
    ...asides(sentence, sentence.from + start),
  ].filter(({ from, to }) => to > from);
  const kept = without(text, merged(spans));
  if (!WORDS.test(kept) || HANGING.test(fold(kept))) return undefined;
  return { text: kept, words: (kept.match(/[\p{L}\p{N}]+/gu) ?? []).length };
}

/** Clauses that lean on what stands before: a side, a doubt or a measure of it must not stay behind. */
const LEANS =
  /^(?:,\s*)?(?:suspect|evoqu|evocat|compatible|probable|possible|a droite|a gauche|droite?s?\b|gauches?\b|bilateral|mesur|etendu|soit\b|a confirmer|en faveur|non\b|qui\b|dont\b|ou\b|et\b|de\b|d'|des\b|du\b|ni\b|a\b|au\b|sur\b|dans\b|par\b|pour\b|puis\b|negati|positi|absen|\d)/;
const SHORTEST_HEAD = 5;

/** A clause that has a number, a side or a doubt has the noun it belongs to before it. */
function standsAlone(sentence: Sentence, clause: number): boolean {
  const { tokens, stance, quantities } = sentence;
  const words = tokens.flatMap((token, at) => (token.clause === clause ? [at] : []));
  const firstNoun = words.find(
    (at) => isContentToken(tokens[at] as ReadToken) && !sideOf(tokens[at] as ReadToken),
  );
  if (firstNoun === undefined) return false;
  return words.every((at) => {
    const carries =
      sideOf(tokens[at] as ReadToken) !== undefined || quantities.some(({ token }) => token === at);
    return !(carries || stance.supposed[at] === true) || at > firstNoun;
  });
}

/** The sentence up to a comma, where nothing behind it turns what stands before. */
function headOf(placed: Placed, end: number): Placed | undefined {
  const { sentence } = placed;
  const tokens = sentence.tokens.slice(0, end);
  const to = tokens.at(-1)?.to ?? sentence.from;
  const rest = fold(sentence.text.slice(to - sentence.from));
  if (LEANS.test(rest) || tokens.filter(({ kind }) => kind === 'word').length < SHORTEST_HEAD)
    return undefined;
  const clauses = new Set(sentence.tokens.slice(end + 1).map(({ clause }) => clause));
  if ([...clauses].some((clause) => !standsAlone(sentence, clause))) return undefined;
  const stance = stanceOf(tokens);
  const isSame = tokens.every(
    (_, at) =>
      stance.negated[at] === sentence.stance.negated[at] &&
      stance.supposed[at] === sentence.stance.supposed[at] &&
      stance.family[at] === sentence.stance.family[at],
  );
  if (!isSame) return undefined;
  const isInside = (span: Span): boolean => span.to <= to;
  if (!sentence.terms.some(isInside)) return undefined;
  return {
    ...placed,
    sentence: {
      ...sentence,
      to,
      text: sentence.text.slice(0, to - sentence.from),
      tokens,
      wordCount: tokens.filter(({ kind }) => kind !== 'sign').length,
      terms: sentence.terms.filter(isInside),
      quantities: sentence.quantities.filter(isInside),
      stance,
    },
  };
}

/** Beyond so many words a finding is told by its head alone where there is no room for all of it. */
const LONG = 14;

/**
 * A sentence, and its beginnings that may stand for it. Only what was found is shortened so: half a list of drugs, of
 * antecedents or of conclusions would deceive.
 */
export function headsOf(placed: Placed): Placed[] {
  const { sentence, heading } = placed;
  if (sentence.wordCount < LONG || heading !== 'findings') return [placed];
  if (sentence.tokens.some(({ text }) => text === '(' || text === '«')) return [placed];
  const heads = sentence.tokens.flatMap(({ text }, at) => {
    const head = text === ',' ? headOf(placed, at) : undefined;
    return head ? [head] : [];
  });
  return [placed, ...heads];
}

/** Spans that touch become one, so that no letter is counted twice. */
function merged(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && span.from <= last.to)
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else joined.push(span);
  }
  return joined;
}
