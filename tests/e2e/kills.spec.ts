import { expect, test } from '@playwright/test';
import { openKillBrowser, type KillBrowser } from '../endurance/kills';
import { isAllowed, STATES } from '../endurance/states';

/** Of the thousand of `npm run endurance`, shared over the states. */
const KILLS_A_STATE = Math.ceil(60 / STATES.length);

let browser: KillBrowser;
test.beforeAll(async () => {
  browser = await openKillBrowser();
});
test.afterAll(() => browser.close());

for (const state of STATES) {
  test(`a page killed ${KILLS_A_STATE} times while ${state} leaves everything readable`, async () => {
    for (let turn = 0; turn < KILLS_A_STATE; turn++) {
      // Spread over the time the page is given, never twice the same.
      const kill = await browser.kill(state, (turn + Math.random()) / KILLS_A_STATE);
      expect(isAllowed(kill), JSON.stringify(kill)).toBe(true);
    }
  });
}
