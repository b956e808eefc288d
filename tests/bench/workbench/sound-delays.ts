import type { Page } from '@playwright/test';

/** Milliseconds from the key that goes to the next alert to its sound being played, once for each alert. */
export async function soundDelays(page: Page, count: number): Promise<readonly number[]> {
  await page.evaluate(() => {
    const pressed: number[] = [];
    const begun: number[] = [];
    Object.assign(window, { soundDelays: { pressed, begun } });
    const { play } = HTMLMediaElement.prototype;
    addEventListener('keydown', ({ timeStamp }) => pressed.push(timeStamp), { capture: true });
    HTMLMediaElement.prototype.play = function playTimed(this: HTMLMediaElement) {
      const asked = pressed.length;
      const seen = () => {
        if (!this.seeking && this.currentTime > from) begun[asked - 1] = performance.now();
        else requestAnimationFrame(seen);
      };
      const from = this.currentTime;
      this.addEventListener('playing', () => requestAnimationFrame(seen), { once: true });
      return play.call(this);
    };
  });
  for (let at = 0; at < count; at++) {
    await page.keyboard.press('Alt+n');
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await page.getByRole('button', { name: 'Écouter', exact: true }).waitFor();
  }
  return page.evaluate(() => {
    const { pressed, begun } = (
      window as unknown as { soundDelays: { pressed: number[]; begun: number[] } }
    ).soundDelays;
    const keys = pressed.filter((_, at) => at in begun);
    return keys.map((key, at) => (begun.filter(() => true)[at] ?? Infinity) - key);
  });
}
