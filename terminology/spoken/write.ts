import type { Segment } from '../word';
import { abbreviation, dangerIn } from './abbreviations';
import { aside } from './asides';
import { calendar } from './calendar';
import { isNumberWord } from './cardinal';
import { clock } from './clock';
import { code } from './codes';
import { spokenCommand } from './command-rule';
import type { Pair } from './command';
import { cue, resolveCorrections, resolveDeletions } from './corrections';
import { identifier } from './identifiers';
import { layOut } from './layout';
import { ownCommand } from './own-commands';
import { withPauses } from './pauses';
import type { Emphasis, Piece } from './piece';
import { outline } from './outline';
import { plainWord } from './plain-word';
import { quantity } from './quantity';
import { misheardColon, section } from './sections';
import { score } from './scores';
import { withSentences } from './sentences';
import { settle, type Settings, type SpokenOptions } from './settings';
import { signed } from './signed';
import type { Match, Rule, Site } from './site';
import { specialQuantity } from './special-quantities';
import { spelling } from './spelling';
import { NOTHING_BEFORE, turnPair, type Standing } from './standing';
import { endsSentence, tokenise, type Token } from './token';

/** In order of precedence: the first rule that knows the words takes them. */
const COMMAND_RULES: readonly Rule[] = [
  ownCommand,
  misheardColon,
  spokenCommand,
  aside,
  cue,
  spelling,
  outline,
];
const NUMBER_RULES: readonly Rule[] = [
  calendar,
  clock,
  score,
  code,
  identifier,
  specialQuantity,
  quantity,
  abbreviation,
];
const WORD_RULES: readonly Rule[] = [calendar, code, signed, section, abbreviation];
const WITH_NUMBER = [...COMMAND_RULES, ...NUMBER_RULES];
const WITHOUT_NUMBER = [...COMMAND_RULES, ...WORD_RULES];

const startsNumber = ({ parts }: Token): boolean =>
  parts.some((part) => isNumberWord(part) || /\d|i[eè]mes?$/.test(part));

/** Written French from a transcript: pieces in order, whose heard words together are the transcript. Never throws. */
export function writeSpoken(segments: readonly Segment[], options: SpokenOptions = {}): Piece[] {
  return writeAfter(NOTHING_BEFORE, segments, settle(options));
}

/** Writes what follows an already written text, whose state at its end is `standing`. */
export function writeAfter(
  standing: Standing,
  segments: readonly Segment[],
  settings: Settings,
): Piece[] {
  const tokens = tokenise(segments.flatMap(({ words }) => words));
  const read = scan(tokens, settings, standing);
  const resolved = resolveDeletions(resolveCorrections(read, tokens));
  const sentences = withSentences(resolved, tokens, standing);
  const paused = withPauses(sentences, tokens, { segments, settings, standing });
  return layOut(paused, tokens, { settings, standing });
}

function scan(tokens: readonly Token[], settings: Settings, standing: Standing): Match[] {
  const done: Match[] = [];
  const open = new Set<Pair>(standing.open);
  const introduced = new Set(standing.introduced);
  let emphasis: Emphasis | undefined = standing.emphasis;
  for (let at = 0; at < tokens.length;) {
    const starts = startsAt(tokens, at, done, standing);
    const site: Site = { tokens, at, settings, done, open, introduced, emphasis, ...starts };
    const match = readAt(site);
    giveWay(done, match);
    done.push(match);
    if (match.kind === 'punctuation') turnPair(open, match.mark);
    if (match.kind === 'abbreviation' && match.written.includes('(')) introduced.add(match.short);
    if (match.turns !== undefined) emphasis = match.turns.on ? match.turns.style : undefined;
    at = match.to;
  }
  return done;
}

function readAt(site: Site): Match {
  const { tokens, at } = site;
  const token = tokens[at];
  if (token === undefined) throw new Error('a rule went past the last word');
  if (token.parts.length === 0) return plainWord(token, at);
  for (const rule of startsNumber(token) ? WITH_NUMBER : WITHOUT_NUMBER) {
    const found = rule(site);
    if (found !== undefined && found.to > at) return { ...found, from: at };
  }
  const danger = dangerIn(site);
  return plainWord(token, at, danger === undefined ? [] : [danger]);
}

/** The name heard before its spelling is struck. */
function giveWay(done: Match[], match: Match): void {
  for (let back = 0; back < (match.replaces ?? 0); back++) {
    const index = done.length - 1 - back;
    const old = done[index];
    if (old !== undefined) done[index] = { ...old, struck: true };
  }
}

function startsAt(
  tokens: readonly Token[],
  at: number,
  done: readonly Match[],
  standing: Standing,
): { lineStart: boolean; sentenceStart: boolean } {
  const last = done.at(-1);
  if (last === undefined) return standing;
  if (last.kind === 'note') return { lineStart: done.length === 1, sentenceStart: true };
  const lineStart = last.breakAfter !== undefined;
  const stopped = last.kind === 'punctuation' && /[.?!]/.test(last.mark);
  const token = tokens[at - 1];
  const ended = last.kind !== 'punctuation' && token !== undefined && endsSentence(token);
  return { lineStart, sentenceStart: lineStart || stopped || ended };
}
