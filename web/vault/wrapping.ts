import type { Role } from '../dossier/person';
import { derivedKey } from './derived-key';
import { importDataKey, Keyring, type Place } from './keyring';

/** See `workers/keys/argon2`. */
export interface DerivationCost {
  readonly memoryKib: number;
  readonly iterations: number;
  readonly parallelism: number;
}

export type DeriveKey = (
  passphrase: string,
  salt: Uint8Array,
  cost: DerivationCost,
) => Promise<Uint8Array<ArrayBuffer>>;

/** The data key of a practice under the key of one person. */
export type Wrapping = {
  readonly id: string;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly sealed: Uint8Array<ArrayBuffer>;
} & (
  | { readonly kind: 'passphrase' | 'recovery'; readonly cost: DerivationCost }
  | { readonly kind: 'passkey'; readonly credentialId: Uint8Array<ArrayBuffer> }
);

/** Whose wrapping it is; bound into it. */
export interface Holder {
  readonly id: string;
  readonly practiceId: string;
  readonly name: string;
  readonly role: Role;
}

/** What a person shows to open the vault. The secret of a passkey comes from its PRF extension. */
export type Proof =
  | { readonly kind: 'passphrase' | 'recovery'; readonly text: string }
  | {
      readonly kind: 'passkey';
      readonly credentialId: Uint8Array<ArrayBuffer>;
      readonly secret: Uint8Array<ArrayBuffer>;
    };

/** OWASP and RFC 9106: 64 MiB, three passes, one lane. */
const PRESENT_COST: DerivationCost = { memoryKib: 65_536, iterations: 3, parallelism: 1 };

const KEY_BYTES = 32;
const SALT_BYTES = 16;

export const newRawDataKey = (): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(KEY_BYTES));

/** As typed on any keyboard, with any spacing, is one and the same passphrase. */
const normalised = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/g, ' ');

/** Printed codes are read aloud and typed in any case, with or without dashes. */
const normalisedCode = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');

const placeOf = ({ practiceId, id, name, role }: Holder, kind: Proof['kind']): Place => ({
  table: 'data-key',
  key: [practiceId, id, name, role, kind],
  revision: 0,
});

async function importWrappingKey(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  try {
    return await importDataKey(raw);
  } finally {
    raw.fill(0);
  }
}

function keyFromPasskey(
  secret: Uint8Array<ArrayBuffer>,
  salt: Uint8Array<ArrayBuffer>,
): Promise<CryptoKey> {
  return derivedKey(secret, salt, new TextEncoder().encode('plume data key'));
}

/** Puts the data key under what a person knows or has. */
export async function wrap(
  raw: Uint8Array<ArrayBuffer>,
  holder: Holder,
  proof: Proof,
  derive: DeriveKey,
): Promise<Wrapping> {
  const id = crypto.randomUUID();
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const { kind } = proof;
  const key = await wrappingKey(proof, salt, PRESENT_COST, derive);
  const sealed = await new Keyring(key).seal(placeOf(holder, kind), raw.buffer);
  return kind === 'passkey'
    ? { id, kind, salt, sealed, credentialId: proof.credentialId }
    : { id, kind, salt, sealed, cost: PRESENT_COST };
}

/** The raw data key, to be zeroed by whoever asked. @throws UnreadableError where the proof is not the right one. */
export async function unwrap(
  wrapping: Wrapping,
  holder: Holder,
  proof: Proof,
  derive: DeriveKey,
): Promise<Uint8Array<ArrayBuffer>> {
  const cost = wrapping.kind === 'passkey' ? PRESENT_COST : wrapping.cost;
  const key = await wrappingKey(proof, wrapping.salt, cost, derive);
  const raw = await new Keyring(key).open(placeOf(holder, wrapping.kind), wrapping.sealed);
  return new Uint8Array(raw as ArrayBuffer);
}

async function wrappingKey(
  proof: Proof,
  salt: Uint8Array<ArrayBuffer>,
  cost: DerivationCost,
  derive: DeriveKey,
): Promise<CryptoKey> {
  if (proof.kind === 'passkey') return keyFromPasskey(proof.secret, salt);
  const text = proof.kind === 'recovery' ? normalisedCode(proof.text) : normalised(proof.text);
  return importWrappingKey(await derive(text, salt, cost));
}

/** Made with less than we ask today: to be made again while the secret is at hand. */
export const isOutdated = (wrapping: Wrapping): boolean =>
  wrapping.kind !== 'passkey' &&
  (wrapping.cost.memoryKib < PRESENT_COST.memoryKib ||
    wrapping.cost.iterations < PRESENT_COST.iterations);

const CODE_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 25;
const CODE_GROUP = /.{5}(?=.)/g;

/** A recovery code to print, 125 bits: `XXXXX-XXXXX-XXXXX-XXXXX-XXXXX`. */
export function newRecoveryCode(): string {
  const draws = crypto.getRandomValues(new Uint8Array(CODE_LENGTH));
  const letters = Array.from(draws, (draw) => CODE_LETTERS[draw % CODE_LETTERS.length]).join('');
  return letters.replace(CODE_GROUP, '$&-');
}
