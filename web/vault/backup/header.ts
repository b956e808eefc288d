/** What a key costs and where it begins: as `workers/keys/argon2.ts` reads it. */
export interface BackupCost {
  readonly memoryKib: number;
  readonly iterations: number;
  readonly parallelism: number;
}

/** All that stands readable in a backup: nothing of what is in it. */
export interface BackupHeader {
  /** Random, and part of every seal of the file: a piece of another backup opens in none. */
  readonly fileId: Uint8Array<ArrayBuffer>;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly cost: BackupCost;
}

export type HeaderProblem = 'not-a-backup' | 'later-version' | 'damaged-header';

export const BACKUP_VERSION = 1;
const MAGIC = new TextEncoder().encode('PLUMEBAK');
const FILE_ID_BYTES = 16;
const SALT_BYTES = 16;
const CHECK_BYTES = 8;

const VERSION_AT = MAGIC.length;
const FILE_ID_AT = VERSION_AT + 4;
const SALT_AT = FILE_ID_AT + FILE_ID_BYTES;
const COST_AT = SALT_AT + SALT_BYTES;
const CHECK_AT = COST_AT + 12;
const COPY_BYTES = CHECK_AT + CHECK_BYTES;
const COPIES = 2;

/** The header stands twice, so that no single damaged byte makes a whole backup unreadable. */
export const HEADER_BYTES = COPIES * COPY_BYTES;

/** OWASP asks 19 MiB at least; what the vault itself asks. */
const COST: BackupCost = { memoryKib: 64 * 1024, iterations: 3, parallelism: 1 };
/** A file that asks for more than a gigabyte, or for hours, is no backup of ours. */
const MOST: BackupCost = { memoryKib: 1024 * 1024, iterations: 64, parallelism: 16 };

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

export const newHeader = (): BackupHeader => ({
  fileId: random(FILE_ID_BYTES),
  salt: random(SALT_BYTES),
  cost: COST,
});

async function checkOf(copy: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const digest = await crypto.subtle.digest('SHA-256', copy.subarray(0, CHECK_AT));
  return new Uint8Array(digest, 0, CHECK_BYTES);
}

/** Layout: magic, version, file id, salt, cost (three numbers of 32 bits), eight bytes of SHA-256; twice. */
export async function writeHeader({ fileId, salt, cost }: BackupHeader) {
  const copy = new Uint8Array(COPY_BYTES);
  const view = new DataView(copy.buffer);
  copy.set(MAGIC);
  view.setUint32(VERSION_AT, BACKUP_VERSION);
  copy.set(fileId, FILE_ID_AT);
  copy.set(salt, SALT_AT);
  view.setUint32(COST_AT, cost.memoryKib);
  view.setUint32(COST_AT + 4, cost.iterations);
  view.setUint32(COST_AT + 8, cost.parallelism);
  copy.set(await checkOf(copy), CHECK_AT);
  const header = new Uint8Array(HEADER_BYTES);
  for (let at = 0; at < COPIES; at++) header.set(copy, at * COPY_BYTES);
  return header;
}

const isEqual = (a: Uint8Array, b: Uint8Array): boolean => a.every((byte, at) => byte === b[at]);

async function readCopy(copy: Uint8Array<ArrayBuffer>): Promise<BackupHeader | HeaderProblem> {
  if (copy.length < COPY_BYTES || !isEqual(copy.subarray(0, VERSION_AT), MAGIC)) {
    return 'not-a-backup';
  }
  const view = new DataView(copy.buffer, copy.byteOffset);
  const isWhole = isEqual(await checkOf(copy), copy.subarray(CHECK_AT, COPY_BYTES));
  if (isWhole && view.getUint32(VERSION_AT) > BACKUP_VERSION) return 'later-version';
  const cost = {
    memoryKib: view.getUint32(COST_AT),
    iterations: view.getUint32(COST_AT + 4),
    parallelism: view.getUint32(COST_AT + 8),
  };
  const isSane = (Object.keys(MOST) as (keyof BackupCost)[]).every(
    (name) => cost[name] > 0 && cost[name] <= MOST[name],
  );
  if (!isWhole || !isSane) return 'damaged-header';
  return { fileId: copy.slice(FILE_ID_AT, SALT_AT), salt: copy.slice(SALT_AT, COST_AT), cost };
}

/** Of the two copies the first that is whole; else what is wrong with the better one. */
export async function readHeader(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<BackupHeader | HeaderProblem> {
  const copies = await Promise.all([
    readCopy(bytes.slice(0, COPY_BYTES)),
    readCopy(bytes.slice(COPY_BYTES, HEADER_BYTES)),
  ]);
  const whole = copies.find((copy) => typeof copy !== 'string');
  if (whole) return whole;
  const problems: readonly HeaderProblem[] = ['later-version', 'damaged-header', 'not-a-backup'];
  return problems.find((problem) => copies.includes(problem)) ?? 'not-a-backup';
}
