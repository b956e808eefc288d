import { expect, test } from 'vitest';
import { BackupFile, writeBackup } from '../../../../web/vault/backup/backup-file';
import {
  fingerprint,
  newExchangeKeys,
  publicKeyText,
  readPublicKey,
  type ExchangeKeys,
} from '../../../../web/vault/backup/exchange';
import { HEADER_BYTES, LONGEST_HEADER_BYTES } from '../../../../web/vault/backup/header';
import { digest, record, RIGHT } from './backups';

const RECORDS = [record(0, 40), record(1, 300_000)];
const [ours, theirs] = await Promise.all([newExchangeKeys(), newExchangeKeys()]);

async function sealedFor({ publicKey }: ExchangeKeys): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const records = (async function* () {
    yield* RECORDS;
  })();
  const signal = new AbortController().signal;
  for await (const part of writeBackup(signal, records, { recipient: publicKey })) parts.push(part);
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

async function opened(bytes: Uint8Array<ArrayBuffer>, own?: ExchangeKeys) {
  const file = await BackupFile.open(new Blob([bytes]), { ...RIGHT, own });
  if (typeof file === 'string') return file;
  const found: string[] = [];
  for await (const one of file.records(new AbortController().signal)) found.push(digest(one));
  return found;
}

test('opens with the keys of the practice that it is for, and with nothing else', async () => {
  const file = await sealedFor(theirs);
  expect(await opened(file, theirs)).toEqual(RECORDS.map(digest));
  expect(await opened(file, ours)).toBe('not-for-us');
  expect(await opened(file)).toBe('not-for-us');
});

test('never says the same twice, and outlives a damaged copy of its header', async () => {
  const [one, other] = [await sealedFor(theirs), await sealedFor(theirs)];
  const sender = (file: Uint8Array) => [...file.subarray(HEADER_BYTES, HEADER_BYTES + 65)];
  expect(sender(one)).not.toEqual(sender(other));
  for (const at of [3, HEADER_BYTES - 3, HEADER_BYTES + 3, LONGEST_HEADER_BYTES - 3]) {
    const damaged = one.slice();
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    expect(await opened(damaged, theirs)).toEqual(RECORDS.map(digest));
  }
  const cut = one.slice(0, LONGEST_HEADER_BYTES - 80);
  cut.fill(0, HEADER_BYTES);
  expect(await opened(cut, theirs)).toBe('damaged-header');
});

test('a public key is read as it was written, and nothing else is taken for one', async () => {
  const text = publicKeyText(ours.publicKey);
  expect(await readPublicKey(`\n${text} `)).toEqual(ours.publicKey);
  const offCurve = ours.publicKey.slice();
  offCurve[40] = (offCurve[40] ?? 0) ^ 1;
  const wrong = ['', 'bonjour', text.slice(0, 60), publicKeyText(offCurve), `${text}${text}`];
  for (const one of wrong) expect(await readPublicKey(one)).toBeUndefined();
  expect(await fingerprint(ours.publicKey)).toMatch(/^([0-9A-F]{4} ){3}[0-9A-F]{4}$/);
  expect(await fingerprint(ours.publicKey)).not.toBe(await fingerprint(theirs.publicKey));
});
