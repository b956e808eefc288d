import type { ReadParagraph } from './reading';
import type { Found, ParagraphRule, RuleContext } from './rule';
import { datesIn, exists, isoOf, longDate, type WrittenDate } from './written-dates';

/** What is planned may lie ahead. */
const AHEAD =
  /(?<!\p{L})(?:sera|seront|reverr\p{L}+|revoi[rs]|rendez-vous|rdv|prévue?s?|programm\p{L}+|prochaine?|contrôle|convo\p{L}+|jusqu|à partir|à compter|renouvel\p{L}+|rappel|planifi\p{L}+|terme|accouchement prévu|arrêt de travail|valable|expir\p{L}+|date prévue|DPA|à venir|aura|devra|d[’']ici|\p{L}+(?:era|eront|erai|irai|ira))(?!\p{L})/iu;
const RELATIVES =
  /(?<!\p{L})(?:père|mère|grand|oncle|tante|frère|sœur|famille|familiaux|parents?|conjoint|époux|épouse)(?!\p{L})/iu;
const BORN = /(?<!\p{L})née?(?:\(e\))?[ \u00a0](?:le[ \u00a0])?$/iu;
const YEAR =
  /(?<=(?<!\p{L})(?:en|depuis|année|dès)[ \u00a0])(\d{4})(?![\d\p{L}/]|[.,]\d|[ \u00a0](?:mg|ml|cas|patients|g|ui|kg|µg|m))/giu;
const EARLIEST_YEAR = 1900;

type Problem = readonly [message: string, doubt: number] | undefined;

const sentenceAt = (text: string, from: number, to: number): string => {
  const start = Math.max(text.lastIndexOf('. ', from), text.lastIndexOf('\n', from)) + 1;
  const stop = text.slice(to).search(/[.\n](?:\s|$)/u);
  return text.slice(start, stop < 0 ? text.length : to + stop);
};

const lastDayOf = ({ year, month, day }: WrittenDate): string =>
  `${String(year)}-${String(month).padStart(2, '0')}-${String(day ?? 31).padStart(2, '0')}`;
const firstDayOf = ({ year, month, day }: WrittenDate): string =>
  `${String(year)}-${String(month).padStart(2, '0')}-${String(day ?? 1).padStart(2, '0')}`;

function problemOf(date: WrittenDate, text: string, { day, patient }: RuleContext): Problem {
  if (!exists(date)) return ['cette date n’existe pas', 1];
  if (date.year === undefined) return undefined;
  if (date.year < EARLIEST_YEAR) return [`l’année ${String(date.year)} est trop loin`, 0.9];
  const sentence = sentenceAt(text, date.from, date.to);
  const isFar = date.year > Number(day.slice(0, 4)) + 3;
  if (firstDayOf(date) > day && (isFar || !AHEAD.test(sentence)))
    return [`après le jour de la dictée (${longDate(day)})`, 0.9];
  const birth = patient?.birthDate;
  const isBefore =
    birth !== undefined && lastDayOf(date) < birth && !BORN.test(text.slice(0, date.from));
  return isBefore && !RELATIVES.test(sentence)
    ? [`avant la naissance (${longDate(birth)})`, 0.9]
    : undefined;
}

const findingAt = (
  { text }: ReadParagraph,
  { from, to }: { from: number; to: number },
  [why, doubt]: readonly [string, number],
): Found => ({
  from,
  to,
  risk: 6,
  message: `« ${text.slice(from, to)} » : ${why}.`,
  doubt,
});

/** "en 2109", "depuis 1890": years that stand alone. */
function years(paragraph: ReadParagraph, { day, patient }: RuleContext): Found[] {
  const { text } = paragraph;
  return [...text.matchAll(YEAR)].flatMap((match) => {
    const place = { from: match.index, to: match.index + match[0].length };
    const sentence = sentenceAt(text, place.from, place.to);
    const born = patient?.birthDate?.slice(0, 4) ?? '0';
    if (match[0] > day.slice(0, 4) && !AHEAD.test(sentence))
      return [findingAt(paragraph, place, ['cette année n’est pas encore venue', 0.9])];
    if (Number(match[0]) < EARLIEST_YEAR)
      return [findingAt(paragraph, place, ['cette année est trop loin', 0.7])];
    return match[0] < born && !RELATIVES.test(sentence)
      ? [findingAt(paragraph, place, ['avant la naissance', 0.8])]
      : [];
  });
}

/** "du 12 au 10 mars": the end before the beginning. */
function reversed(paragraph: ReadParagraph, dates: readonly WrittenDate[]): Found[] {
  return dates.slice(1).flatMap((end, at) => {
    const start = dates[at];
    if (!start) return [];
    const year = start.year ?? end.year;
    const [from, to] = [isoOf({ ...start, year }), isoOf(end)];
    const joint = paragraph.text.slice(start.to, end.from);
    if (
      from === undefined ||
      to === undefined ||
      !/^\s+(?:au|jusqu[’']au)\s+(?:\p{L}+ )?$/u.test(joint) ||
      from <= to
    )
      return [];
    return [
      findingAt(paragraph, { from: start.from, to: end.to }, ['la fin vient avant le début', 0.9]),
    ];
  });
}

/** A date no calendar has, after the day of the dictation, before the birth, or an end before its beginning. */
export const date: ParagraphRule = {
  name: 'date',
  check: (paragraph, context) => {
    const dates = datesIn(paragraph.text);
    const wrong = dates.flatMap((one) => {
      const problem = problemOf(one, paragraph.text, context);
      return problem ? [findingAt(paragraph, one, problem)] : [];
    });
    return [...wrong, ...reversed(paragraph, dates), ...years(paragraph, context)];
  },
};
