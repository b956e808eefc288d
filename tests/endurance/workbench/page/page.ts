import { deviceKey, openRegistry } from '../../../../web/vault/registry';
import { openVault, type Vault } from '../../../../web/vault/vault';
import { checkMoves, checkReview, move, review } from './work';

/** What a page is doing when it is killed. */
export type State = 'reviewing' | 'moving';

const WORK = { reviewing: review, moving: move } as const;
const CHECKS = { reviewing: checkReview, moving: checkMoves } as const;

/** The trial's key stands for any: it is where each life of the page finds it again. */
const openKept = async (): Promise<Vault> =>
  openVault('workbench-endurance', (await deviceKey(openRegistry())).key);

const endurance = {
  /** Works until the page is killed. */
  work: async (state: State): Promise<void> => WORK[state](await openKept()),

  /** What is there after the kill, when so much was acknowledged before it. */
  async check(state: State, acknowledged: number) {
    const vault = await openKept();
    const verdict = await CHECKS[state](vault, acknowledged);
    const unreadable = (await vault.quarantine.all()).length;
    await vault.close();
    return { ...verdict, unreadable };
  },

  async forget(): Promise<void> {
    for (const { name = '' } of await indexedDB.databases()) {
      await new Promise((resolve) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = request.onerror = resolve;
      });
    }
  },
};

export type WorkbenchEndurance = typeof endurance;

Object.assign(window, { workbenchEndurance: endurance });
