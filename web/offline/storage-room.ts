/** Above this share of what the browser grants, a person should make room. */
const SHORT_SHARE = 0.8;

/** 16-bit sound at 16 kHz for the recogniser and at 48 kHz for the ear. */
const RECORDED_BYTES_PER_SECOND = 2 * (16_000 + 48_000);
const LONGEST_USUAL_SECONDS = 15 * 60;

/** No recording begins with less: what is begun should be able to end. */
const LEAST_ROOM_BYTES = RECORDED_BYTES_PER_SECOND * LONGEST_USUAL_SECONDS;

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

/** Room left for this application, as the browser estimates it. */
export async function storageRoom(
  storage: Pick<StorageManager, 'estimate'> = navigator.storage,
): Promise<StorageRoom> {
  return roomOf(await storage.estimate());
}
