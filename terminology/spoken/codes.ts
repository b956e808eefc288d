import { cardinal, isNumberWord } from './cardinal';
import { words } from './grammar';
import { directLabel, isDoseForm, partAfter } from './number-context';
import { phrases } from './phrases';
import type { Found, Rule, Site } from './site';
import type { Token } from './token';
import { readMeasure } from './units';

/** Letters that a figure follows in medicine: vertebrae, TNM, T4, J3, G2P1, B12, S1. "a", "y" and "à" are words. */
const LETTERS = words('b c d g h j k l m n p q r s t v');
const VERTEBRAE = words('c d t l s');
/** Letters that name something by themselves: "hépatite C", "vitamine C". */
const NAMED = words(
  'hepatite hepatites proteine virus groupe grippe child weber monsieur madame docteur vaccin',
);
const STAGING = words('t n m');

/** Words that take a figure glued or spaced: HER2, PaO2, CA 125. */
const STEMS: ReadonlyMap<string, string> = new Map([
  ['her', 'HER'],
  ['ht', 'HT'],
  ['cd', 'CD'],
  ['spo', 'SpO'],
  ['sao', 'SaO'],
  ['pao', 'PaO'],
  ['paco', 'PaCO'],
  ['fio', 'FiO'],
  ['igg', 'IgG'],
  ['iga', 'IgA'],
  ['ki', 'Ki-'],
]);
const SPACED = words('ca hpv ck');

interface Piece {
  readonly text: string;
  readonly values: readonly string[];
  readonly letter: string;
  readonly to: number;
}

/** A figure below a hundred at token `at`, said or written. */
function figureAt(tokens: readonly Token[], at: number): { value: string; to: number } | undefined {
  const token = tokens[at];
  if (token === undefined || token.lead !== '') return undefined;
  const grouped = token.tail === '' && /^\d{3}$/.test(tokens[at + 1]?.key ?? '');
  if (/^\d{1,3}$/.test(token.key)) return grouped ? undefined : { value: token.key, to: at + 1 };
  const near = tokens.slice(at, at + 4);
  const stop = near.findIndex(({ tail }) => tail !== '');
  const flow = stop === -1 ? near : near.slice(0, stop + 1);
  const said = cardinal(
    flow.flatMap(({ parts }) => parts),
    0,
  );
  if (said === undefined || said.value > 199) return undefined;
  let parts = 0;
  for (const [index, { parts: own }] of flow.entries()) {
    parts += own.length;
    if (parts === said.to) return { value: String(said.value), to: at + index + 1 };
  }
  return undefined;
}

/** One letter and its figure: "T quatre", "N un b", "L5". */
function codeAt(tokens: readonly Token[], at: number): Piece | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const written = /^([pcy]?[tnm]|[a-z])(\d{1,2})([abc]?)$/.exec(token.key);
  if (written?.[1] !== undefined && written[2] !== undefined)
    return { text: token.core, values: [written[2]], letter: written[1], to: at + 1 };
  const next = tokens[at + 1];
  if (
    /^[pcy]$/.test(token.key) &&
    token.tail === '' &&
    next?.lead === '' &&
    STAGING.has(next.key)
  ) {
    const staging = codeAt(tokens, at + 1);
    return staging && { ...staging, text: token.core.toLowerCase() + staging.text };
  }
  const staged =
    /^(?:t|[pcy][tnm])$/.test(token.key) || (STAGING.has(token.key) && token.key !== 't');
  if ((!LETTERS.has(token.key) && !staged) || token.tail !== '') return undefined;
  const figure = figureAt(tokens, at + 1);
  if (figure === undefined) return undefined;
  const article = /^une?$/.test(tokens[at + 1]?.key ?? '') && !/\p{Lu}/u.test(token.core);
  if (article) return undefined;
  const letter = token.key;
  const prefix = /^[pcy][tnm]$/.test(letter)
    ? (letter[0] ?? '') + (letter[1] ?? '').toUpperCase()
    : letter.toUpperCase();
  const suffix = tokens[figure.to];
  const stage = STAGING.has(letter.at(-1) ?? '');
  const lettered =
    stage &&
    suffix !== undefined &&
    /^(?:[abc]|mi)$/i.test(suffix.core) &&
    tokens[figure.to - 1]?.tail === '';
  return {
    text: prefix + figure.value + (lettered ? suffix.key : ''),
    values: [figure.value],
    letter: letter.at(-1) ?? '',
    to: lettered ? figure.to + 1 : figure.to,
  };
}

/** Vertebrae that touch are one level: L4-L5, C7-D1. */
function joint(left: Piece, right: Piece): string | undefined {
  if (VERTEBRAE.has(left.letter) && VERTEBRAE.has(right.letter)) {
    const next = Number(right.values[0]) === Number(left.values[0]) + 1;
    const same = left.letter === right.letter && next;
    const over =
      right.values[0] === '1' &&
      ['cd', 'ct', 'dl', 'tl', 'ls'].includes(left.letter + right.letter);
    return same || over ? '-' : undefined;
  }
  const series = left.letter + right.letter;
  return ['tn', 'nm', 'gp', 'hn'].includes(series) ? '' : undefined;
}

/** Letters and figures said apart: "T deux N un M zéro" → T2N1M0, "L quatre L cinq" → L4-L5, "T quatre libre" → T4. */
export const code: Rule = (site) =>
  fractureCode(site) ?? letteredStage(site) ?? letterCode(site) ?? stemCode(site) ?? formula(site);

/** Near an electrocardiogram, D2 and D3 are leads, not vertebrae. */
const isTracing = (tokens: readonly Token[], at: number): boolean =>
  tokens
    .slice(Math.max(0, at - 14), at)
    .some(({ parts }) =>
      parts.some((part) => /^(ecg|st|qrs|derivations?|electrocardiogramme)$/.test(part)),
    );

const opensFigure = (token: Token | undefined): boolean => {
  const first = token?.parts[0] ?? '';
  return isNumberWord(first) || /^\d/.test(first);
};

/** "stade trois b" → 3b; "a" only where nothing follows it, since it is also a verb. */
function letteredStage({ tokens, at }: Site): Found | undefined {
  if (!opensFigure(tokens[at])) return undefined;
  if (!/^(?:stade|grade|classe|type|killip|rutherford|bclc)$/.test(directLabel(tokens, at) ?? ''))
    return undefined;
  const figure = figureAt(tokens, at);
  const letter = figure === undefined ? undefined : tokens[figure.to];
  if (figure === undefined || letter === undefined || tokens[figure.to - 1]?.tail !== '')
    return undefined;
  const next = partAfter(tokens, figure.to + 1);
  const ends = next === '' || /^(?:point|points|virgule|virgules)$/.test(next);
  if (!/^[abc]$/i.test(letter.core) || (/^a$/i.test(letter.core) && !ends)) return undefined;
  return {
    kind: 'number',
    values: [figure.value],
    written: figure.value + letter.core.toLowerCase(),
    to: figure.to + 1,
    certainty: 0.9,
  };
}

/** "quarante-deux B trois" near "AO" → 42B3: bone and segment, type, group. */
function fractureCode({ tokens, at }: Site): Found | undefined {
  if (!opensFigure(tokens[at])) return undefined;
  const near = tokens.slice(Math.max(0, at - 6), at + 10);
  if (!near.some(({ core }) => core === 'AO')) return undefined;
  const bone = figureAt(tokens, at);
  const type = bone === undefined ? undefined : tokens[bone.to];
  if (bone === undefined || type === undefined || !/^[abc]$/i.test(type.core)) return undefined;
  const group = figureAt(tokens, bone.to + 1);
  const runsOn = tokens[bone.to - 1]?.tail === '' && type.tail === '' && type.lead === '';
  if (group === undefined || !runsOn || !/^[1-9]\d$/.test(bone.value)) return undefined;
  return {
    kind: 'number',
    values: [bone.value, group.value],
    written: bone.value + type.core.toUpperCase() + group.value,
    to: group.to,
    certainty: 0.9,
  };
}

function letterCode({ tokens, at }: Site): Found | undefined {
  const left = tokens[at - 1]?.tail === '' ? (tokens[at - 1]?.parts.at(-1) ?? '') : '';
  const vitamin = left === 'vitamine' && !/^[bdk]/.test(tokens[at]?.key ?? '');
  if (NAMED.has(left) || vitamin) return undefined;
  const first = codeAt(tokens, at);
  if (first === undefined) return undefined;
  const leads = isTracing(tokens, at);
  let all = first;
  let last = first;
  while (tokens[all.to - 1]?.tail === '') {
    const next = codeAt(tokens, all.to);
    const glue = next === undefined ? undefined : joint(last, next);
    if (next === undefined || glue === undefined || (leads && glue === '-')) break;
    all = { ...next, text: all.text + glue + next.text, values: [...all.values, ...next.values] };
    last = next;
  }
  const counts = isDoseForm(partAfter(tokens, all.to)) || readMeasure(tokens, all.to) !== undefined;
  if (all.to === at + 1 || (counts && tokens[all.to - 1]?.tail === '')) return undefined;
  return { kind: 'number', values: all.values, written: all.text, to: all.to, certainty: 0.92 };
}

function stemCode({ tokens, at }: Site): Found | undefined {
  const token = tokens[at];
  if (token === undefined || token.tail !== '') return undefined;
  const stem = STEMS.get(token.key);
  const spaced = SPACED.has(token.key) && /^\p{Lu}+$/u.test(token.core);
  if (stem === undefined && !spaced) return undefined;
  const figure = figureAt(tokens, at + 1);
  if (figure === undefined) return undefined;
  const marker = token.key === 'ca' && ['15', '19'].includes(figure.value);
  const second =
    marker && tokens[figure.to - 1]?.tail === '' ? figureAt(tokens, figure.to) : undefined;
  const text = stem === undefined ? `${token.core}\u00a0${figure.value}` : stem + figure.value;
  return {
    kind: 'number',
    values: [figure.value, ...(second === undefined ? [] : [second.value])],
    written: second === undefined ? text : `${text}-${second.value}`,
    to: second?.to ?? figure.to,
    certainty: 0.92,
  };
}

interface Formula {
  readonly written: string;
  readonly values: readonly string[];
}

/** Names with figures in them, as they are said and written. */
const FORMULAS = phrases<Formula>([
  ['hba un c', { written: 'HbA1c', values: ['1'] }],
  ['cha deux ds deux vasc', { written: 'CHA2DS2-VASc', values: ['2', '2'] }],
  ['cha deux ds deux va', { written: 'CHA2DS2-VA', values: ['2', '2'] }],
]);

/** "HbA un c" → HbA1c; "CHA deux DS deux VASc" → CHA2DS2-VASc. */
function formula({ tokens, at }: Site): Found | undefined {
  const found = FORMULAS.at(tokens, at);
  if (found === undefined) return undefined;
  if (tokens.slice(at, found.to - 1).some(({ tail }) => tail !== '')) return undefined;
  return { kind: 'number', ...found.value, to: found.to, certainty: 0.95 };
}
