import { Recorder } from '../../../web/audio/recorder';
import { soundIds } from '../../../web/dossier/dictation';
import { Saving } from '../../../web/editor/saving';
import type { Vault } from '../../../web/vault/vault';
import { dictation } from '../../builders';
import { DICTATION, fill, forEver, reached, type Check, type Trial } from './kept';

const RATE = 16_000;
const KEY_MILLISECONDS = 4;
const KEYS_BEFORE_SETTLING = 40;

export const recording: Trial = {
  async work(vault) {
    await vault.dictations.put(
      dictation({ id: DICTATION, original: { kind: 'takes', edits: [] } }),
    );
    const recorder = new Recorder({
      sink: {
        beginTake: (edit) =>
          vault.dictations.change(DICTATION, { original: { kind: 'takes', edits: [edit] } }),
        write: ({ takeId, index, speech, original, peaks }) =>
          vault.sounds.writePiece({
            soundId: takeId,
            index,
            speech: speech.buffer,
            original: original.buffer,
            peaks: peaks.buffer,
          }),
      },
      onChange: ({ seconds }) => void reached(seconds),
    });
    const failure = await recorder.start({ kind: 'append' });
    if (failure) throw new Error(failure);
  },

  async check(vault, heardSeconds) {
    const kept = await vault.dictations.get(DICTATION);
    let bytes = 0;
    for (const id of kept ? soundIds(kept) : []) {
      const blob = await vault.sounds.speech.blob(id, '');
      if (blob.size !== (await vault.sounds.speech.size(id))) return { wrong: 'a gap' };
      bytes += blob.size;
    }
    return { soundSeconds: Math.max(0, heardSeconds - bytes / 2 / RATE) };
  },
};

/** Types for ever, and keeps the whole text from time to time, as the editor does. */
export async function type(vault: Vault): Promise<void> {
  let typed = 0;
  const saving = new Saving(
    { dictationId: DICTATION, version: 0 },
    {
      append: async (entries) => {
        await vault.reports.append(entries);
        for (const { version } of entries) void reached(version);
      },
      settle: vault.reports.settle,
    },
    () => undefined,
  );
  await forEver(async () => {
    saving.add([{ typed: ++typed }]);
    if (typed % KEYS_BEFORE_SETTLING === 0) void saving.settle({ document: { typed } });
    await new Promise((resolve) => setTimeout(resolve, KEY_MILLISECONDS));
  });
}

export async function checkTyped(vault: Vault, acknowledged: number): Promise<Check> {
  const { snapshot, journal } = await vault.reports.open(DICTATION);
  const first = (snapshot?.version ?? 0) + 1;
  const isWhole = journal.every(({ version }, at) => version === first + at);
  const last = journal.at(-1)?.version ?? snapshot?.version ?? 0;
  return isWhole ? { keystrokes: Math.max(0, acknowledged - last) } : { wrong: 'a gap' };
}

export const editing: Trial = { work: type, check: checkTyped };

export const sealing: Trial = {
  work: (vault) =>
    forEver(async (turn) => {
      await Promise.all([
        vault.records<number>('templates').put('w', turn),
        vault.annexes<number>('work-time').put(DICTATION, 'm', turn),
        vault.dictations.put(dictation({ id: DICTATION, createdAt: turn })),
      ]);
      void reached(turn);
    }),

  async check(vault, acknowledged) {
    const kept = [
      await vault.records<number>('templates').get('w'),
      (await vault.annexes<number>('work-time').all(DICTATION))[0],
      (await vault.dictations.get(DICTATION))?.createdAt,
    ];
    return { others: Math.max(0, ...kept.map((turn) => acknowledged - (turn ?? 0))) };
  },
};

export const purging: Trial = {
  work: (vault) =>
    forEver(async (turn) => {
      await fill(vault, `d${turn}`);
      void reached(turn);
      await vault.dictations.purge(`d${turn}`);
    }),

  async check(vault) {
    for (const { id } of await vault.dictations.all()) {
      const pieces = await vault.sounds.originals.size(id);
      const moves = (await vault.annexes<number>('work-time').all(id)).length;
      if (Math.abs(pieces - moves) > 1) return { wrong: 'half purged' };
    }
    return {};
  },
};
