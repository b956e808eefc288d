/** Whole years between two ISO days; undefined where one is missing, no date, or the birth comes after. */
export function ageOn(day: string, birthDate: string | undefined): number | undefined {
  if (!isDay(day) || birthDate === undefined || !isDay(birthDate) || birthDate > day)
    return undefined;
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** "2026-11-22", and a day that the calendar has. */
function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.slice(1) ?? []).map(
    Number,
  );
  return (
    month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
  );
}
