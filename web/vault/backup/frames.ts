/**
 * A backup is a row of frames of one length, so that what follows a damaged one is found again. Each is sealed with
 * AES-256-GCM, its place in its file being part of the seal, and begins with
 * - whether it is the last one (1 byte),
 * - how many bytes of it are used (4 bytes),
 * - where in them the first record begins that does not go on from the frame before (4 bytes; NONE where there is none).
 */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const PREFIX_BYTES = 9;
const NONE = 0xffffffff;

export const FRAME_BYTES = 256 * 1024;
const ROOM_BYTES = FRAME_BYTES - NONCE_BYTES - TAG_BYTES - PREFIX_BYTES;

export interface FrameSeal {
  readonly key: CryptoKey;
  readonly fileId: Uint8Array<ArrayBuffer>;
  readonly version: number;
}

export interface Frame {
  readonly isLast: boolean;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** In {@link bytes}; undefined where no record begins here. */
  readonly firstRecord: number | undefined;
}

function place({ fileId, version }: FrameSeal, sequence: number): Uint8Array<ArrayBuffer> {
  const name = new TextEncoder().encode(`plume-backup ${version} ${sequence} `);
  const bytes = new Uint8Array(name.length + fileId.length);
  bytes.set(name);
  bytes.set(fileId, name.length);
  return bytes;
}

export async function sealFrame(
  seal: FrameSeal,
  sequence: number,
  { isLast, bytes, firstRecord }: Frame,
): Promise<Uint8Array<ArrayBuffer>> {
  const plain = new Uint8Array(PREFIX_BYTES + ROOM_BYTES);
  const view = new DataView(plain.buffer);
  view.setUint8(0, isLast ? 1 : 0);
  view.setUint32(1, bytes.length);
  view.setUint32(5, firstRecord ?? NONE);
  plain.set(bytes, PREFIX_BYTES);
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const algorithm = { name: 'AES-GCM', iv, additionalData: place(seal, sequence) };
  const sealed = new Uint8Array(FRAME_BYTES);
  sealed.set(iv);
  sealed.set(new Uint8Array(await crypto.subtle.encrypt(algorithm, seal.key, plain)), NONCE_BYTES);
  return sealed;
}

/** @returns undefined where the frame is damaged, cut, moved, or sealed with another key. */
export async function openFrame(
  seal: FrameSeal,
  sequence: number,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Frame | undefined> {
  if (sealed.length !== FRAME_BYTES) return undefined;
  const iv = sealed.subarray(0, NONCE_BYTES);
  const algorithm = { name: 'AES-GCM', iv, additionalData: place(seal, sequence) };
  try {
    const plain = await crypto.subtle.decrypt(algorithm, seal.key, sealed.subarray(NONCE_BYTES));
    const view = new DataView(plain);
    const firstRecord = view.getUint32(5);
    return {
      isLast: view.getUint8(0) === 1,
      bytes: new Uint8Array(plain, PREFIX_BYTES, view.getUint32(1)),
      firstRecord: firstRecord === NONE ? undefined : firstRecord,
    };
  } catch {
    return undefined;
  }
}

/** Packs records one behind the other into frames, across their borders where need be. */
export class FramePacker {
  #bytes = new Uint8Array(ROOM_BYTES);
  #used = 0;
  #firstRecord: number | undefined;

  /** @returns the frames that are full. */
  *add(record: readonly Uint8Array[]): Generator<Frame> {
    if (this.#used === ROOM_BYTES) yield this.#take(false);
    this.#firstRecord ??= this.#used;
    for (const part of record) {
      for (let at = 0; at < part.length;) {
        if (this.#used === ROOM_BYTES) yield this.#take(false);
        const piece = part.subarray(at, at + ROOM_BYTES - this.#used);
        this.#bytes.set(piece, this.#used);
        this.#used += piece.length;
        at += piece.length;
      }
    }
  }

  last(): Frame {
    return this.#take(true);
  }

  #take(isLast: boolean): Frame {
    const bytes = this.#bytes.slice(0, this.#used);
    const frame = { isLast, bytes, firstRecord: this.#firstRecord };
    this.#used = 0;
    this.#firstRecord = undefined;
    return frame;
  }
}
