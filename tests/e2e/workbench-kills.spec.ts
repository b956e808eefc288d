import { expect, test } from '@playwright/test';
import { openWorkbenchKills } from '../endurance/workbench/kills';

const KILLS_A_STATE = 6;

let browser: Awaited<ReturnType<typeof openWorkbenchKills>>;
test.beforeAll(async () => {
  browser = await openWorkbenchKills();
});
test.afterAll(() => browser.close());

for (const state of ['reviewing', 'moving'] as const) {
  test(`a page killed ${KILLS_A_STATE} times while ${state} leaves nothing lost or half done`, async () => {
    for (let turn = 0; turn < KILLS_A_STATE; turn++) {
      // Spread over the time the page is given, never twice the same.
      const kill = await browser.kill(state, (turn + Math.random()) / KILLS_A_STATE);
      expect(kill, JSON.stringify(kill)).toMatchObject({ lost: 0, unreadable: 0 });
      expect(kill.wrong).toBeUndefined();
    }
  });
}
