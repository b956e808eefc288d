/** A key for sealing, of a secret that has enough of its own (HKDF-SHA-256 → AES-GCM); it never leaves the browser. */
export async function derivedKey(
  secret: BufferSource,
  salt: Uint8Array<ArrayBuffer>,
  info: BufferSource,
): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}
