import { SIGN_OF_LIFE } from '../ui/sign-of-life';

const TICK_MILLISECONDS = 5_000;
/** Browsers slow the timers of hidden tabs down to one a minute: only a longer gap is a machine that slept. */
const SLEEP_MILLISECONDS = 120_000;

const SIGNS_OF_LIFE = [
  'keydown',
  'pointerdown',
  'pointermove',
  'wheel',
  'touchstart',
  SIGN_OF_LIFE,
] as const;

export interface IdleWatchOptions {
  readonly limitMilliseconds: () => Promise<number>;
  readonly onIdle: () => void;
}

/** Tells once when nobody has touched the application for too long, or the machine has slept, until stopped. */
export function watchIdleness({ limitMilliseconds, onIdle }: IdleWatchOptions): () => void {
  const watching = new AbortController();
  const { signal } = watching;
  let touchedAt = Date.now();
  let tickedAt = touchedAt;
  const look = async (): Promise<void> => {
    const now = Date.now();
    const hasSlept = now - tickedAt > SLEEP_MILLISECONDS || now < tickedAt - SLEEP_MILLISECONDS;
    tickedAt = now;
    const isIdle = now - touchedAt >= (await limitMilliseconds());
    if ((!isIdle && !hasSlept) || signal.aborted) return;
    stop();
    onIdle();
  };
  const touch = () => {
    touchedAt = Date.now();
  };
  for (const sign of SIGNS_OF_LIFE) {
    addEventListener(sign, touch, { signal, capture: true, passive: true });
  }
  // A machine that wakes shows the page before its timers run.
  document.addEventListener('visibilitychange', () => void look(), { signal });
  const timer = setInterval(() => void look(), TICK_MILLISECONDS);
  const stop = () => {
    clearInterval(timer);
    watching.abort();
  };
  return stop;
}
