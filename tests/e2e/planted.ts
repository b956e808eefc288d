import type { Page } from '@playwright/test';

/** Where a phrase was found, and how it was written there. */
export interface Found {
  readonly place: string;
  readonly phrase: string;
  readonly encoding: string;
}

interface Needle {
  readonly phrase: string;
  readonly encoding: string;
  readonly bytes: readonly number[];
}

/** A phrase inside longer base64 begins at one of three offsets: what they have in common is searched. */
function base64Needles(phrase: string): Needle[] {
  return [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), Buffer.from(phrase)]).toString('base64');
    const certain = text.slice(Math.ceil((offset * 4) / 3) + 1, -4);
    return { phrase, encoding: 'base64', bytes: [...Buffer.from(certain)] };
  });
}

const folded = (phrase: string): string =>
  phrase.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** As it was typed, taken apart by Unicode, in capitals, and as an index for searching would have it. */
const spellings = (phrase: string): readonly string[] => [
  ...new Set([phrase, phrase.normalize('NFD'), phrase.toUpperCase(), folded(phrase)]),
];

const needlesOf = (phrase: string): Needle[] => [
  ...spellings(phrase).flatMap((spelling) => [
    { phrase, encoding: 'UTF-8', bytes: [...Buffer.from(spelling)] },
    { phrase, encoding: 'UTF-16LE', bytes: [...Buffer.from(spelling, 'utf16le')] },
    { phrase, encoding: 'UTF-16BE', bytes: [...Buffer.from(spelling, 'utf16le').swap16()] },
    ...base64Needles(spelling),
  ]),
  { phrase, encoding: 'latin1', bytes: [...Buffer.from(phrase, 'latin1')] },
  { phrase, encoding: 'URL', bytes: [...Buffer.from(encodeURIComponent(phrase))] },
  { phrase, encoding: 'hexadecimal', bytes: [...Buffer.from(Buffer.from(phrase).toString('hex'))] },
];

/** What a page says of itself while it works: addresses asked for, titles, what is written to the console. */
export class Traces {
  readonly #page: Page;
  readonly #lines: string[] = [];

  constructor(page: Page) {
    this.#page = page;
    page.on('console', (message) => this.#lines.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => this.#lines.push(`error: ${String(error)}`));
    page.on('request', (request) =>
      this.#lines.push(`request: ${request.url()} ${request.postData() ?? ''}`),
    );
    page.on('framenavigated', (frame) => this.#lines.push(`address: ${frame.url()}`));
    page.on('download', (file) => this.#lines.push(`file: ${file.suggestedFilename()}`));
  }

  /** The title changes without an event: to be called where one may have. */
  async noteTitle(): Promise<void> {
    this.#lines.push(`title: ${await this.#page.title()}`);
  }

  /** Lines that say one of these phrases, however they are written. */
  telling(phrases: readonly string[]): readonly string[] {
    const told = phrases.map(folded);
    return this.#lines.filter((line) => {
      const text = folded(`${line} ${decoded(line)}`);
      return told.some((phrase) => text.includes(phrase));
    });
  }
}

function decoded(line: string): string {
  try {
    return decodeURIComponent(line);
  } catch {
    return '';
  }
}

/**
 * Looks for phrases in everything a page keeps or shows of itself: IndexedDB, Cache, localStorage, sessionStorage, OPFS,
 * cookies, the address and the title; in several encodings.
 */
export function findPlanted(page: Page, phrases: readonly string[]): Promise<readonly Found[]> {
  return page.evaluate(searchEverywhere, phrases.flatMap(needlesOf));
}

async function searchEverywhere(needles: readonly Needle[]): Promise<Found[]> {
  const found: Found[] = [];
  const encoder = new TextEncoder();

  const has = (bytes: Uint8Array, needle: readonly number[]): boolean => {
    const [first = -1] = needle;
    for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
      if (needle.every((byte, step) => bytes[at + step] === byte)) return true;
    }
    return false;
  };
  const look = (place: string, bytes: Uint8Array): void => {
    for (const { phrase, encoding, bytes: needle } of needles) {
      if (needle.length > 3 && has(bytes, needle)) found.push({ place, phrase, encoding });
    }
  };
  const lookAtText = (place: string, text: string): void => look(place, encoder.encode(text));

  const lookAtValue = async (place: string, value: unknown): Promise<void> => {
    if (typeof value === 'string') lookAtText(place, value);
    else if (value instanceof ArrayBuffer) look(place, new Uint8Array(value));
    else if (ArrayBuffer.isView(value)) {
      look(place, new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    } else if (value instanceof Blob) look(place, new Uint8Array(await value.arrayBuffer()));
    else if (typeof value === 'object' && value !== null && !(value instanceof CryptoKey)) {
      for (const [name, part] of Object.entries(value)) {
        lookAtText(place, name);
        await lookAtValue(place, part);
      }
    }
  };
  const answer = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('no answer'));
    });
  const lookAtDatabase = async (name: string): Promise<void> => {
    lookAtText(`database ${name}`, name);
    const database = await answer(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const rows = database.transaction(store).objectStore(store);
      const [values, keys] = await Promise.all([
        answer<unknown[]>(rows.getAll()),
        answer(rows.getAllKeys()),
      ]);
      await lookAtValue(`${name}/${store}`, [values, keys]);
    }
    database.close();
  };
  const lookAtFolder = async (place: string, folder: FileSystemDirectoryHandle): Promise<void> => {
    for await (const [name, handle] of folder.entries()) {
      lookAtText(place, name);
      if (handle instanceof FileSystemDirectoryHandle)
        await lookAtFolder(`${place}/${name}`, handle);
      else await lookAtValue(`${place}/${name}`, await (handle as FileSystemFileHandle).getFile());
    }
  };

  for (const { name = '' } of await indexedDB.databases()) await lookAtDatabase(name);
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      lookAtText(`cache ${name}`, request.url);
      // Programs and models are the same for everybody.
      if (/\/(assets|models)\//.test(request.url)) continue;
      const response = await cache.match(request);
      await lookAtValue(`cache ${name}`, await response?.blob());
    }
  }
  lookAtText('localStorage', JSON.stringify(localStorage));
  lookAtText('sessionStorage', JSON.stringify(sessionStorage));
  lookAtText('cookies', document.cookie);
  lookAtText('address', decodeURIComponent(location.href));
  lookAtText('title', document.title);
  await lookAtFolder('OPFS', await navigator.storage.getDirectory());
  return found;
}
