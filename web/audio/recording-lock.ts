const NAME = 'plume-recording';

/** Whether any tab records now. */
export async function isRecordedSomewhere(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === NAME);
}

/**
 * The right to record, which only one tab has at a time; nothing if another tab has it. The browser takes it back by
 * itself when a tab dies. The returned function gives it back.
 */
export async function takeRecordingLock(): Promise<(() => void) | undefined> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(NAME, { ifAvailable: true }, (lock) => {
        if (lock === null) {
          resolve(undefined);
          return undefined;
        }
        return new Promise<void>((giveBack) => {
          resolve(giveBack);
        });
      })
      .catch(reject);
  });
}
