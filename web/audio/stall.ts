/** For what takes milliseconds. */
const STALLED_SECONDS = 8;

/**
 * What a reader or a decoder gives; nothing where it has stopped answering for so many seconds.
 * @throws what it throws.
 */
export async function answerOf<T>(
  answer: Promise<T>,
  stalledSeconds = STALLED_SECONDS,
): Promise<T | undefined> {
  let timer: ReturnType<typeof setInterval> | undefined;
  const stalled = new Promise<undefined>((resolve) => {
    let seconds = 0;
    // Second by second: those in which the computer sleeps are not counted.
    timer = setInterval(() => {
      seconds += 1;
      if (seconds === stalledSeconds) resolve(undefined);
    }, 1000);
  });
  try {
    return await Promise.race([answer, stalled]);
  } finally {
    clearInterval(timer);
  }
}
