import type { Page } from '@playwright/test';

export interface KeyTime {
  /** Milliseconds from the moment the browser took the key to the end of the frame that shows it. */
  readonly toPaint: number;
  /** Milliseconds that the page worked for it: in the events of the key, and in that frame. */
  readonly work: number;
}

/** Keys a person strikes, in milliseconds one after the other; no whole number of frames. */
const BETWEEN_KEYS = 87;

declare global {
  interface Window {
    readonly keyTimes: KeyTime[];
  }
}

/** Begins to time keys in the page. */
export const watchKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const times: KeyTime[] = [];
    Object.assign(window, { keyTimes: times });
    /** After what the browser is doing now, before anything that waits: no timer's clamp. */
    const soon = (run: () => void): void => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = run;
      port2.postMessage(undefined);
    };
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        const began = performance.now();
        let handled = began;
        addEventListener('input', () => soon(() => (handled = performance.now())), {
          capture: true,
          once: true,
        });
        requestAnimationFrame(() => {
          const frame = performance.now();
          soon(() => {
            const painted = performance.now();
            const events = Math.min(handled, frame) - began;
            times.push({ toPaint: painted - timeStamp, work: events + painted - frame });
          });
        });
      },
      { capture: true },
    );
  });

/** Types letters where the caret is and gives back what each took. */
export async function keyTimes(page: Page, keys: number): Promise<readonly KeyTime[]> {
  for (let at = 0; at < keys; at++) {
    await page.keyboard.press('abcdefgh '[at % 9] ?? ' ');
    await page.waitForTimeout(BETWEEN_KEYS);
  }
  return page.evaluate(() => window.keyTimes);
}
