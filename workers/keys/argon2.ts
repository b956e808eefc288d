import { argon2id } from 'hash-wasm';

/** What one try costs; stored beside the salt, so that it can grow over the years. */
export interface DerivationCost {
  readonly memoryKib: number;
  readonly iterations: number;
  readonly parallelism: number;
}

const KEY_BYTES = 32;

/** Argon2id (RFC 9106) of a passphrase: 32 bytes. */
export async function deriveKey(
  passphrase: string,
  salt: Uint8Array,
  { memoryKib, iterations, parallelism }: DerivationCost,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await argon2id({
    password: passphrase,
    salt,
    memorySize: memoryKib,
    iterations,
    parallelism,
    hashLength: KEY_BYTES,
    outputType: 'binary',
  });
  return new Uint8Array(bytes);
}
