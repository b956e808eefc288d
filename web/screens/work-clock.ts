import type { WorkTime } from '../dossier/quality';
import type { Vault } from '../vault/vault';

/** Nobody works at a screen on which nothing was pressed, clicked or heard for so long. */
const IDLE_MS = 60_000;
const KEEP_EVERY_SECONDS = 30;
const ID = 'work';

/** Counts work on a report by the second. */
export class WorkCount {
  seconds = 0;
  keystrokes = 0;
  #activeAt = -Infinity;

  /** Somebody did something. */
  act(now: number): void {
    this.#activeAt = now;
  }

  press(now: number): void {
    this.keystrokes += 1;
    this.act(now);
  }

  /** To be called each second while the screen is in front; playing a sound is work. */
  tick(now: number, isPlaying: boolean): void {
    if (isPlaying) this.act(now);
    if (now - this.#activeAt < IDLE_MS) this.seconds += 1;
  }
}

/** Keeps how long a dictation was worked on and with how many keys, but not by whom, until the returned function is called. */
export function clockWork(vault: Vault, dictationId: string, isPlaying: () => boolean): () => void {
  const count = new WorkCount();
  const stop = new AbortController();
  const annex = vault.annexes<WorkTime>('work-time');
  let kept = { seconds: 0, keystrokes: 0 };
  let keeping = Promise.resolve();

  const keepNow = async (): Promise<void> => {
    const { seconds, keystrokes } = count;
    const fresh = { seconds: seconds - kept.seconds, keystrokes: keystrokes - kept.keystrokes };
    if (fresh.seconds === 0 && fresh.keystrokes === 0) return;
    const [before] = await annex.all(dictationId);
    await annex.put(dictationId, ID, {
      format: 1,
      dictationId,
      seconds: (before?.seconds ?? 0) + fresh.seconds,
      keystrokes: (before?.keystrokes ?? 0) + fresh.keystrokes,
    });
    kept = { seconds, keystrokes };
  };
  // One after the other; what could not be kept (a full disk) is kept with the next.
  const keep = (): void => {
    keeping = keeping.then(keepNow).catch(() => undefined);
  };

  const { signal } = stop;
  addEventListener('keydown', () => count.press(Date.now()), { signal });
  addEventListener('pointerdown', () => count.act(Date.now()), { signal });
  document.addEventListener('visibilitychange', keep, { signal });
  const ticking = setInterval(() => {
    if (document.visibilityState !== 'visible' || !document.hasFocus()) return;
    count.tick(Date.now(), isPlaying());
    if (count.seconds - kept.seconds >= KEEP_EVERY_SECONDS) keep();
  }, 1000);
  return () => {
    stop.abort();
    clearInterval(ticking);
    keep();
  };
}
