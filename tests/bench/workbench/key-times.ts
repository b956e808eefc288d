import type { Page } from '@playwright/test';

export interface KeyTime {
  /** Milliseconds from the moment the browser took the key to the end of the frame that shows it. */
  readonly toPaint: number;
  /** Milliseconds that the page worked for it: in the events of the key, and in that frame. */
  readonly work: number;
}

export interface Typed {
  readonly keys: readonly KeyTime[];
  /** Milliseconds of processor that the main thread took a key, whatever else the machine did: all of it, and scripts alone. */
  readonly processor: number;
  readonly scripts: number;
}

/** Between two keys, in milliseconds: words in haste, and a breath now and then, in which the rules answer. */
const PAUSES = [60, 73, 87, 95, 110, 61, 83, 400, 97];

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
    let handled = 0;
    // At the window again, all that the page does of the letter at once is done: the editor writes it at `keypress`.
    for (const type of ['keypress', 'input']) {
      addEventListener(type, () => (handled = performance.now()));
    }
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        const began = performance.now();
        handled = began;
        requestAnimationFrame(() => {
          const frame = performance.now();
          soon(() => {
            const painted = performance.now();
            times.push({
              toPaint: painted - timeStamp,
              work: Math.min(handled, frame) - began + painted - frame,
            });
          });
        });
      },
      { capture: true },
    );
  });

/** Types letters where the caret is and gives back what each took. */
export async function typeKeys(page: Page, keys: number): Promise<Typed> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async (): Promise<ReadonlyMap<string, number>> => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return new Map(metrics.map(({ name, value }) => [name, value]));
  };
  const before = await spent();
  for (let at = 0; at < keys; at++) {
    await page.keyboard.press('abcdefgh '[at % 9] ?? ' ');
    await page.waitForTimeout(PAUSES[at % PAUSES.length] ?? 0);
  }
  const after = await spent();
  await devtools.detach();
  const each = (name: string): number =>
    (1000 * ((after.get(name) ?? 0) - (before.get(name) ?? 0))) / keys;
  return {
    keys: await page.evaluate(() => window.keyTimes),
    processor: each('TaskDuration'),
    scripts: each('ScriptDuration'),
  };
}
