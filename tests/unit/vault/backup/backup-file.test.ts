import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeBackup } from '../../../../web/vault/backup/backup-file';
import { FRAME_BYTES } from '../../../../web/vault/backup/frames';
import { HEADER_BYTES } from '../../../../web/vault/backup/header';
import { backupOf, digest, record, restored, RIGHT, secret, type Restored } from './backups';

/** `PLUME_FUZZ=2000` tries as many damages of each kind. */
const RUNS = Number(process.env['PLUME_FUZZ'] ?? 50);

/** From nothing to a piece of sound that reaches over several frames. */
const SIZES = [0, 1, 40, FRAME_BYTES - 90, 3 * FRAME_BYTES, 10, 300_000, 7, 7];
const RECORDS = SIZES.map((length, index) => record(index, length));
const DIGESTS = RECORDS.map(digest);
const WHOLE = { whole: RECORDS.length, lost: 0, damagedFrames: 0, isCut: false };

const file = await backupOf(RECORDS);
const frames = (file.length - HEADER_BYTES) / FRAME_BYTES;

const isRestored = (found: unknown): found is Restored =>
  typeof found === 'object' && found !== null;

/** What is found is as it was: damage loses records, it never changes one. */
function expectOnlyTrueRecords({ records }: Restored): void {
  expect(records.filter((found) => !DIGESTS.includes(found))).toEqual([]);
}

describe('a backup', () => {
  test('gives back what went in, to the byte', async () => {
    expect(await restored(file)).toEqual({ records: DIGESTS, report: WHOLE });
    expect(await restored(await backupOf([]))).toEqual({
      records: [],
      report: { ...WHOLE, whole: 0 },
    });
  });

  test('gives back any records, of any length', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.nat(2 * FRAME_BYTES), { maxLength: 6 }), async (lengths) => {
        const records = lengths.map((length, index) => record(index, length));
        expect(await restored(await backupOf(records))).toMatchObject({
          records: records.map(digest),
        });
      }),
      { numRuns: 15 },
    ));

  test('shows nothing of what is in it, and never the same bytes twice', async () => {
    const words = new TextEncoder().encode('Madame Dupont '.repeat(40));
    const named = { ...record(0, 0), table: 'dictations', bytes: words };
    const [one, other] = [await backupOf([named]), await backupOf([named])];
    for (const bytes of [one, other]) {
      const text = new TextDecoder('latin1').decode(bytes);
      expect(text).not.toContain('Dupont');
      expect(text).not.toContain('dictations');
    }
    expect(Buffer.compare(one.subarray(HEADER_BYTES), other.subarray(HEADER_BYTES))).not.toBe(0);
  });

  test('opens with its own passphrase only', async () => {
    expect(await restored(file, secret('autre chose'))).toBe('wrong-passphrase');
  });

  test('is refused when it is something else, or of a later version', async () => {
    expect(await restored(new TextEncoder().encode('Bonjour'))).toBe('not-a-backup');
    expect(await restored(new Uint8Array())).toBe('not-a-backup');
    const later = file.slice();
    for (const start of [0, HEADER_BYTES / 2]) {
      const copy = later.subarray(start, start + HEADER_BYTES / 2);
      copy[11] = 3;
      const end = copy.length - 8;
      const digest = await crypto.subtle.digest('SHA-256', copy.slice(0, end));
      copy.set(new Uint8Array(digest, 0, 8), end);
    }
    expect(await restored(later)).toBe('later-version');
  });

  test('is stopped when asked', async () => {
    const stopping = new AbortController();
    const writing = writeBackup(
      stopping.signal,
      (async function* () {
        yield record(0, 10);
        stopping.abort();
        yield record(1, 10);
      })(),
      RIGHT,
    );
    const takeAll = async () => {
      for await (const part of writing) expect(part.length).toBeGreaterThan(0);
    };
    await expect(takeAll()).rejects.toThrow('abort');
  });
});

describe('a damaged backup', { timeout: 600_000 }, () => {
  test('loses what a flipped byte touches, and says how much', () =>
    fc.assert(
      fc.asyncProperty(
        fc.nat(file.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const damaged = file.slice();
          damaged[at] = (damaged[at] ?? 0) ^ by;
          const found = await restored(damaged);
          if (!isRestored(found)) throw new Error(String(found));
          expectOnlyTrueRecords(found);
          const { whole, lost, damagedFrames } = found.report;
          expect(whole).toBe(found.records.length);
          expect(damagedFrames).toBe(at < HEADER_BYTES ? 0 : 1);
          if (at < HEADER_BYTES) expect(found.report).toEqual(WHOLE);
          else if (lost !== undefined) expect(whole + lost).toBe(RECORDS.length);
          else expect(at).toBeGreaterThanOrEqual(file.length - 2 * FRAME_BYTES);
        },
      ),
      { numRuns: RUNS },
    ));

  test('gives what stands before the cut, and says that it is cut', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: HEADER_BYTES, max: file.length - 1 }), async (length) => {
        const found = await restored(file.slice(0, length));
        if (length < HEADER_BYTES + FRAME_BYTES) {
          expect(found).toBe('wrong-passphrase');
          return;
        }
        if (!isRestored(found)) throw new Error(String(found));
        expectOnlyTrueRecords(found);
        expect(found.report).toMatchObject({ isCut: true, lost: undefined });
      }),
      { numRuns: RUNS },
    ));

  test('finds the records behind each frame that is lost', async () => {
    for (let lost = 0; lost < frames; lost++) {
      const damaged = file.slice();
      const start = HEADER_BYTES + lost * FRAME_BYTES;
      damaged.fill(0, start, start + FRAME_BYTES);
      const found = await restored(damaged);
      if (!isRestored(found)) throw new Error(String(found));
      expectOnlyTrueRecords(found);
      if (lost < frames - 1) expect(found.records.at(-1)).toBe(DIGESTS.at(-1));
    }
  });

  test('never takes frames in another order, or of another backup', async () => {
    const swapped = file.slice();
    const [one, two] = [0, 1].map((at) => HEADER_BYTES + at * FRAME_BYTES);
    swapped.set(file.subarray(two, two! + FRAME_BYTES), one);
    swapped.set(file.subarray(one, one! + FRAME_BYTES), two);
    expect(await restored(swapped)).toMatchObject({ report: { damagedFrames: 2 } });

    const mixed = file.slice();
    const other = await backupOf(RECORDS);
    mixed.set(other.subarray(HEADER_BYTES, HEADER_BYTES + FRAME_BYTES), HEADER_BYTES);
    expect(await restored(mixed)).toMatchObject({ report: { damagedFrames: 1 } });
  });

  test('of random bytes is refused without a hang', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 4096 }), async (bytes) => {
        expect(await restored(new Uint8Array(bytes))).toBe('not-a-backup');
      }),
      { numRuns: 5 * RUNS },
    ));
});
