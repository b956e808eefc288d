import { beforeEach, describe, expect, test, vi } from 'vitest';
import { NO_VERDICT, type GraphicsVerdict } from '../../../web/dossier/graphics-verdict';
import {
  GraphicsChoice,
  type CardWorker,
  type GraphicsMemory,
  type GraphicsShelf,
} from '../../../web/engine/graphics-choice';
import type { Trial } from '../../../workers/recognition/graphics/trial';
import type { GraphicsFiles, ModelEntry } from '../../../workers/recognition/models/manifest';

const NOW = 1_800_000_000_000;
const FILES: GraphicsFiles = {
  graphicsEncoder: new ArrayBuffer(2),
  graphicsEncoderSingle: new ArrayBuffer(1),
};

const model = (sha256 = 'abc'): ModelEntry => ({
  id: 'small',
  name: 'Small',
  languages: ['fr'],
  memoryBytes: 1,
  files: [],
  graphics: [{ role: 'graphicsEncoder', path: 'small/encoder-gpu.onnx', bytes: 2, sha256 }],
});

const FASTER: Trial = { outcome: 'faster', processorSeconds: 5, graphicsSeconds: 1 };

let kept: GraphicsVerdict;
let history: GraphicsVerdict['outcome'][];
let isWanted: boolean;
let held: Promise<unknown>[];
let isForgiving: boolean;
let shelf: { [K in keyof GraphicsShelf]: ReturnType<typeof vi.fn<GraphicsShelf[K]>> };

const memory: GraphicsMemory = {
  isWanted: () => Promise.resolve(isWanted),
  verdict: () => Promise.resolve(kept),
  keep: (verdict) => {
    kept = verdict;
    history.push(verdict.outcome);
    return Promise.resolve();
  },
  holdOpen: (work) => void held.push(work),
  forgiveLeaving: () => {
    isForgiving = true;
    return () => (isForgiving = false);
  },
};

const worker = (card: string | undefined, trial: Trial | undefined = FASTER) => ({
  graphicsCard: vi.fn<CardWorker['graphicsCard']>(() => Promise.resolve(card)),
  tryGraphics: vi.fn<CardWorker['tryGraphics']>(() => Promise.resolve(trial)),
});

/** As after the application was opened again. */
const choice = () => new GraphicsChoice(memory, shelf, { lost: new Set(), now: () => NOW });

beforeEach(() => {
  kept = NO_VERDICT;
  history = [];
  isWanted = true;
  held = [];
  isForgiving = false;
  shelf = { files: vi.fn(() => Promise.resolve(FILES)), forget: vi.fn(() => Promise.resolve()) };
});

describe('the choice between processor and graphics card', () => {
  test('fetches what a card hears with before its trial, where there is one to try', async () => {
    const { signal } = new AbortController();
    expect(await choice().isReadyToTry(worker(undefined), model(), signal)).toBe(false);
    expect(shelf.files).not.toHaveBeenCalled();
    expect(await choice().isReadyToTry(worker('card'), model(), signal)).toBe(true);
    expect(shelf.files).toHaveBeenCalledExactlyOnceWith(model(), signal);
    expect(history).toEqual([]);
    shelf.files.mockRejectedValueOnce(new Error('no answer'));
    expect(await choice().isReadyToTry(worker('card'), model(), signal)).toBe(false);
    await choice().tryOut(worker('card'), model());
    expect(await choice().isReadyToTry(worker('card'), model(), signal)).toBe(false);
  });

  test('is the processor where there is no card: nothing is fetched, tried or kept', async () => {
    const noCard = worker(undefined);
    expect(await choice().toUse(noCard, model())).toBeUndefined();
    expect(await choice().tryOut(noCard, model())).toBeUndefined();
    expect(shelf.files).not.toHaveBeenCalled();
    expect(noCard.tryGraphics).not.toHaveBeenCalled();
    expect(kept).toBe(NO_VERDICT);
  });

  test('does not even look for a card where the person, or the model, has no use for one', async () => {
    const { graphics: _, ...light } = model();
    const real = worker('acme');
    expect(await choice().tryOut(real, light)).toBeUndefined();
    isWanted = false;
    expect(await choice().tryOut(real, model())).toBeUndefined();
    expect(await choice().toUse(real, model())).toBeUndefined();
    expect(real.graphicsCard).not.toHaveBeenCalled();
  });

  test('is made by a trial, remembered, and not tried again', async () => {
    expect(await choice().toUse(worker('acme'), model())).toBeUndefined();
    expect(await choice().tryOut(worker('acme'), model())).toBeDefined();
    expect(history).toEqual(['begun', 'faster']);
    expect(kept).toEqual({ format: 1, of: 'acme / abc', attempts: 0, at: NOW, ...FASTER });
    const later = worker('acme');
    expect((await choice().toUse(later, model()))?.files).toBe(FILES);
    expect(await choice().tryOut(later, model())).toBeUndefined();
    expect(later.tryGraphics).not.toHaveBeenCalled();
  });

  test.each(['slower', 'wrong', 'failed'] as const)(
    'stays the processor after a trial that went %s, and the room comes back',
    async (outcome) => {
      const trial: Trial = { outcome, processorSeconds: 5, graphicsSeconds: 4 };
      expect(await choice().tryOut(worker('acme', trial), model())).toBeUndefined();
      expect(kept.outcome).toBe(outcome);
      expect(shelf.forget).toHaveBeenCalledTimes(1);
      const later = worker('acme');
      expect(await choice().toUse(later, model())).toBeUndefined();
      await choice().tryOut(later, model());
      expect(later.tryGraphics).not.toHaveBeenCalled();
    },
  );

  test('is made anew for another card, another model, another version', async () => {
    await choice().tryOut(worker('acme'), model());
    for (const [card, entry] of [
      ['other', model()],
      ['acme', model('def')],
    ] as const) {
      expect(await choice().toUse(worker(card), entry)).toBeUndefined();
      const tried = worker(card);
      await choice().tryOut(tried, entry);
      expect(tried.tryGraphics).toHaveBeenCalledWith(FILES);
    }
  });

  test('is forgotten when the card fails: not asked in this session, tried again in the next', async () => {
    const session = choice();
    const won = await session.tryOut(worker('acme'), model());
    won!.onLost();
    expect(kept).toMatchObject({ outcome: 'lost', processorSeconds: 5, graphicsSeconds: 1 });
    const same = worker('acme');
    expect(await session.toUse(same, model())).toBeUndefined();
    expect(await session.tryOut(same, model())).toBeUndefined();
    expect(same.tryGraphics).not.toHaveBeenCalled();
    const next = worker('acme');
    expect(await choice().toUse(next, model())).toBeUndefined();
    expect(await choice().tryOut(next, model())).toBeDefined();
  });

  test('is forgotten as well when a card fails that was chosen before', async () => {
    await choice().tryOut(worker('acme'), model());
    const session = choice();
    (await session.toUse(worker('acme'), model()))!.onLost();
    expect(kept.outcome).toBe('lost');
    expect(await session.toUse(worker('acme'), model())).toBeUndefined();
  });

  test('tries once more a trial that was broken off, but no third time', async () => {
    const fatal = worker('acme');
    fatal.tryGraphics.mockImplementation(() => Promise.reject(new Error('worker died')));
    for (const attempts of [1, 2]) {
      await expect(choice().tryOut(fatal, model())).rejects.toThrow('worker died');
      expect(kept).toMatchObject({ outcome: 'begun', attempts });
    }
    const next = worker('acme');
    await choice().tryOut(next, model());
    expect(next.tryGraphics).not.toHaveBeenCalled();
    await choice().tryOut(worker('other'), model());
    expect(kept).toMatchObject({ outcome: 'faster', attempts: 0 });
  });

  test('counts no attempt where the vault was locked: it is not locked before that is written', async () => {
    for (let time = 0; time < 3; time++) {
      const stopped = worker('acme');
      stopped.tryGraphics.mockImplementation(() => {
        expect(kept).toMatchObject({ outcome: 'begun', attempts: 1 });
        expect(isForgiving).toBe(true);
        return Promise.reject(new DOMException('the workplace is closed', 'AbortError'));
      });
      const trial = choice().tryOut(stopped, model());
      expect(held.at(-1)).toBe(trial);
      await expect(trial).rejects.toThrow('the workplace is closed');
      expect(kept).toBe(NO_VERDICT);
      expect(isForgiving).toBe(false);
    }
  });

  test('counts an attempt that had no end in time', async () => {
    const slow = worker('acme');
    slow.tryGraphics.mockImplementation(() =>
      Promise.reject(new DOMException('too long', 'TimeoutError')),
    );
    await expect(choice().tryOut(slow, model())).rejects.toThrow('too long');
    expect(kept).toMatchObject({ outcome: 'begun', attempts: 1 });
  });

  test('waits where nothing was heard yet, or the files cannot be had', async () => {
    await choice().tryOut(
      { ...worker('acme'), tryGraphics: () => Promise.resolve(undefined) },
      model(),
    );
    expect(kept).toBe(NO_VERDICT);
    shelf.files.mockReturnValue(Promise.reject(new Error('no server')));
    expect(await choice().tryOut(worker('acme'), model())).toBeUndefined();
    expect(kept).toBe(NO_VERDICT);
  });
});
