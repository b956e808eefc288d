import { openVault, type Vault } from '../web/vault/vault';

export const newKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

/** A vault of its own under a key of its own. */
export const openTestVault = async (name: string): Promise<Vault> =>
  openVault(name, await newKey());
