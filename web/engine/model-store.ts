import type {
  ModelManifest,
  ModelEntry,
  ModelFile,
} from '../../workers/recognition/models/manifest';

/** Bytes so far and in all, over every file of the model. */
export type DownloadProgress = (bytesDone: number, bytesTotal: number) => void;

export class DamagedModelError extends Error {}
export class MissingModelError extends Error {}

const CACHE_NAME = 'plume-models';
const BASE = '/models/';
const MANIFEST = `${BASE}manifest.json`;

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

async function isWhole(bytes: ArrayBuffer, file: ModelFile): Promise<boolean> {
  if (bytes.byteLength !== file.bytes) return false;
  return hex(await crypto.subtle.digest('SHA-256', bytes)) === file.sha256;
}

/** The hash is part of the key, so that a new version never meets an old copy. */
const keyOf = (file: ModelFile): string => `${BASE}${file.path}?sha256=${file.sha256}`;

async function download(
  file: ModelFile,
  signal: AbortSignal,
  progress: (bytes: number) => void,
): Promise<ArrayBuffer> {
  const response = await fetch(`${BASE}${file.path}`, { signal, cache: 'no-store' });
  if (!response.ok || !response.body) throw new MissingModelError(file.path);
  const bytes = new Uint8Array(file.bytes);
  let done = 0;
  for await (const chunk of response.body) {
    if (done + chunk.length > bytes.length) throw new DamagedModelError(file.path);
    bytes.set(chunk, done);
    done += chunk.length;
    progress(done);
  }
  return done === bytes.length ? bytes.buffer : bytes.slice(0, done).buffer;
}

async function fromCache(cache: Cache, file: ModelFile): Promise<ArrayBuffer | undefined> {
  const stored = await cache.match(keyOf(file));
  const bytes = await stored?.arrayBuffer();
  if (!bytes) return undefined;
  if (await isWhole(bytes, file)) return bytes;
  await cache.delete(keyOf(file));
  return undefined;
}

async function obtain(
  file: ModelFile,
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
  if (!(await isWhole(bytes, file))) throw new DamagedModelError(file.path);
  // A full disk is no reason to refuse the work: the file is fetched again next time.
  await cache.put(keyOf(file), new Response(bytes)).catch(() => undefined);
  return bytes;
}

/** The models that this installation serves; the last answer is kept for when the server is away. */
export async function readManifest(signal: AbortSignal): Promise<ModelManifest> {
  const cache = await caches.open(CACHE_NAME);
  try {
    const response = await fetch(MANIFEST, { signal, cache: 'no-store' });
    if (!response.ok) throw new MissingModelError(MANIFEST);
    await cache.put(MANIFEST, response.clone()).catch(() => undefined);
    return (await response.json()) as ModelManifest;
  } catch (error) {
    const stored = await cache.match(MANIFEST);
    if (stored && !signal.aborted) return (await stored.json()) as ModelManifest;
    throw error instanceof SyntaxError
      ? new DamagedModelError(MANIFEST)
      : new MissingModelError(MANIFEST);
  }
}

/**
 * Files of a model by role, each checked against its hash: from the cache, else from this origin.
 * @throws DamagedModelError, MissingModelError, or an abort.
 */
export async function modelFiles(
  signal: AbortSignal,
  model: ModelEntry,
  progress: DownloadProgress,
): Promise<Record<string, ArrayBuffer>> {
  const total = model.files.reduce((sum, { bytes }) => sum + bytes, 0);
  const files: Record<string, ArrayBuffer> = {};
  let before = 0;
  for (const file of model.files) {
    const start = before;
    files[file.role] = await obtain(file, signal, (bytes) => progress(start + bytes, total));
    before += file.bytes;
  }
  return files;
}
