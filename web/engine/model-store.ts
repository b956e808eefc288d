import type {
  FileRole,
  GraphicsFiles,
  GraphicsRole,
  ModelEntry,
  ModelFile,
  ModelManifest,
} from '../../workers/recognition/models/manifest';

/** Bytes so far and in all, over every file of the model. */
export type DownloadProgress = (bytesDone: number, bytesTotal: number) => void;

export class DamagedModelError extends Error {}
export class MissingModelError extends Error {}

const CACHE_NAME = 'plume-models';
/** Files of a folder are in before the manifest that names them: nothing is dropped meanwhile. */
const CHANGING = 'plume-models-changing';
const PIECE_BYTES = 1024 * 1024;
const BASE = '/models/';
const SERVED = `${BASE}manifest.json`;
const ADDED = `${BASE}added.json`;

type AnyFile = ModelFile<FileRole | GraphicsRole>;

const allFiles = ({ files, graphics = [] }: ModelEntry): readonly AnyFile[] => [
  ...files,
  ...graphics,
];

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

async function isWhole(bytes: ArrayBuffer, file: AnyFile): Promise<boolean> {
  return hex(await crypto.subtle.digest('SHA-256', bytes)) === file.sha256;
}

/** The hash is part of the key, so that a new version never meets an old copy. */
const keyOf = (file: AnyFile): string => `${BASE}${file.path}?sha256=${file.sha256}`;

/** Into one piece of memory, made once: `arrayBuffer()` and a cut to length would each copy a file of 156 MB. */
async function readAll(
  stream: AsyncIterable<Uint8Array>,
  file: AnyFile,
  progress: (bytes: number) => void = () => undefined,
): Promise<ArrayBuffer> {
  const bytes = new Uint8Array(file.bytes);
  let done = 0;
  for await (const chunk of stream) {
    if (done + chunk.length > bytes.length) throw new DamagedModelError(file.path);
    bytes.set(chunk, done);
    done += chunk.length;
    progress(done);
  }
  if (done < bytes.length || !(await isWhole(bytes.buffer, file))) {
    throw new DamagedModelError(file.path);
  }
  return bytes.buffer;
}

async function download(
  file: AnyFile,
  signal: AbortSignal,
  progress: (bytes: number) => void,
): Promise<ArrayBuffer> {
  const response = await fetch(`${BASE}${file.path}`, { signal, cache: 'no-store' });
  if (!response.ok || !response.body) throw new MissingModelError(file.path);
  return readAll(response.body, file, progress);
}

/** Nothing where it is not there, or cannot be read; a copy that is damaged is dropped. */
async function fromCache(cache: Cache, file: AnyFile): Promise<ArrayBuffer | undefined> {
  const stored = await cache.match(keyOf(file));
  if (!stored?.body) return undefined;
  try {
    return await readAll(stored.body, file);
  } catch (error) {
    if (error instanceof DamagedModelError) await cache.delete(keyOf(file));
    return undefined;
  }
}

/** In pieces: a response made of a buffer holds a copy of all of it. */
function inPieces(bytes: ArrayBuffer): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      const rest = bytes.byteLength - at;
      if (rest === 0) {
        controller.close();
        return;
      }
      const piece = new Uint8Array(bytes, at, Math.min(PIECE_BYTES, rest));
      at += piece.length;
      controller.enqueue(piece);
    },
  });
}

async function obtain(
  file: AnyFile,
  signal: AbortSignal,
  progress: (bytes: number) => void,
): Promise<ArrayBuffer> {
  const cache = await caches.open(CACHE_NAME);
  const cached = await fromCache(cache, file);
  if (cached) {
    progress(file.bytes);
    return cached;
  }
  const bytes = await download(file, signal, progress);
  // A full disk is no reason to refuse the work: the file is fetched again next time.
  await cache.put(keyOf(file), new Response(inPieces(bytes))).catch(() => undefined);
  return bytes;
}

async function servedModels(signal: AbortSignal): Promise<readonly ModelEntry[]> {
  const cache = await caches.open(CACHE_NAME);
  try {
    const response = await fetch(SERVED, { signal, cache: 'no-store' });
    if (!response.ok) throw new MissingModelError(SERVED);
    await cache.put(SERVED, response.clone()).catch(() => undefined);
    return ((await response.json()) as ModelManifest).models;
  } catch (error) {
    const stored = await cache.match(SERVED);
    if (stored && !signal.aborted) return ((await stored.json()) as ModelManifest).models;
    throw error;
  }
}

async function addedModels(): Promise<readonly ModelEntry[]> {
  const stored = await (await caches.open(CACHE_NAME)).match(ADDED);
  return stored ? ((await stored.json()) as ModelManifest).models : [];
}

/**
 * The models that may be chosen: those this installation serves (the last answer is kept for when
 * the server is away), then those the practice added from disk.
 * @throws MissingModelError where there is none.
 */
export async function availableModels(signal: AbortSignal): Promise<readonly ModelEntry[]> {
  const added = await addedModels();
  const served = await servedModels(signal).catch((error: unknown) => {
    if (signal.aborted) throw error;
    return [];
  });
  if (added.length + served.length === 0) throw new MissingModelError(SERVED);
  return [...served, ...added.filter(({ id }) => !served.some((model) => model.id === id))];
}

/** Drops what no manifest names any more: the weights of the version before. */
async function forgetOld(): Promise<void> {
  const cache = await caches.open(CACHE_NAME);
  const manifests = await Promise.all(
    [SERVED, ADDED].map(async (address) => {
      const stored = await cache.match(address);
      return stored ? ((await stored.json()) as ModelManifest).models : [];
    }),
  );
  const named = manifests.flat().flatMap((model) => allFiles(model).map(keyOf));
  const kept = new Set([SERVED, ADDED, ...named].map((key) => new URL(key, location.href).href));
  for (const { url } of await cache.keys()) if (!kept.has(url)) await cache.delete(url);
}

/**
 * Files of a model by role, each checked against its hash: from the cache, else from this origin.
 * @throws DamagedModelError, MissingModelError, or an abort.
 */
export async function modelFiles(
  signal: AbortSignal,
  model: ModelEntry,
  progress: DownloadProgress,
): Promise<Record<FileRole, ArrayBuffer>> {
  const total = model.files.reduce((sum, { bytes }) => sum + bytes, 0);
  const files: Partial<Record<FileRole, ArrayBuffer>> = {};
  let before = 0;
  for (const file of model.files) {
    const start = before;
    files[file.role] = await obtain(file, signal, (bytes) => progress(start + bytes, total));
    before += file.bytes;
  }
  await navigator.locks.request(CHANGING, forgetOld);
  return files as Record<FileRole, ArrayBuffer>;
}

/**
 * What a graphics card hears with, checked as the files of the model are; only asked for where there is such a card.
 * @throws as `modelFiles`.
 */
export async function graphicsFiles(
  signal: AbortSignal,
  { graphics = [] }: ModelEntry,
): Promise<GraphicsFiles> {
  const files: Partial<Record<GraphicsRole, ArrayBuffer>> = {};
  for (const file of graphics) files[file.role] = await obtain(file, signal, () => undefined);
  return files as GraphicsFiles;
}

/** Gives back the room of what a card that was refused would have heard with. */
export async function forgetGraphicsFiles({ graphics = [] }: ModelEntry): Promise<void> {
  const cache = await caches.open(CACHE_NAME);
  await Promise.all(graphics.map((file) => cache.delete(keyOf(file))));
}

/**
 * Adds the models of a folder from disk: `manifest.json` as set-up writes it, with the files it lists.
 * @throws MissingModelError, DamagedModelError with the path of the file.
 */
export const addModelFolder = (folder: readonly File[]): Promise<readonly ModelEntry[]> =>
  navigator.locks.request(CHANGING, () => keptFolder(folder));

async function keptFolder(folder: readonly File[]): Promise<readonly ModelEntry[]> {
  const find = (path: string): File => {
    const file = folder.find(({ webkitRelativePath: full }) => full.endsWith(`/${path}`));
    if (!file) throw new MissingModelError(path);
    return file;
  };
  const { models } = JSON.parse(await find('manifest.json').text()) as ModelManifest;
  const cache = await caches.open(CACHE_NAME);
  for (const file of models.flatMap(allFiles)) {
    const bytes = await readAll(find(file.path).stream(), file);
    await cache.put(keyOf(file), new Response(inPieces(bytes)));
  }
  const others = (await addedModels()).filter(({ id }) => !models.some((model) => model.id === id));
  const manifest: ModelManifest = { format: 1, models: [...others, ...models] };
  await cache.put(ADDED, Response.json(manifest));
  return models;
}
