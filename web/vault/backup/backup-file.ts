import { keyForRecipient, keyFromSender, type ExchangeKeys } from './exchange';
import { FRAME_BYTES, FramePacker, openFrame, sealFrame, type FrameSeal } from './frames';
import {
  headerBytes,
  LONGEST_HEADER_BYTES,
  newHeader,
  readHeader,
  writeHeader,
  type BackupCost,
  type BackupHeader,
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

/** The public key of the practice that a file is for. */
export interface Recipient {
  readonly recipient: Uint8Array<ArrayBuffer>;
}

/** What a person can open a file with: a passphrase, and the keys of the practice where it has made some. */
export type OpeningSecret = Secret & { readonly own?: ExchangeKeys | undefined };

export type BackupProblem = HeaderProblem | 'wrong-passphrase' | 'not-for-us';

const importKey = async (
  { passphrase, deriveKey }: Secret,
  salt: Uint8Array,
  cost: BackupCost,
): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', await deriveKey(passphrase, salt, cost), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);

/** The header of a new file, and the key that goes with it. */
async function beginFile(
  secret: Secret | Recipient,
): Promise<{ readonly header: BackupHeader; readonly key: CryptoKey }> {
  if ('passphrase' in secret) {
    const header = newHeader(1);
    return { header, key: await importKey(secret, header.salt, header.cost) };
  }
  const header = newHeader(2);
  const { key, sender } = await keyForRecipient(secret.recipient, header.salt);
  return { header: { ...header, sender }, key };
}

/** How many frames are tried before a passphrase is said to be wrong: the first may be the damaged one. */
const TRIED_FRAMES = 16;

/**
 * One sealed file with everything that is given, piece by piece. Its format is in the README of this folder.
 * @throws the reason of the signal.
 */
export async function* writeBackup(
  signal: AbortSignal,
  records: AsyncIterable<BackupRecord>,
  secret: Secret | Recipient,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { header, key } = await beginFile(secret);
  const seal: FrameSeal = { key, fileId: header.fileId, version: header.version };
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

/** A backup that opens. */
export class BackupFile {
  readonly #file: Blob;
  readonly #seal: FrameSeal;
  readonly #start: number;

  private constructor(file: Blob, seal: FrameSeal, start: number) {
    this.#file = file;
    this.#seal = seal;
    this.#start = start;
  }

  static async open(file: Blob, secret: OpeningSecret): Promise<BackupFile | BackupProblem> {
    const header = await readHeader(await bytesOf(file.slice(0, LONGEST_HEADER_BYTES)));
    if (typeof header === 'string') return header;
    const { version, fileId, salt, cost, sender } = header;
    const problem = version === 1 ? 'wrong-passphrase' : 'not-for-us';
    const key =
      version === 1
        ? await importKey(secret, salt, cost)
        : secret.own && (await keyFromSender(secret.own, sender, salt).catch(() => undefined));
    if (!key) return problem;
    const backup = new BackupFile(file, { key, fileId, version }, headerBytes(header));
    return (await backup.#opensSomewhere()) ? backup : problem;
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
    return Math.ceil(Math.max(0, this.#file.size - this.#start) / FRAME_BYTES);
  }

  async #frame(sequence: number) {
    const start = this.#start + sequence * FRAME_BYTES;
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
