import { PUBLIC_KEY_BYTES } from './exchange';

/** What a key costs and where it begins: as `workers/keys/argon2.ts` reads it. */
export interface BackupCost {
  readonly memoryKib: number;
  readonly iterations: number;
  readonly parallelism: number;
}

interface HeaderCopy {
  /** 1: sealed with a passphrase; 2: for a recipient. */
  readonly version: 1 | 2;
  /** Random, and part of every seal of the file: a piece of another backup opens in none. */
  readonly fileId: Uint8Array<ArrayBuffer>;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly cost: BackupCost;
}

/** All that stands readable in a backup: nothing of what is in it. */
export interface BackupHeader extends HeaderCopy {
  /** The public key that the sender made for this file; empty in version 1. */
  readonly sender: Uint8Array<ArrayBuffer>;
}

export type HeaderProblem = 'not-a-backup' | 'later-version' | 'damaged-header';

const LATEST_VERSION = 2;
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
const SENDER_BYTES = PUBLIC_KEY_BYTES + CHECK_BYTES;
/** In version 2 the sender's key stands behind it, twice as well. */
export const LONGEST_HEADER_BYTES = HEADER_BYTES + COPIES * SENDER_BYTES;

export const headerBytes = ({ version }: BackupHeader): number =>
  version === 1 ? HEADER_BYTES : LONGEST_HEADER_BYTES;

/** OWASP asks 19 MiB at least; what the vault itself asks. */
const COST: BackupCost = { memoryKib: 64 * 1024, iterations: 3, parallelism: 1 };
/** A file that asks for more than a gigabyte, or for hours, is no backup of ours. */
const MOST: BackupCost = { memoryKib: 1024 * 1024, iterations: 64, parallelism: 16 };

const NO_COST: BackupCost = { memoryKib: 0, iterations: 0, parallelism: 0 };
const NOBODY = new Uint8Array();

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

export const newHeader = (version: 1 | 2): BackupHeader => ({
  version,
  fileId: random(FILE_ID_BYTES),
  salt: random(SALT_BYTES),
  cost: version === 1 ? COST : NO_COST,
  sender: NOBODY,
});

async function checkOf(checked: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const digest = await crypto.subtle.digest('SHA-256', checked);
  return new Uint8Array(digest, 0, CHECK_BYTES);
}

/**
 * Layout: magic, version, file id, salt, cost (three numbers of 32 bits), eight bytes of SHA-256; twice. In version 2
 * the sender's key and eight bytes of its SHA-256 follow, twice.
 */
export async function writeHeader({ version, fileId, salt, cost, sender }: BackupHeader) {
  const copy = new Uint8Array(COPY_BYTES);
  const view = new DataView(copy.buffer);
  copy.set(MAGIC);
  view.setUint32(VERSION_AT, version);
  copy.set(fileId, FILE_ID_AT);
  copy.set(salt, SALT_AT);
  view.setUint32(COST_AT, cost.memoryKib);
  view.setUint32(COST_AT + 4, cost.iterations);
  view.setUint32(COST_AT + 8, cost.parallelism);
  copy.set(await checkOf(copy.subarray(0, CHECK_AT)), CHECK_AT);
  const key = version === 1 ? [] : [sender, await checkOf(sender)];
  const parts = [copy, copy, ...key, ...key];
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

const isEqual = (a: Uint8Array, b: Uint8Array): boolean => a.every((byte, at) => byte === b[at]);

async function readCopy(copy: Uint8Array<ArrayBuffer>): Promise<HeaderCopy | HeaderProblem> {
  if (copy.length < COPY_BYTES || !isEqual(copy.subarray(0, VERSION_AT), MAGIC)) {
    return 'not-a-backup';
  }
  const view = new DataView(copy.buffer, copy.byteOffset);
  const check = await checkOf(copy.subarray(0, CHECK_AT));
  const isWhole = isEqual(check, copy.subarray(CHECK_AT, COPY_BYTES));
  const version = view.getUint32(VERSION_AT);
  if (isWhole && version > LATEST_VERSION) return 'later-version';
  const cost = {
    memoryKib: view.getUint32(COST_AT),
    iterations: view.getUint32(COST_AT + 4),
    parallelism: view.getUint32(COST_AT + 8),
  };
  const isSane = (Object.keys(MOST) as (keyof BackupCost)[]).every(
    (name) => cost[name] > 0 && cost[name] <= MOST[name],
  );
  if (!isWhole || (version === 1 && !isSane)) return 'damaged-header';
  return {
    version: version === 1 ? 1 : 2,
    fileId: copy.slice(FILE_ID_AT, SALT_AT),
    salt: copy.slice(SALT_AT, COST_AT),
    cost,
  };
}

/** The first copy of the sender's key that is whole. */
async function readSender(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  for (let at = 0; at < COPIES; at++) {
    const copy = bytes.slice(at * SENDER_BYTES, (at + 1) * SENDER_BYTES);
    const key = copy.slice(0, PUBLIC_KEY_BYTES);
    const isWhole = copy.length === SENDER_BYTES;
    if (isWhole && isEqual(await checkOf(key), copy.subarray(PUBLIC_KEY_BYTES))) return key;
  }
  return undefined;
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
  if (whole?.version === 1) return { ...whole, sender: NOBODY };
  if (whole) {
    const sender = await readSender(bytes.slice(HEADER_BYTES));
    return sender ? { ...whole, sender } : 'damaged-header';
  }
  const problems: readonly HeaderProblem[] = ['later-version', 'damaged-header', 'not-a-backup'];
  return problems.find((problem) => copies.includes(problem)) ?? 'not-a-backup';
}
