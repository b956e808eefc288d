import { type State, type Verdict } from '../states';
import { backingUp, restoring } from './backing-up';
import { openKept, unreadableIn, type Trial } from './kept';
import { converting, rewrapping } from './moving';
import { moving, reviewing } from './reviewing';
import { transcribing } from './transcribing';
import { editing, purging, recording, sealing } from './work';

const TRIALS: Readonly<Record<State, Trial>> = {
  recording,
  editing,
  transcribing,
  sealing,
  converting,
  're-wrapping': rewrapping,
  'backing up': backingUp,
  restoring,
  purging,
  reviewing,
  moving,
};

const endurance = {
  /** Does one thing until the page is killed. */
  work: async (state: State): Promise<void> => TRIALS[state].work(await openKept()),

  /** What is there after the kill, when so much was acknowledged before it. */
  async check(state: State, acknowledged: number): Promise<Verdict> {
    const vault = await openKept();
    const { wrong, ...loss } = await TRIALS[state].check(vault, acknowledged);
    const unreadable = await unreadableIn(vault);
    await vault.close();
    return { soundSeconds: 0, keystrokes: 0, others: 0, ...loss, unreadable, wrong };
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

export type Endurance = typeof endurance;

Object.assign(window, { endurance });
