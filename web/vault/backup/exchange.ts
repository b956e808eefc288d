import { derivedKey } from '../derived-key';

/** The two halves of a key of a practice: who has the public one seals, only the practice opens. */
export interface ExchangeKeys {
  readonly publicKey: Uint8Array<ArrayBuffer>;
  /** PKCS #8. */
  readonly privateKey: Uint8Array<ArrayBuffer>;
}

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
const LABEL = 'plume-cle-publique';
const FINGERPRINT_GROUPS = 4;

/** An uncompressed point of P-256. */
export const PUBLIC_KEY_BYTES = 65;

export async function newExchangeKeys(): Promise<ExchangeKeys> {
  const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
  const [publicKey, privateKey] = await Promise.all([
    crypto.subtle.exportKey('raw', pair.publicKey),
    crypto.subtle.exportKey('pkcs8', pair.privateKey),
  ]);
  return { publicKey: new Uint8Array(publicKey), privateKey: new Uint8Array(privateKey) };
}

const importPublic = (key: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', key, CURVE, false, []);

/** One key for one file, of what both sides know (ECDH, then HKDF-SHA-256). */
async function fileKey(
  shared: ArrayBuffer,
  salt: Uint8Array<ArrayBuffer>,
  publicKeys: readonly Uint8Array<ArrayBuffer>[],
): Promise<CryptoKey> {
  return derivedKey(shared, salt, await new Blob([LABEL, ...publicKeys]).arrayBuffer());
}

const BITS = 256;

/** A key that only the recipient finds again, from the public half that goes with the file. */
export async function keyForRecipient(
  recipient: Uint8Array<ArrayBuffer>,
  salt: Uint8Array<ArrayBuffer>,
): Promise<{ readonly key: CryptoKey; readonly sender: Uint8Array<ArrayBuffer> }> {
  const once = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  const sender = new Uint8Array(await crypto.subtle.exportKey('raw', once.publicKey));
  const agreed = { name: 'ECDH', public: await importPublic(recipient) };
  const shared = await crypto.subtle.deriveBits(agreed, once.privateKey, BITS);
  return { key: await fileKey(shared, salt, [sender, recipient]), sender };
}

/** The same key on the other side; any other where the file is for somebody else. */
export async function keyFromSender(
  own: ExchangeKeys,
  sender: Uint8Array<ArrayBuffer>,
  salt: Uint8Array<ArrayBuffer>,
): Promise<CryptoKey> {
  const mine = await crypto.subtle.importKey('pkcs8', own.privateKey, CURVE, false, ['deriveBits']);
  const agreed = { name: 'ECDH', public: await importPublic(sender) };
  const shared = await crypto.subtle.deriveBits(agreed, mine, BITS);
  return fileKey(shared, salt, [sender, own.publicKey]);
}

/** As one sends it by whatever way: it is no secret. */
export const publicKeyText = (key: Uint8Array): string =>
  `${LABEL} 1 ${btoa(String.fromCharCode(...key))}\n`;

/** @returns undefined where the text is no public key of a Plume. */
export async function readPublicKey(text: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const [, encoded = ''] = new RegExp(`^${LABEL} 1 ([\\w+/=]+)\\s*$`).exec(text.trim()) ?? [];
  try {
    const key = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    if (key.length !== PUBLIC_KEY_BYTES) return undefined;
    await importPublic(key);
    return key;
  } catch {
    return undefined;
  }
}

/** What two people read to each other to know that nobody changed the key on its way: "A1B2 C3D4 E5F6 0718". */
export async function fingerprint(key: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', key));
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return (hex.toUpperCase().match(/.{4}/g) ?? []).slice(0, FINGERPRINT_GROUPS).join(' ');
}
