import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importDataKey, Keyring, SEAL_BYTES, type Place } from '../../../web/vault/keyring';
import { deriveKey } from '../../../workers/keys/argon2';

const bytesOf = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
const hexOf = (bytes: ArrayBuffer | Uint8Array) => Buffer.from(bytes as Uint8Array).toString('hex');

describe('published vectors', () => {
  test('AES-256-GCM: test case 16 of McGrew and Viega', async () => {
    const half = 'feffe9928665731c6d6a8f9467308308';
    const text =
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39';
    const key = await importDataKey(bytesOf(half + half));
    const sealed = await crypto.subtle.encrypt(
      {
        name: 'AES-GCM',
        iv: bytesOf('cafebabefacedbaddecaf888'),
        additionalData: bytesOf('feedfacedeadbeeffeedfacedeadbeefabaddad2'),
      },
      key,
      bytesOf(text),
    );
    expect(hexOf(new Uint8Array(sealed))).toBe(
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662' +
        '76fc6ece0f4e1768cddf8853bb2d551b',
    );
  });

  /** `src/test.c` of the reference implementation, version 0x13. */
  test.each([
    [2, 16, 1, '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7'],
    [2, 8, 1, '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe'],
    [2, 8, 2, '6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037'],
    [1, 16, 1, 'f6a5adc1ba723dddef9b5ac1d464e180fcd9dffc9d1cbf76cca2fed795d9ca98'],
    [4, 16, 1, '9025d48e68ef7395cca9079da4c4ec3affb3c8911fe4f86d1a2520856f63172c'],
  ])('Argon2id: %i passes, 2^%i KiB, %i lanes', async (iterations, log, parallelism, expected) => {
    const salt = new TextEncoder().encode('somesalt');
    const cost = { iterations, memoryKib: 2 ** log, parallelism };
    expect(hexOf(await deriveKey('password', salt, cost))).toBe(expected);
  });
});

const PLACE: Place = { table: 'annexes', key: ['a', 'verdicts', 'b'], revision: 3 };

async function keyring() {
  return new Keyring(await importDataKey(crypto.getRandomValues(new Uint8Array(32))));
}

describe('a sealed content', () => {
  test.each<[string, Place]>([
    ['table', { ...PLACE, table: 'records' }],
    ['dictation', { ...PLACE, key: ['x', 'verdicts', 'b'] }],
    ['kind', { ...PLACE, key: ['a', 'moves', 'b'] }],
    ['identifier', { ...PLACE, key: ['a', 'verdicts', 'x'] }],
    ['division of the key', { ...PLACE, key: ['a', 'verdicts,b'] }],
    ['revision', { ...PLACE, revision: 2 }],
  ])('does not open under another %s', async (_, other) => {
    const ring = await keyring();
    const sealed = await ring.seal(PLACE, { verdict: 'kept' });
    expect(await ring.open(PLACE, sealed)).toEqual({ verdict: 'kept' });
    await expect(ring.open(other, sealed)).rejects.toThrow();
  });

  test('does not open when any one byte of it was changed, format and kind included', async () => {
    const ring = await keyring();
    const sealed = await ring.seal(PLACE, { verdict: 'kept' });
    for (let at = 0; at < sealed.length; at++) {
      const changed = sealed.slice();
      changed[at]! ^= 1;
      await expect(ring.open(PLACE, changed), `byte ${at}`).rejects.toThrow();
    }
  });

  test('does not open with another key, nor after its key was dropped', async () => {
    const ring = await keyring();
    const sealed = await ring.seal(PLACE, 'text');
    await expect((await keyring()).open(PLACE, sealed)).rejects.toThrow();
    ring.close();
    await expect(ring.open(PLACE, sealed)).rejects.toThrow('locked');
    await expect(ring.seal(PLACE, 'text')).rejects.toThrow('locked');
  });

  test('has a nonce of its own each time', async () => {
    const ring = await keyring();
    const all = await Promise.all(Array.from({ length: 500 }, () => ring.seal(PLACE, 'same')));
    expect(new Set(all.map((sealed) => hexOf(sealed.subarray(2, 14)))).size).toBe(500);
  });

  test('comes back as it was: any value, bytes, and bytes within values', async () => {
    const ring = await keyring();
    const buffer = new Uint8Array([1, 2, 3]).buffer;
    const sealed = await ring.seal(PLACE, buffer);
    expect(sealed.length).toBe(buffer.byteLength + SEAL_BYTES);
    expect(await ring.open(PLACE, sealed)).toEqual(buffer);
    const mixed = { name: 'é', parts: [new Uint16Array([1, 65_535]), { deep: buffer }] };
    expect(await ring.open(PLACE, await ring.seal(PLACE, mixed))).toEqual(mixed);
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ noUnicodeString: false }), async (value) => {
        const back = await ring.open(PLACE, await ring.seal(PLACE, value));
        expect(back).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
