import { isOutOfSpace } from '../dossier/out-of-space';
import { LockedError } from '../vault/keyring';
import { ForbiddenError } from '../vault/permission';
import { shellWords } from '../words/shell';

/** What work ends with that was stopped, or whose vault was locked meanwhile. */
const ENDINGS: readonly string[] = ['AbortError', 'DatabaseClosedError'];

/** Stopped on purpose, or told by whoever refused it. */
const isExpected = (reason: unknown): boolean =>
  reason instanceof ForbiddenError ||
  reason instanceof LockedError ||
  (reason instanceof Error && ENDINGS.includes(reason.name));

/** Says in words what no screen has foreseen, until the returned function is called: a fault is never silent. */
export function watchUnforeseen(say: (text: string) => void): () => void {
  const watching = new AbortController();
  const { signal } = watching;
  const tell = (reason: unknown): void => {
    // First: the database says of a full disk that the write was aborted.
    if (isOutOfSpace(reason)) say(shellWords.outOfSpace);
    else if (!isExpected(reason)) say(shellWords.unforeseen);
  };
  addEventListener('unhandledrejection', ({ reason }) => tell(reason), { signal });
  // Without an error it is a note of the browser's own, as of an observer that was called too often.
  addEventListener(
    'error',
    ({ error }: ErrorEvent) => {
      if (error) tell(error);
    },
    { signal },
  );
  return () => watching.abort();
}
