import { readContent, writeContent } from './content';

/** Where a sealed content belongs: it opens nowhere else, and as no other revision. */
export interface Place {
  readonly table: string;
  /** Every key of the row, in the order of its table. */
  readonly key: readonly (string | number)[];
  /** Counts the times the row was overwritten; 0 where rows are only ever added. */
  readonly revision: number;
}

/** The content was changed, moved, or sealed with another key. */
export class UnreadableError extends Error {}
/** The key was dropped: nothing can be read or written any more. */
export class LockedError extends Error {}

const FORMAT = 1;
const HEADER_BYTES = 2;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What sealing adds to the bytes of a content. */
export const SEAL_BYTES = HEADER_BYTES + NONCE_BYTES + TAG_BYTES;

const encoder = new TextEncoder();

const additionalData = (kind: number, { table, key, revision }: Place): Uint8Array<ArrayBuffer> =>
  encoder.encode(JSON.stringify(['plume', FORMAT, kind, table, key, revision]));

/** The raw bytes of a data key become one that nothing can read back. */
export const importDataKey = (raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);

/** A key that only this browser has: it hides what is kept from a scan of the disk, not from who sits at the machine. */
export const newDeviceKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

/**
 * Seals and opens contents with one data key (AES-256-GCM, a random 96-bit nonce each time) until it is closed.
 * Layout: format, kind of content, nonce, cipher text with its tag; see the README of this folder.
 */
export class Keyring {
  #key: CryptoKey | undefined;

  constructor(key: CryptoKey) {
    this.#key = key;
  }

  get isClosed(): boolean {
    return this.#key === undefined;
  }

  /** @throws LockedError */
  async seal(place: Place, content: unknown): Promise<Uint8Array<ArrayBuffer>> {
    const { kind, bytes } = writeContent(content);
    const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    const body = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData: additionalData(kind, place) },
      this.#held(),
      bytes,
    );
    const sealed = new Uint8Array(HEADER_BYTES + NONCE_BYTES + body.byteLength);
    sealed.set([FORMAT, kind]);
    sealed.set(iv, HEADER_BYTES);
    sealed.set(new Uint8Array(body), HEADER_BYTES + NONCE_BYTES);
    return sealed;
  }

  /** @throws UnreadableError, LockedError */
  async open(place: Place, sealed: Uint8Array<ArrayBuffer>): Promise<unknown> {
    const key = this.#held();
    if (!(sealed instanceof Uint8Array)) throw new UnreadableError(place.table);
    const [format, kind = -1] = sealed;
    if (format !== FORMAT || sealed.length < SEAL_BYTES) throw new UnreadableError(place.table);
    const iv = sealed.subarray(HEADER_BYTES, HEADER_BYTES + NONCE_BYTES);
    const body = sealed.subarray(HEADER_BYTES + NONCE_BYTES);
    const algorithm = { name: 'AES-GCM', iv, additionalData: additionalData(kind, place) };
    try {
      const bytes = await crypto.subtle.decrypt(algorithm, key, body);
      return readContent(kind, new Uint8Array(bytes));
    } catch {
      throw new UnreadableError(place.table);
    }
  }

  /** Drops the key. */
  close(): void {
    this.#key = undefined;
  }

  #held(): CryptoKey {
    if (this.#key === undefined) throw new LockedError('The vault is locked.');
    return this.#key;
  }
}
