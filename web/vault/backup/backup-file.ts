import { FRAME_BYTES, FramePacker, openFrame, sealFrame, type FrameSeal } from './frames';
import {
  HEADER_BYTES,
  newHeader,
  readHeader,
  writeHeader,
  type BackupCost,
  type HeaderProblem,
} from './header';
import {
  endCount,
  endRecord,
  RecordReader,
  recordParts,
  type BackupRecord,
  type ReadingReport,
} from './records';

/** Argon2id, away from the page: 32 bytes of a passphrase. */
export type DeriveKey = (
  passphrase: string,
  salt: Uint8Array,
  cost: BackupCost,
) => Promise<Uint8Array<ArrayBuffer>>;

export interface Secret {
  readonly passphrase: string;
  readonly deriveKey: DeriveKey;
}

export type BackupProblem = HeaderProblem | 'wrong-passphrase';

const importKey = async (
  { passphrase, deriveKey }: Secret,
  salt: Uint8Array,
  cost: BackupCost,
): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', await deriveKey(passphrase, salt, cost), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);

/** How many frames are tried before a passphrase is said to be wrong: the first may be the damaged one. */
const TRIED_FRAMES = 16;

/**
 * One sealed file with everything that is given, piece by piece. Its format is in the README of this folder.
 * @throws the reason of the signal.
 */
export async function* writeBackup(
  signal: AbortSignal,
  records: AsyncIterable<BackupRecord>,
  secret: Secret,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const header = newHeader();
  const { fileId, salt, cost } = header;
  const seal: FrameSeal = { key: await importKey(secret, salt, cost), fileId };
  signal.throwIfAborted();
  yield writeHeader(header);
  const packer = new FramePacker();
  let sequence = 0;
  let count = 0;
  for await (const record of records) {
    signal.throwIfAborted();
    for (const frame of packer.add(recordParts(record))) {
      yield sealFrame(seal, sequence++, frame);
    }
    count += 1;
  }
  for (const frame of packer.add(recordParts(endRecord(count)))) {
    yield sealFrame(seal, sequence++, frame);
  }
  yield sealFrame(seal, sequence, packer.last());
}

/** A backup whose passphrase was right. */
export class BackupFile {
  readonly #file: Blob;
  readonly #seal: FrameSeal;

  private constructor(file: Blob, seal: FrameSeal) {
    this.#file = file;
    this.#seal = seal;
  }

  static async open(file: Blob, secret: Secret): Promise<BackupFile | BackupProblem> {
    const header = await readHeader(await bytesOf(file.slice(0, HEADER_BYTES)));
    if (typeof header === 'string') return header;
    const { fileId, salt, cost } = header;
    const backup = new BackupFile(file, { key: await importKey(secret, salt, cost), fileId });
    return (await backup.#opensSomewhere()) ? backup : 'wrong-passphrase';
  }

  /** Share of the file that stands before what was read last, in [0, 1]. */
  #done = 0;

  get progress(): number {
    return this.#done;
  }

  /**
   * Every record that is whole, in order. @returns what is not.
   * @throws the reason of the signal.
   */
  async *records(signal: AbortSignal): AsyncGenerator<BackupRecord, ReadingReport> {
    const reader = new RecordReader();
    let [whole, damagedFrames, isCut] = [0, 0, true];
    let total: number | undefined;
    for (let sequence = 0; sequence < this.#frames; sequence++) {
      signal.throwIfAborted();
      const frame = await this.#frame(sequence);
      this.#done = (sequence + 1) / this.#frames;
      if (!frame) {
        damagedFrames += 1;
        reader.skip();
        continue;
      }
      for (const record of reader.add(frame.bytes, frame.firstRecord)) {
        const count = endCount(record);
        if (count !== undefined) total = count;
        else {
          whole += 1;
          yield record;
        }
      }
      if (frame.isLast) isCut = false;
    }
    return { whole, lost: total === undefined ? undefined : total - whole, damagedFrames, isCut };
  }

  get #frames(): number {
    return Math.ceil(Math.max(0, this.#file.size - HEADER_BYTES) / FRAME_BYTES);
  }

  async #frame(sequence: number) {
    const start = HEADER_BYTES + sequence * FRAME_BYTES;
    const sealed = await bytesOf(this.#file.slice(start, start + FRAME_BYTES));
    return openFrame(this.#seal, sequence, sealed);
  }

  async #opensSomewhere(): Promise<boolean> {
    for (let sequence = 0; sequence < Math.min(this.#frames, TRIED_FRAMES); sequence++) {
      if (await this.#frame(sequence)) return true;
    }
    return false;
  }
}

const bytesOf = async (part: Blob): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await part.arrayBuffer());
