import { words, CLOSED, DETERMINERS } from './grammar';
import { isLabel, isLabelLink } from './labels';
import { readAmount, type Amount } from './amount';
import type { NumberContext } from './settings';
import type { Token } from './token';

/** "type A des deux côtés": what they count is no label's figure. */
const PLURALS = words('les des ces aux mes tes ses nos vos leurs');

/** Nouns of durations. */
const DURATIONS = words(
  'an ans annee annees mois semaine semaines jour jours heure heures minute minutes seconde secondes',
);
const AGED = words(
  `age agee ages agees enfant garcon fille fillette nourrisson bebe patient patiente homme femme monsieur madame jeune
   adolescent adolescente nouveau-ne`,
);
const DOSE_FORMS = words(
  `comprime comprimes gelule gelules sachet sachets ampoule ampoules goutte gouttes bouffee bouffees capsule capsules
   suppositoire suppositoires cuillere cuilleres pipette pipettes flacon flacons pulverisation pulverisations dosette
   dosettes cp cps patch patchs`,
);
const POSOLOGY = words('matin midi soir coucher jour fois prise prises le au par matins soirs');

export const isDoseForm = (part: string): boolean => DOSE_FORMS.has(part);

/** The noun that a figure at `at` would name, looking back over "à", "de", "est à" and one name ("score de Boston à"). */
export function labelBefore(tokens: readonly Token[], at: number): string | undefined {
  for (let index = at - 1, steps = 0; index >= 0 && steps < 4; index--, steps++) {
    const token = tokens[index];
    if (token === undefined || token.tail !== '') return undefined;
    const part = token.parts.at(-1) ?? '';
    if (isLabel(part)) return part;
    if (PLURALS.has(part)) return undefined;
    if (!isLabelLink(part) && steps > 0 && !isLabelLink(tokens[index + 1]?.key ?? ''))
      return undefined;
  }
  return undefined;
}

/** The label stands right before the figure: "grade un", "de type deux". */
export function directLabel(tokens: readonly Token[], at: number): string | undefined {
  const left = tokens[at - 1];
  const part = left?.tail === '' ? (left.parts.at(-1) ?? '') : '';
  return isLabel(part) ? part : undefined;
}

const partBefore = (tokens: readonly Token[], at: number, back: number): string => {
  for (let index = at - back; index < at; index++)
    if (tokens[index] === undefined || tokens[index]?.tail !== '') return '';
  return tokens[at - back]?.parts.at(-1) ?? '';
};

/** What follows the figure: the first part of the next token, '' at punctuation or the end. */
export function partAfter(tokens: readonly Token[], to: number): string {
  const last = tokens[to - 1];
  const next = tokens[to];
  return last?.tail === '' && next?.lead === '' ? (next.parts[0] ?? '') : '';
}

/** A thing that can be counted follows. */
export const isCounting = (next: string): boolean =>
  /^\p{L}{2,}/u.test(next) && !CLOSED.has(next) && !STOPS.has(next);

const STOPS = words(
  'virgule virgules point points deux ouvrez fermez parenthese guillemets puis et',
);

/** Where the figure stands; `undefined` where it is left as heard ("les deux", "un patient"). */
export function contextOf(
  tokens: readonly Token[],
  at: number,
  amount: Amount,
): NumberContext | undefined {
  const { to } = amount;
  const next = partAfter(tokens, to);
  const left = partBefore(tokens, at, 1);
  const value = Number(amount.whole);
  if (amount.spelled && value <= 10 && next === 'sur' && countsOver(tokens, to)) return 'count';
  if (amount.spelled && value <= 10 && startsSeries(tokens, to)) return 'value';
  if (amount.fraction !== undefined) return 'decimal';
  if (amount.spelled && value === 1 && amount.prefix !== '') return undefined;
  if (amount.spelled && value === 1) return contextOfOne(tokens, at, to, next);
  if (/^(de|par)$/.test(left) && countsPoints(tokens, to)) return 'count';
  if (labelBefore(tokens, at) !== undefined && !DURATIONS.has(next)) return 'label';
  if (isDoseForm(next)) return 'dose-form';
  if (next === 'fois') {
    const after = partAfter(tokens, to + 1);
    return after === 'par' || after === 'la' ? 'frequency' : 'count';
  }
  if (DURATIONS.has(next)) return durationContext(tokens, at, next, value);
  if (value > 10) return 'above-ten';
  if (isCounting(next) || countsPoints(tokens, to)) return 'count';
  if (DETERMINERS.has(left) && left !== 'de' && left !== "d'") return undefined;
  if (amount.spelled && left === 'sur' && LENGTHS.has(partBefore(tokens, at, 2))) return 'value';
  if (amount.spelled && (left === 'sur' || left === 'point')) return undefined;
  if (amount.spelled && value === 9 && !NEUF_AFTER.has(left)) return undefined;
  return 'value';
}

/** "cinq points de suture", "gain de deux points". */
const countsPoints = (tokens: readonly Token[], to: number): boolean => {
  const next = partAfter(tokens, to);
  return next === 'points' || (next === 'point' && /^(de|d')$/.test(partAfter(tokens, to + 1)));
};

/** "six millimètres sur quatre": the second side of what is measured. */
const LENGTHS = words('millimetre millimetres centimetre centimetres metre metres mm cm');

/** "quatre sur dix patients": both count the same thing. */
function countsOver(tokens: readonly Token[], to: number): boolean {
  const whole = readAmount(tokens, to + 1, false);
  return (
    whole !== undefined && Number(whole.whole) <= 10 && isCounting(partAfter(tokens, whole.to))
  );
}

/** "rapide six huit six": figures said one after the other, with nothing they could count behind them. */
function startsSeries(tokens: readonly Token[], to: number): boolean {
  let end = to;
  let next = tokens[end - 1]?.tail === '' ? readAmount(tokens, end, false) : undefined;
  while (next !== undefined && next.prefix === '' && next.spelled) {
    end = next.to;
    next = tokens[end - 1]?.tail === '' ? readAmount(tokens, end, false) : undefined;
  }
  const last = partAfter(tokens, end);
  return end > to && (last === '' || STOPS.has(last));
}

/** "neuf" also means new: a figure only after one of these, or before what it counts. */
const NEUF_AFTER = words('a de est entre sur par soit ou et egal environ puis');

function durationContext(
  tokens: readonly Token[],
  at: number,
  next: string,
  value: number,
): NumberContext {
  if (/^(heure|minute|seconde)/.test(next)) return 'clock';
  const near = [1, 2].map((back) => partBefore(tokens, at, back));
  if (/^(an|mois|semaine|jour)/.test(next) && near[0] === 'de' && AGED.has(near[1] ?? ''))
    return 'age';
  if (value > 10) return 'above-ten';
  if (/^jour/.test(next) && (near.includes('pendant') || near[0] === 'a')) return 'course';
  return 'count';
}

/** "un" is a figure only where it names ("grade un"), or doses ("un comprimé le matin"). */
function contextOfOne(
  tokens: readonly Token[],
  at: number,
  to: number,
  next: string,
): NumberContext | undefined {
  const closed = next === '' || (CLOSED.has(next) && next !== 'peu') || STOPS.has(next);
  const direct = directLabel(tokens, at);
  const led = partBefore(tokens, at, 2);
  if (direct !== undefined && (closed || led === 'de' || led === 'en') && next !== 'peu')
    return 'label';
  if (closed && labelBefore(tokens, at) !== undefined && partBefore(tokens, at, 1) === 'a')
    return 'label';
  if (isDoseForm(next) && POSOLOGY.has(partAfter(tokens, to + 1))) return 'dose-form';
  return undefined;
}
