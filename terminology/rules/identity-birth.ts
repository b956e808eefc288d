import { ageOn } from './age';
import { agesIn } from './people';
import type { ReadParagraph } from './reading';
import type { Found, ParagraphRule, RuleContext } from './rule';
import { datesIn, isoOf, longDate } from './written-dates';

const BORN =
  /(?<!\p{L})(?:née?(?:\(e\))?[ \u00a0](?:le[ \u00a0])?|(?:date de naissance|DDN)[ \u00a0]?:?[ \u00a0]?(?:le[ \u00a0])?)$/iu;

function births({ text }: ReadParagraph, birthDate: string): Found[] {
  return datesIn(text).flatMap((date) => {
    const iso = isoOf(date);
    if (iso === undefined || iso === birthDate || !BORN.test(text.slice(0, date.from))) return [];
    const message = `« ${text.slice(date.from, date.to)} » : la personne choisie est née le ${longDate(birthDate)}.`;
    return [
      { ...date, risk: 1 as const, message, doubt: 0.95, fixes: [{ text: longDate(birthDate) }] },
    ];
  });
}

const MONTHS_A_YEAR = 12;
/** An age in months is counted, not computed: a month more or less is no error. */
const MONTHS_SLACK = 1;

function ages(paragraph: ReadParagraph, { day, patient }: RuleContext): Found[] {
  const years = ageOn(day, patient?.birthDate);
  if (years === undefined || !patient?.birthDate) return [];
  const { birthDate } = patient;
  const monthsOld =
    (Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))) * MONTHS_A_YEAR +
    Number(day.slice(5, 7)) -
    Number(birthDate.slice(5, 7));
  return agesIn(paragraph).flatMap(({ from, to, value, unit }) => {
    const gap =
      unit === 'ans'
        ? Math.abs(value - years)
        : Math.max(0, Math.abs(value - monthsOld) - MONTHS_SLACK);
    if (gap === 0) return [];
    const right = unit === 'ans' ? `${String(years)} ans` : `${String(monthsOld)} mois`;
    const message = `« ${paragraph.text.slice(from, to)} » : née ou né le ${longDate(birthDate)}, cette personne a ${right}.`;
    return [
      {
        from,
        to,
        risk: 1 as const,
        message,
        doubt: gap === 1 ? 0.6 : 0.9,
        fixes: [{ text: right }],
      },
    ];
  });
}

/** A birth date or an age that is not the one of the patient chosen. */
export const identityBirth: ParagraphRule = {
  name: 'identity-birth',
  check: (paragraph, context) => [
    ...(context.patient?.birthDate ? births(paragraph, context.patient.birthDate) : []),
    ...ages(paragraph, context),
  ],
};
