import { CLOSED, DETERMINERS } from './grammar';
import type { Body, Emphasis, Gap, Piece } from './piece';
import type { Settings } from './settings';
import type { Match } from './site';
import type { Standing } from './standing';
import type { Token } from './token';
import { capitalised, spacedLead, spacedTail, uncapitalised } from './typography';

interface Page {
  readonly settings: Settings;
  readonly standing: Standing;
}

/** What the text before a match leaves for it. */
interface Pen {
  readonly sentenceStart: boolean;
  /** Recognition wrote a full stop here that the dictation has not. */
  readonly stoppedFalsely: boolean;
  readonly emphasis: Emphasis | undefined;
  readonly shape: Match['shapes'];
  readonly afterTitle: boolean;
}

/** Eponyms and proper names that keep their capital in the middle of a sentence. */
const PROPER =
  /^(glasgow|holter|doppler|boston|apgar|horton|crohn|parkinson|alzheimer|babinski|lasegue|murphy|mcburney|romberg|charcot|raynaud|hodgkin|barrett|biermer|cushing|basedow|hashimoto|turner|down|addison|conn|wolff|mobitz|brugada|fallot|marfan|ehlers|waterlow|norton|braden|gleason|breslow|clark|wood|redon|seldinger|pfannenstiel|kocher|douglas|morton|dupuytren|colles|pouteau|bennett|schatzker|garden|weber|gustilo|paris|lyon|covid|france)$/;

/** Matches as pieces: spaces, capitals, and the punctuation of recognition kept, spaced or absorbed. */
export function layOut(matches: readonly Match[], tokens: readonly Token[], page: Page): Piece[] {
  let pen: Pen = {
    sentenceStart: page.standing.sentenceStart,
    stoppedFalsely: false,
    emphasis: page.standing.emphasis,
    shape: undefined,
    afterTitle: false,
  };
  return matches.map((match, index) => {
    const own = tokens.slice(match.from, match.to);
    const next = nextShown(matches, index);
    const piece = write(match, own, { pen, next, page, following: tokens[match.to] });
    pen = penAfter(pen, match, own, piece);
    return piece;
  });
}

/** The next match that is part of the text. */
function nextShown(matches: readonly Match[], index: number): Match | undefined {
  for (let at = index + 1; at < matches.length; at++)
    if (matches[at]?.struck !== true) return matches[at];
  return undefined;
}

interface Context {
  readonly pen: Pen;
  readonly next: Match | undefined;
  readonly page: Page;
  readonly following: Token | undefined;
}

function write(match: Match, own: readonly Token[], context: Context): Piece {
  const { pen, next } = context;
  const lead = isMark(match) || own[0] === undefined ? '' : spacedLead(own[0].lead);
  const tail =
    match.written === '' && match.kind !== 'word' ? '' : keptTail(match, own.at(-1), next);
  const cased = match.struck === true ? match.written : withCase(match, own, context);
  const all =
    next?.shapes === 'capitals-previous' ||
    pen.emphasis === 'capitals' ||
    pen.shape === 'capitals-next';
  const text = lead + (all && !isMark(match) ? cased.toUpperCase() : cased) + spacedTail(tail);
  const heard = own.map((token) => token.heard);
  const emphasis = pen.emphasis === 'capitals' ? undefined : pen.emphasis;
  const asSaid = heard.map((word) => word.text).join(' ');
  return {
    ...bodyOf(match, text !== asSaid),
    heard,
    written: text,
    certainty: match.certainty ?? 1,
    before: gapBefore(match, own, text),
    after: match.after ?? gapAfter(own.at(-1)),
    ...(match.breakBefore && { breakBefore: match.breakBefore }),
    ...(match.breakAfter && { breakAfter: match.breakAfter }),
    ...(match.struck && { struck: true as const }),
    ...(emphasis && { emphasis }),
    doubts: match.doubts ?? [],
  };
}

/** Recognition's own opening signs hold on to what follows. */
function gapAfter(last: Token | undefined): Gap {
  const sign = last?.core.at(-1);
  if (sign === '«') return 'nobreak';
  return sign === '(' || sign === '[' ? 'none' : 'space';
}

const isMark = (match: Match | undefined): boolean => match?.kind === 'punctuation';

/** A piece's own fields; a word written otherwise than heard is typography. */
function bodyOf(match: Match, changed: boolean): Body {
  switch (match.kind) {
    case 'word':
      return { kind: changed ? 'typography' : 'word' };
    case 'typography':
    case 'correction':
      return { kind: match.kind };
    case 'punctuation':
      return { kind: 'punctuation', mark: match.mark };
    case 'command':
      return { kind: 'command', action: match.action };
    case 'number':
      return { kind: 'number', values: match.values };
    case 'unit':
      return { kind: 'unit', values: match.values, unit: match.unit };
    case 'date':
      return { kind: 'date', ...(match.iso !== undefined && { iso: match.iso }) };
    case 'abbreviation':
      return { kind: 'abbreviation', short: match.short, long: match.long };
    case 'section':
      return { kind: 'section', section: match.section };
    case 'note':
      return { kind: 'note', note: match.note, about: match.about };
  }
}

/** Punctuation that recognition put after the match, unless a spoken mark says it better. */
function keptTail(match: Match, last: Token | undefined, next: Match | undefined): string {
  if (last === undefined || match.struck === true) return '';
  const { tail } = last;
  // A text of the practice has its own full stop.
  if (match.kind === 'command' && /\n|[.?!…]$/.test(match.written)) return '';
  if (match.kind === 'punctuation') return /^[)»\]]$/.test(match.mark) && isFree(next) ? tail : '';
  if (next?.kind === 'punctuation') {
    if (/^[([«]$/.test(next.mark)) return tail.replace(/[,;]/g, '');
    return tail.replace(/[.,;:!?…]+/g, '');
  }
  return tail;
}

const isFree = (next: Match | undefined): boolean =>
  next !== undefined && next.kind !== 'punctuation' && next.breakAfter === undefined;

function gapBefore(match: Match, own: readonly Token[], text: string): Gap {
  if (match.before !== undefined) return match.before;
  if (text === '') return 'none';
  const token = own[0];
  if (token === undefined || match.kind !== 'word') return 'space';
  if (/^[\u00a0\u202f]/.test(text) || /^[.,)\]…]+$/.test(text)) return 'none';
  if (/^(%|°C)$/.test(token.core)) return 'narrow';
  return 'space';
}

function withCase(match: Match, own: readonly Token[], { pen, page, following }: Context): string {
  const { written } = match;
  if (isMark(match) || written === '') return written;
  if (written === 'A' && own[0]?.core === 'A' && following !== undefined && leads(following))
    return pen.sentenceStart ? 'À' : 'à';
  if (pen.shape === 'capital-next' || pen.sentenceStart)
    return isCoded(written) ? written : capitalised(written);
  if (pen.afterTitle && match.kind === 'word' && isName(own[0])) return capitalised(written);
  if (pen.stoppedFalsely && match.kind !== 'command' && takesNoCapital(own[0], page.settings))
    return uncapitalised(written);
  return written;
}

/** "A l'examen", "A droite": the preposition, which recognition leaves without its accent. */
const leads = (token: Token): boolean =>
  DETERMINERS.has(token.parts[0] ?? '') ||
  /^(noter|jeun|droite|gauche|distance|partir|titre|savoir|type)$/.test(token.key);

/** "pH", "mL", "cTNM" begin small on purpose. */
const isCoded = (text: string): boolean => /^\p{Ll}{1,2}\p{Lu}/u.test(text);

function takesNoCapital(token: Token | undefined, { options }: Settings): boolean {
  if (token === undefined) return false;
  const first = token.parts[0] ?? '';
  if (CLOSED.has(first)) return true;
  return options.isCommonWord?.(token.key) ?? !PROPER.test(first);
}

const TITLES = /^(monsieur|madame|mademoiselle|docteur|professeur|dr|pr|mme|mlle|m\.|mr)$/;
const NOT_NAMES =
  /^(vue?|nee?|agee?|vient|presente|traitant|chirurgien|consulte|confrere|patiente?|bonjour|hospitalisee?)$|ée?s?$/;

const isName = (token: Token | undefined): boolean =>
  token !== undefined && !CLOSED.has(token.parts[0] ?? '') && !NOT_NAMES.test(token.core);

function isTitle(match: Match, own: readonly Token[], following: boolean): boolean {
  return match.kind !== 'note' && own.length === 1 && following && TITLES.test(own[0]?.key ?? '');
}

function penAfter(pen: Pen, match: Match, own: readonly Token[], piece: Piece): Pen {
  const turned =
    match.turns === undefined ? pen.emphasis : match.turns.on ? match.turns.style : undefined;
  if (match.struck === true || match.kind === 'note')
    return { ...pen, emphasis: turned, sentenceStart: pen.sentenceStart || match.kind === 'note' };
  const tail = own.at(-1)?.tail ?? '';
  if (piece.written === '' && match.breakAfter === undefined)
    return { ...pen, emphasis: turned, shape: match.shapes, stoppedFalsely: /[.?!]/.test(tail) };
  const stops = /[.?!]$/.test(piece.written) && !/^(M|MM|cf|ex|p|art|fig)\.$/.test(piece.written);
  const opens = /^[(«[]$/.test(piece.written) && pen.sentenceStart;
  const sentenceStart = match.breakAfter !== undefined || stops || opens;
  return {
    sentenceStart,
    stoppedFalsely: !sentenceStart && /[.?!]/.test(tail),
    emphasis: turned,
    shape: match.shapes === 'capitals-previous' ? undefined : match.shapes,
    afterTitle: isTitle(match, own, tail === ''),
  };
}
