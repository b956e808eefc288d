/** One row of the vault, opened; `kind` says how its bytes are read. */
export interface BackupRecord {
  readonly table: string;
  readonly key: readonly (string | number)[];
  readonly revision: number;
  readonly kind: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What stands in a backup and what of it is whole, once all of it was read. */
export interface ReadingReport {
  readonly whole: number;
  /** Records that could not be read; undefined where the end is missing, which alone knows their number. */
  readonly lost: number | undefined;
  readonly damagedFrames: number;
  readonly isCut: boolean;
}

interface Head {
  readonly table: string;
  readonly key: readonly (string | number)[];
  readonly revision: number;
  readonly kind: number;
}

/** Stands in place of a table for the record that ends a backup. */
const END = '';
const LENGTHS_BYTES = 8;
/** A row holds at most a piece of sound; a length beyond it is damage that no seal explains. */
const MOST_BYTES = 256 * 1024 * 1024;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** Layout: lengths of head and content (32 bits each), head as JSON, content. */
export function recordParts({ bytes, ...record }: BackupRecord): readonly Uint8Array[] {
  const { table, key, revision, kind } = record;
  const head = encoder.encode(JSON.stringify({ table, key, revision, kind } satisfies Head));
  const lengths = new Uint8Array(LENGTHS_BYTES);
  const view = new DataView(lengths.buffer);
  view.setUint32(0, head.length);
  view.setUint32(4, bytes.length);
  return [lengths, head, bytes];
}

/** The record that ends a backup: how many stand before it. */
export const endRecord = (count: number): BackupRecord => ({
  table: END,
  key: [count],
  revision: 0,
  kind: 0,
  bytes: new Uint8Array(),
});

/** @returns the number of records where this one ends the backup. */
export const endCount = ({ table, key: [count] }: BackupRecord): number | undefined =>
  table === END && typeof count === 'number' ? count : undefined;

function readHead(bytes: Uint8Array): Head {
  const { table, key, revision, kind } = JSON.parse(decoder.decode(bytes)) as Partial<Head>;
  const isKey = Array.isArray(key) && key.every((one) => ['string', 'number'].includes(typeof one));
  if (typeof table !== 'string' || !isKey || !Number.isSafeInteger(revision)) {
    throw new RangeError('A record without its place');
  }
  return { table, key, revision: revision ?? 0, kind: kind ?? 0 };
}

/** Takes the bytes of frames in and gives whole records out; a gap costs the records that reach into it. */
export class RecordReader {
  #parts: Uint8Array[] = [];
  #length = 0;
  /** Bytes without which the record in progress is not whole. */
  #needed = LENGTHS_BYTES;
  #isLost = true;

  *add(bytes: Uint8Array, firstRecord: number | undefined): Generator<BackupRecord> {
    if (!this.#isLost) this.#push(bytes);
    else if (firstRecord === undefined) return;
    else {
      this.#isLost = false;
      this.#push(bytes.subarray(firstRecord));
    }
    for (let record = this.#next(); record; record = this.#next()) yield record;
  }

  /** A frame is missing: what had begun is lost, and so is what follows up to the next beginning. */
  skip(): void {
    this.#parts = [];
    this.#length = 0;
    this.#needed = LENGTHS_BYTES;
    this.#isLost = true;
  }

  #push(bytes: Uint8Array): void {
    this.#parts.push(bytes);
    this.#length += bytes.length;
  }

  #next(): BackupRecord | undefined {
    if (this.#length < this.#needed) return undefined;
    const lengths = this.#peek(LENGTHS_BYTES);
    const view = new DataView(lengths.buffer, lengths.byteOffset);
    const head = view.getUint32(0);
    const whole = LENGTHS_BYTES + head + view.getUint32(4);
    if (whole > MOST_BYTES) {
      this.skip();
      return undefined;
    }
    this.#needed = whole;
    if (this.#length < whole) return undefined;
    this.#needed = LENGTHS_BYTES;
    const bytes = this.#peek(whole);
    this.#parts = [this.#joined().subarray(whole)];
    this.#length -= whole;
    try {
      const content = bytes.slice(LENGTHS_BYTES + head);
      return { ...readHead(bytes.subarray(LENGTHS_BYTES, LENGTHS_BYTES + head)), bytes: content };
    } catch {
      this.skip();
      return undefined;
    }
  }

  #peek(length: number): Uint8Array<ArrayBuffer> {
    return this.#joined().subarray(0, length);
  }

  #joined(): Uint8Array<ArrayBuffer> {
    const [first, ...others] = this.#parts;
    if (first && others.length === 0) return first as Uint8Array<ArrayBuffer>;
    const joined = new Uint8Array(this.#length);
    let at = 0;
    for (const part of this.#parts) {
      joined.set(part, at);
      at += part.length;
    }
    this.#parts = [joined];
    return joined;
  }
}
