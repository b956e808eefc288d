import { gunzipSync } from 'node:zlib';

/**
 * Zipf frequency by word from wordfreq's `large_fr.msgpack.gz`: an array whose item `n`, after a head, lists the words of
 * frequency −n centibels, that is Zipf 9 − n/100.
 */
export function readWordFrequency(file: Uint8Array): Map<string, number> {
  const bins = new Reader(gunzipSync(file)).value();
  if (!Array.isArray(bins)) throw new Error('The word frequencies are not a list of bins');
  const zipf = new Map<string, number>();
  bins.slice(1).forEach((words: unknown, centibels) => {
    if (!Array.isArray(words)) return;
    for (const word of words as string[]) {
      const key = word.normalize('NFC').replaceAll('’', "'");
      zipf.set(key, 9 - centibels / 100);
    }
  });
  return zipf;
}

/** Frequencies of two spellings of a word added up: "coeur" and "cœur". */
export const addZipf = (a: number, b: number): number =>
  a === 0 || b === 0 ? Math.max(a, b) : Math.log10(10 ** a + 10 ** b);

/** The part of MessagePack that the file uses: small integers, strings, arrays and maps. */
class Reader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  value(): unknown {
    const type = this.#bytes.readUInt8(this.#at++);
    if (type < 0x80) return type;
    if (type < 0x90) return this.#map(type & 0x0f);
    if (type < 0xa0) return this.#array(type & 0x0f);
    if (type < 0xc0) return this.#text(type & 0x1f);
    if (type === 0xd9) return this.#text(this.#size(1));
    if (type === 0xda) return this.#text(this.#size(2));
    if (type === 0xdc) return this.#array(this.#size(2));
    if (type === 0xdd) return this.#array(this.#size(4));
    throw new Error(`Unexpected MessagePack type ${type.toString(16)}`);
  }

  #size(bytes: number): number {
    const size = this.#bytes.readUIntBE(this.#at, bytes);
    this.#at += bytes;
    return size;
  }

  #text(length: number): string {
    this.#at += length;
    return this.#bytes.toString('utf8', this.#at - length, this.#at);
  }

  #array(length: number): unknown[] {
    return Array.from({ length }, () => this.value());
  }

  #map(length: number): ReadonlyMap<unknown, unknown> {
    return new Map(Array.from({ length }, () => [this.value(), this.value()] as const));
  }
}
