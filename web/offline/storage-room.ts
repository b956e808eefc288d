/** Above this share of what the browser grants, a person should make room. */
const SHORT_SHARE = 0.8;

/** 16-bit sound at 16 kHz for the recogniser and at 48 kHz for the ear. */
const RECORDED_BYTES_PER_SECOND = 2 * (16_000 + 48_000);
const LONGEST_USUAL_SECONDS = 15 * 60;

/** No recording begins with less: what is begun should be able to end. */
const LEAST_ROOM_BYTES = RECORDED_BYTES_PER_SECOND * LONGEST_USUAL_SECONDS;

/** With less than an hour of sound left, a person should make room. */
const SHORT_ROOM_BYTES = 4 * LEAST_ROOM_BYTES;

export interface StorageRoom {
  /** Full: nothing new may begin; what is there is safe. */
  readonly level: 'ample' | 'short' | 'full';
  /** 0 to 1. */
  readonly usedShare: number;
  readonly freeBytes: number;
}

/** A browser that tells no quota is taken at its word that there is room: writing fails in words otherwise. */
export function roomOf({ usage = 0, quota = 0 }: StorageEstimate): StorageRoom {
  if (quota === 0) return { level: 'ample', usedShare: 0, freeBytes: Infinity };
  const freeBytes = Math.max(0, quota - usage);
  const usedShare = usage / quota;
  if (freeBytes < LEAST_ROOM_BYTES) return { level: 'full', usedShare, freeBytes };
  return { level: usedShare >= SHORT_SHARE ? 'short' : 'ample', usedShare, freeBytes };
}

type Storage = Pick<StorageManager, 'estimate'> & Partial<Pick<StorageManager, 'getDirectory'>>;

/**
 * Whether a file could grow by this much. It never holds anything: the browser checks its real limit when the length
 * is set, and the file is given up at once. What cannot be tried is taken to hold.
 */
async function holds({ getDirectory }: Storage, bytes: number): Promise<boolean> {
  if (!getDirectory) return true;
  try {
    const folder = await getDirectory();
    const name = crypto.randomUUID();
    const file = await folder.getFileHandle(name, { create: true });
    const writing = await file.createWritable();
    try {
      await writing.truncate(bytes);
      return true;
    } finally {
      await writing.abort().catch(() => undefined);
      await folder.removeEntry(name).catch(() => undefined);
    }
  } catch (error) {
    return !(error instanceof DOMException && error.name === 'QuotaExceededError');
  }
}

/**
 * Whether something new may begin, and what is estimated; quicker than {@link storageRoom}. Chromium 156 estimates
 * usage and 10 GiB more whatever is free (tried with a limit of 60 MB), so that it is put to the test as well.
 */
export async function roomToBegin(storage: Storage = ownStorage()): Promise<StorageRoom> {
  const room = roomOf(await storage.estimate());
  if (room.level === 'full' || (await holds(storage, LEAST_ROOM_BYTES))) return room;
  return { ...room, level: 'full', freeBytes: LEAST_ROOM_BYTES };
}

/** Room left for this application. */
export async function storageRoom(storage: Storage = ownStorage()): Promise<StorageRoom> {
  const room = await roomToBegin(storage);
  if (room.level === 'full') return room;
  const isShort = room.level === 'short' || !(await holds(storage, SHORT_ROOM_BYTES));
  return isShort ? { ...room, level: 'short' } : room;
}

const ownStorage = (): Storage => ({
  estimate: () => navigator.storage.estimate(),
  ...('getDirectory' in navigator.storage && {
    getDirectory: () => navigator.storage.getDirectory(),
  }),
});
