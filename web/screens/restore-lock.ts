const LOCK = 'plume-restore';

/** One restore at a time, in whatever tab. */
export const whileRestoring = <T>(job: () => Promise<T>): Promise<T> =>
  navigator.locks.request(LOCK, job);

/** Nothing is done while a restore is going on in another tab. */
export const unlessRestoring = (job: () => Promise<void>): Promise<void> =>
  navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock) await job();
  });
