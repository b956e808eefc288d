import { MONTHS } from '../months';
import { CLOSED, words } from './grammar';
import type { Doubt } from './piece';
import { phrases } from './phrases';
import type { Match, Rule } from './site';
import { plainWord } from './plain-word';
import type { Token } from './token';

type Strength = 'strong' | 'weak' | 'restart';

const cues = (strength: Strength, list: readonly string[]): (readonly [string, Strength])[] =>
  list.map((cue) => [cue, strength] as const);

/** What a speaker says when taking words back. Weak cues need the same kind of word on both sides. */
const CUES = phrases<Strength>([
  ...cues('strong', [
    'non pardon',
    'pardon non',
    'euh non',
    'heu non',
    'ah non',
    'oh non',
    'non non',
    'enfin non',
    'non enfin',
    'non excusez moi',
    'non je me trompe',
    'euh non pardon',
    'ah non pardon',
    'euh pardon',
    'je me trompe',
    'je me suis trompe',
    'je me suis trompee',
    'je corrige',
    'non je corrige',
    'je rectifie',
    'rectification',
    'erratum',
    'excusez moi',
    'pardon excusez moi',
    'excusez moi non',
    'non en fait',
    'ou plutot non',
    'non plutot',
    'non c est',
    "non c'est",
    'je voulais dire',
    'je veux dire',
    'pardon je voulais dire',
    'pardon je corrige',
    'correction je reprends',
    'pardon',
    'pardonnez moi',
    'autant pour moi',
    'au temps pour moi',
    'non je reprends',
    'pardon je reprends',
    'non je voulais dire',
    'euh je corrige',
    'non attendez',
    'attendez non',
    'non rectification',
    'non correction',
    "j'ai dit une betise",
  ]),
  ...cues('weak', ['non', 'ou plutot', 'enfin plutot', 'correction', 'euh', 'heu']),
  ...cues('restart', ['je reprends', 'je recommence', 'je repete']),
]);

/** Words of one class replace each other; the class is what a repair is recognised by. */
const CLASSES: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['side', words('droit droite droits droites gauche gauches bilateral bilaterale')],
  [
    'place',
    words(`anterieur anterieure posterieur posterieure superieur superieure inferieur inferieure medial mediale lateral
    laterale interne externe proximal proximale distal distale ventral ventrale dorsal dorsale haut bas`),
  ],
  [
    'polarity',
    words(
      'avec sans positif positive positifs positives negatif negative negatifs negatives present absent presente absente',
    ),
  ],
  ['month', new Set(MONTHS)],
  ['weekday', words('lundi mardi mercredi jeudi vendredi samedi dimanche')],
  ['moment', words('matin midi soir')],
];

/** The words of a possible self-correction; what they mean is decided when both sides are known. */
export const cue: Rule = ({ tokens, at }) => {
  const found = CUES.at(tokens, at);
  return found === undefined ? undefined : { kind: 'correction', written: '', to: found.to };
};

/** One item of speech to compare: its class, or its own letters. */
function classOf(match: Match, tokens: readonly Token[]): string {
  if (match.kind === 'number' || match.kind === 'unit') return 'quantity';
  if (match.kind === 'date') return 'date';
  const key = tokens
    .slice(match.from, match.to)
    .map((token) => token.key)
    .join(' ');
  const known = CLASSES.find(([, members]) => members.has(key.replace(/^[a-z]+' /, '')));
  if (known !== undefined) return known[0];
  const last = key.split(' ').at(-1) ?? '';
  if (/^(une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)$/.test(key)) return 'quantity';
  return CLOSED.has(last) || CLOSED.has(key) ? `=${key}` : 'word';
}

const keyOf = (match: Match, tokens: readonly Token[]): string =>
  tokens
    .slice(match.from, match.to)
    .map(({ key }) => key)
    .join(' ');

const REACH = 16;

const isBoundary = (match: Match): boolean =>
  match.breakAfter !== undefined ||
  match.kind === 'note' ||
  (match.kind === 'punctuation' && /[.:?!]/.test(match.mark)) ||
  match.kind === 'command';

/** The matches around a cue, nearest sentence only. */
interface Sides {
  readonly before: readonly Match[];
  readonly after: readonly Match[];
}

function sidesOf(
  done: readonly Match[],
  coming: readonly Match[],
  tokens: readonly Token[],
): Sides {
  const ends = (match: Match): boolean => /[.?!]/.test(tokens[match.to - 1]?.tail ?? '');
  const start = done.findLastIndex(
    (match, index) =>
      isBoundary(match) || match.struck === true || (index < done.length - 1 && ends(match)),
  );
  const stop = coming.findIndex((match) => isBoundary(match) || match.kind === 'correction');
  const after = stop === -1 ? coming : coming.slice(0, stop);
  const end = after.findIndex(ends);
  return {
    before: done.slice(Math.max(start + 1, done.length - REACH)),
    after: end === -1 ? after : after.slice(0, end + 1),
  };
}

/** How many matches before the cue are taken back; 0 when nothing shows it. */
function takenBack(sides: Sides, tokens: readonly Token[], strength: Strength): number {
  const { before, after } = sides;
  const first = after[0];
  if (first === undefined || before.length === 0) return 0;
  const restart = restartAt(sides, tokens, strength);
  if (restart > 0 || strength === 'restart') return restart;
  const kind = classOf(first, tokens);
  const known = kind !== 'word' && !kind.startsWith('=');
  if (known) {
    const reach = strength === 'strong' ? 6 : 2;
    const near = before.slice(-reach).findLastIndex((match) => classOf(match, tokens) === kind);
    if (near !== -1) return before.slice(-reach).length - near;
  }
  return strength === 'strong' ? sameShape(sides, tokens) : weakShape(sides, tokens);
}

/** The speaker starts a phrase again: "le lobe droit mesure quatorze, non pardon, le lobe gauche". */
function restartAt({ before, after }: Sides, tokens: readonly Token[], strength: Strength): number {
  for (let index = before.length - 1; index >= 0; index--) {
    let equal = 0;
    let content = 0;
    while (equal < after.length && index + equal < before.length) {
      const [left, right] = [before[index + equal], after[equal]];
      if (left === undefined || right === undefined || keyOf(left, tokens) !== keyOf(right, tokens))
        break;
      if (classOf(left, tokens) === 'word') content++;
      equal++;
    }
    const enough =
      strength === 'strong'
        ? content >= 1 && equal >= (before.length - index <= 5 ? 1 : 2)
        : equal >= 2 && content >= 1;
    const classed = equal >= 1 && equalClass(before[index + equal], after[equal], tokens);
    const near = before.length - index <= (strength === 'weak' ? 3 : 6);
    if (enough || (classed && near)) return before.length - index;
  }
  return 0;
}

function equalClass(
  left: Match | undefined,
  right: Match | undefined,
  tokens: readonly Token[],
): boolean {
  if (left === undefined || right === undefined) return false;
  const kind = classOf(left, tokens);
  return kind !== 'word' && !kind.startsWith('=') && kind === classOf(right, tokens);
}

/** "ramipril cinq milligrammes, pardon, périndopril quatre milligrammes": the same sequence of classes. */
function sameShape({ before, after }: Sides, tokens: readonly Token[]): number {
  for (let length = Math.min(4, before.length, after.length); length >= 1; length--) {
    const [left, right] = [before.slice(-length), after.slice(0, length)];
    const same = left.every((match, index) => {
      const other = right[index];
      return other !== undefined && classOf(match, tokens) === classOf(other, tokens);
    });
    if (same && left.some((match) => !classOf(match, tokens).startsWith('='))) return length;
  }
  return 0;
}

/** A weak cue between two words of one class: "droit non gauche". */
function weakShape({ before, after }: Sides, tokens: readonly Token[]): number {
  return equalClass(before.at(-1), after[0], tokens) ? 1 : 0;
}

function doubtOf(struck: readonly Match[], tokens: readonly Token[], cueText: string): Doubt {
  const side = struck.some((match) => classOf(match, tokens) === 'side');
  const said = struck
    .flatMap((match) => tokens.slice(match.from, match.to))
    .map(({ heard }) => heard.text);
  const message =
    said.length === 0
      ? `Correction dite (« ${cueText} ») : ce qui est repris n’est pas sûr.`
      : `Correction dite : « ${said.join(' ')} » est barré.`;
  return { rule: 'self-correction', risk: side ? 4 : 3, message };
}

/** "et non à gauche", "mais non": a contrast that the report wants. */
const CONTRAST = /^(et|mais|ou|puis|que|est|dit|si|soit)$/;

const isContrast = (match: Match, tokens: readonly Token[]): boolean =>
  CONTRAST.test(tokens[match.from - 1]?.key ?? '');

/** Strikes what the speaker took back; cues that take nothing back are words again, with a doubt where they are plain. */
export function resolveCorrections(matches: readonly Match[], tokens: readonly Token[]): Match[] {
  if (!matches.some(({ kind }) => kind === 'correction')) return [...matches];
  const result: Match[] = [];
  matches.forEach((match, at) => {
    if (match.kind !== 'correction') {
      result.push(match);
      return;
    }
    const strength = CUES.at(tokens, match.from)?.value ?? 'weak';
    const sides = sidesOf(result, matches.slice(at + 1, at + 1 + REACH), tokens);
    const count =
      strength !== 'strong' && isContrast(match, tokens) ? 0 : takenBack(sides, tokens, strength);
    const said = textOf(match, tokens);
    if (count === 0) {
      const aside = strength === 'strong' && SAID_ASIDE.test(keyOf(match, tokens));
      result.push(...asWords(match, tokens, aside ? [doubtOf([], tokens, said)] : []));
      return;
    }
    const struck = result.splice(result.length - count, count);
    result.push(...struck.map((old) => ({ ...old, struck: true as const })));
    const certainty = strength === 'strong' ? 0.85 : 0.7;
    result.push({ ...match, struck: true, certainty, doubts: [doubtOf(struck, tokens, said)] });
  });
  return result;
}

const textOf = (match: Match, tokens: readonly Token[]): string =>
  tokens
    .slice(match.from, match.to)
    .map(({ heard }) => heard.text)
    .join(' ');

/** The cue was said to oneself and is not part of the report. */
const SAID_ASIDE =
  /pardon|corrige|rectif|erratum|trompe|voulais|veux dire|reprends|excusez|betise|[ea]u?h non/;

const asWords = (match: Match, tokens: readonly Token[], doubts: readonly Doubt[]): Match[] =>
  tokens
    .slice(match.from, match.to)
    .map((token, index) => plainWord(token, match.from + index, index === 0 ? doubts : []));

/** Strikes what a deletion names ("effacez la dernière phrase"). */
export function resolveDeletions(matches: readonly Match[]): Match[] {
  const result = [...matches];
  matches.forEach((match, at) => {
    if (match.deletes === undefined) return;
    for (let index = at - 1, seen = 0; index >= 0; index--, seen++) {
      const old = result[index];
      if (old === undefined || endsDeletion(old, match.deletes, seen)) break;
      result[index] = { ...old, struck: true };
      if (match.deletes === 'word') break;
    }
  });
  return result;
}

function endsDeletion(match: Match, what: 'word' | 'sentence' | 'line', seen: number): boolean {
  if (match.deletes !== undefined) return true;
  if (match.breakAfter !== undefined) return seen > 0 || match.kind !== 'punctuation';
  if (what === 'line') return false;
  return seen > 0 && match.kind === 'punctuation' && /[.?!]/.test(match.mark);
}
