import { expect, test } from '@playwright/test';
import { openKillBrowser, type KillBrowser } from '../endurance/kills';
import { WORKBENCH_STATES } from '../endurance/states';

const KILLS_A_STATE = 8;

let browser: KillBrowser;
test.beforeAll(async () => {
  browser = await openKillBrowser();
});
test.afterAll(() => browser.close());

for (const state of WORKBENCH_STATES) {
  test(`a page killed ${KILLS_A_STATE} times while ${state} leaves nothing lost or half done`, async () => {
    for (let turn = 0; turn < KILLS_A_STATE; turn++) {
      // Spread over the time the page is given, never twice the same.
      const kill = await browser.kill(state, (turn + Math.random()) / KILLS_A_STATE);
      expect(kill, JSON.stringify(kill)).toMatchObject({ unreadable: 0, lost: 0 });
      expect(kill.wrong).toBeUndefined();
    }
  });
}
