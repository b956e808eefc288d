/** One who leaves and comes back at once waits for the last words to be kept, about as long as that takes. */
const PATIENCE_MS = 400;

/** Settles when a signal is aborted. */
export const ended = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/**
 * Opens what one tab writes at a time: for reading while another has it, and again for writing once that one has let go.
 * @param open runs until its signal is aborted and may go on a little after that
 */
export async function inTurn(
  name: string,
  closing: AbortSignal,
  open: (isReadOnly: boolean, until: AbortSignal) => Promise<void>,
): Promise<void> {
  const turn = new AbortController();
  let reading = Promise.resolve();
  const writing = navigator.locks
    .request(name, { signal: closing }, async () => {
      turn.abort();
      await reading;
      if (!closing.aborted) await open(false, closing);
    })
    .catch((reason: unknown) => {
      if (!closing.aborted) throw reason;
    });
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.race([writing, ended(turn.signal), patience]);
  if (!turn.signal.aborted && !closing.aborted) {
    reading = open(true, AbortSignal.any([closing, turn.signal]));
  }
  await Promise.all([writing, reading]);
}
