import { TranscriptionQueue, type Recogniser } from '../../../web/engine/transcription-queue';
import { queueStore } from '../../../web/screens/queue-store';
import type { Vault } from '../../../web/vault/vault';
import { dictation, segment } from '../../builders';
import { DICTATION, forEver, type Trial } from './kept';
import { checkTyped, type } from './work';

const RATE = 16_000;
const WINDOWS = 40;
const WINDOW_SECONDS = 2;
const LONGEST_WINDOW_MILLISECONDS = 30;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Hears made-up words, window after window, as quickly as wanted: what is tried is the way they are kept. */
const recogniser = (milliseconds: () => number): Recogniser => ({
  async transcribe(_, { fromSample, onEvent }) {
    for (let index = fromSample / RATE / WINDOW_SECONDS; index < WINDOWS; index++) {
      await pause(milliseconds());
      const start = index * WINDOW_SECONDS;
      const end = start + WINDOW_SECONDS;
      const segments = [segment(`fenêtre ${index}`, start)];
      const nextSample = end * RATE;
      await onEvent({ kind: 'window', start, end, segments, untold: [], nextSample });
    }
    return { ok: true, value: undefined };
  },
});

/** Runs the real queue until the dictation is drafted. */
async function hear(vault: Vault, milliseconds: () => number): Promise<void> {
  const stopping = new AbortController();
  const store = queueStore(vault);
  const queue = new TranscriptionQueue(
    recogniser(milliseconds),
    {
      ...store,
      setState: async (id, state) => {
        await store.setState(id, state);
        if (state.phase === 'drafted') stopping.abort();
      },
    },
    () => undefined,
  );
  const running = queue.run(stopping.signal);
  stopping.signal.addEventListener('abort', () => queue.wake());
  await running;
}

const isDrafted = async (vault: Vault): Promise<boolean> =>
  (await vault.dictations.get(DICTATION))?.state.phase === 'drafted';

/** Windows and the first letters of a person meanwhile; what is acknowledged are the keystrokes. */
export const transcribing: Trial = {
  async work(vault) {
    const sampleCount = WINDOWS * WINDOW_SECONDS * RATE;
    await vault.dictations.put(dictation({ id: DICTATION, sampleCount }));
    await Promise.all([
      type(vault),
      hear(vault, () => Math.random() * LONGEST_WINDOW_MILLISECONDS),
    ]);
    await forEver(() => pause(LONGEST_WINDOW_MILLISECONDS));
  },

  /** What was heard stays, and the rest is heard after it, once. */
  async check(vault, acknowledged) {
    const before = await vault.transcripts.windows(DICTATION);
    if (!(await isDrafted(vault))) await hear(vault, () => 0);
    const after = await vault.transcripts.windows(DICTATION);
    if (JSON.stringify(after.slice(0, before.length)) !== JSON.stringify(before)) {
      return { wrong: 'what was heard has changed' };
    }
    const isWhole = after.every(
      ({ start, index }, at) => start === at * WINDOW_SECONDS && index === at,
    );
    if (!isWhole || after.length !== WINDOWS) return { wrong: 'a gap in what was heard' };
    if (!(await isDrafted(vault))) return { wrong: 'not drafted' };
    return checkTyped(vault, acknowledged);
  },
};
