const DAY = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });

const plural = (count: string, noun: string): string =>
  `${count} ${noun}${Number(count) > 1 ? 's' : ''}`;

/**
 * What a machine's value says, for a person to compare with the sound: a date with its day of the week, a duration in
 * full, a quantity with its decimals.
 */
export function valueInWords(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return DAY.format(new Date(`${value}T00:00Z`));
  if (/^\d{4}-\d{2}$/.test(value)) return MONTH.format(new Date(`${value}-01T00:00Z`));
  const yearless = /^--(\d{2})-(\d{2})$/.exec(value);
  if (yearless) return `le ${yearless[2]}/${yearless[1]}, sans année`;
  const duration = /^PT(\d+)H(?:(\d+)M)?$/.exec(value);
  if (duration?.[1]) {
    const [, hours, minutes] = duration;
    return plural(hours, 'heure') + (minutes ? ` ${plural(minutes, 'minute')}` : '');
  }
  const time = /^(\d{2}):(\d{2})$/.exec(value);
  return time ? `${time[1]} h ${time[2]}` : value.replaceAll('.', ',');
}
