const DATE = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'short' });
const FULL_DATE = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const TIME = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit' });
const DECIMAL = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });

/** `4:07`, or `1:02:03` from an hour on. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const rest = String(whole % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** `14:05` */
export const time = (milliseconds: number): string => TIME.format(milliseconds);

/** The hour for today, else the day and the hour. */
export function moment(milliseconds: number, now = Date.now()): string {
  const date = new Date(milliseconds);
  const isToday = date.toDateString() === new Date(now).toDateString();
  return isToday ? TIME.format(date) : `${day(milliseconds, now)}, ${TIME.format(date)}`;
}

/** `23 nov.`, with its year where that is another one. */
export function day(milliseconds: number, now = Date.now()): string {
  const isThisYear = new Date(milliseconds).getFullYear() === new Date(now).getFullYear();
  return (isThisYear ? DATE : FULL_DATE).format(milliseconds);
}

/** `59,5 Mo`, or `10,8 Go` from a gigabyte on. */
export const megabytes = (bytes: number): string =>
  bytes < 1e9 ? `${DECIMAL.format(bytes / 1e6)}\u00a0Mo` : `${DECIMAL.format(bytes / 1e9)}\u00a0Go`;

/** How long a person will wait, rounded as one would say it. */
export function wait(seconds: number): string {
  if (seconds < 10) return 'quelques secondes';
  if (seconds < 55) return `environ ${Math.ceil(seconds / 10) * 10} secondes`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'environ une minute' : `environ ${minutes} minutes`;
}

export const decimal = (value: number): string => DECIMAL.format(value);
