import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ModelEntry, ModelFile, ModelManifest } from '../workers/recognition/models/manifest';
import type { PublishedFile, PublishedModel } from '../workers/recognition/models/published';
import { stripAttentions } from '../workers/recognition/models/strip-attentions';

/** What decides the prepared bytes: a change in one of these files prepares everything again. */
const PREPARATION_CODE = [
  '../workers/recognition/models/published.ts',
  '../workers/recognition/models/strip-attentions.ts',
  'model-preparation.ts',
];

/** Why the models cannot be prepared: one French sentence for the person who runs the set-up. */
export class PreparationError extends Error {}

export interface Preparation {
  readonly models: readonly PublishedModel[];
  readonly folder: string;
  /** Where an npm package is installed; throws where it is not. */
  readonly packageFolder: (name: string) => string;
  readonly say: (sentence: string) => void;
}

const require = createRequire(import.meta.url);

export const installedPackageFolder = (name: string): string =>
  join(dirname(require.resolve(`${name}/package.json`)));

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} Mo`;

async function preparationHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const path of PREPARATION_CODE) hash.update(await readFile(join(import.meta.dirname, path)));
  return hash.digest('hex');
}

async function writeAtomically(path: string, content: Uint8Array | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.tmp-${process.pid}`;
  try {
    await writeFile(draft, content);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
      throw new PreparationError('Il n’y a plus assez de place sur le disque pour le modèle.');
    throw error;
  }
}

async function readPublished(file: PublishedFile, preparation: Preparation): Promise<Uint8Array> {
  const reinstall = 'relancez « npm ci » puis « npm start ».';
  let bytes: Uint8Array;
  try {
    bytes = await readFile(join(preparation.packageFolder(file.packageName), file.source));
  } catch {
    throw new PreparationError(
      `Le fichier ${file.source} du paquet ${file.packageName} manque : ${reinstall}`,
    );
  }
  if (sha256(bytes) !== file.sha256)
    throw new PreparationError(
      `Le fichier ${file.source} du paquet ${file.packageName} est endommagé : supprimez « node_modules », ${reinstall}`,
    );
  return bytes;
}

async function prepareFile(file: PublishedFile, preparation: Preparation): Promise<ModelFile> {
  const published = await readPublished(file, preparation);
  const isWhisperGraph = file.role === 'encoder' || file.role === 'decoder';
  const bytes = isWhisperGraph ? stripAttentions(published) : published;
  await writeAtomically(join(preparation.folder, file.path), bytes);
  return { role: file.role, path: file.path, bytes: bytes.byteLength, sha256: sha256(bytes) };
}

async function isIntact(folder: string, file: ModelFile): Promise<boolean> {
  const path = join(folder, file.path);
  const found = await stat(path).catch(() => undefined);
  return found?.size === file.bytes && sha256(await readFile(path)) === file.sha256;
}

interface Stamp {
  readonly preparation: string;
  readonly files: readonly ModelFile[];
}

async function readStamp(path: string): Promise<Stamp | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Stamp;
  } catch {
    return undefined;
  }
}

async function prepareModel(model: PublishedModel, preparation: Preparation): Promise<ModelEntry> {
  const { id, name, languages, memoryBytes } = model;
  const stampPath = join(preparation.folder, id, 'prepared.json');
  const hash = await preparationHash();
  const stamp = await readStamp(stampPath);
  if (stamp?.preparation === hash) {
    const intact = await Promise.all(stamp.files.map((file) => isIntact(preparation.folder, file)));
    if (intact.every(Boolean)) {
      preparation.say(`Modèle ${name} : déjà prêt.`);
      return { id, name, languages, memoryBytes, files: stamp.files };
    }
  }
  preparation.say(`Modèle ${name} : vérification et préparation…`);
  const files: ModelFile[] = [];
  for (const file of model.files) files.push(await prepareFile(file, preparation));
  await writeAtomically(stampPath, JSON.stringify({ preparation: hash, files } satisfies Stamp));
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  preparation.say(`Modèle ${name} : prêt (${megabytes(total)}).`);
  return { id, name, languages, memoryBytes, files };
}

/**
 * Checks the published files and writes the copies the app serves, with `manifest.json`; what is already there and
 * whole is kept. Throws a `PreparationError` with a French sentence where a published file is missing or damaged.
 */
export async function prepareModels(preparation: Preparation): Promise<ModelManifest> {
  const models: ModelEntry[] = [];
  for (const model of preparation.models) models.push(await prepareModel(model, preparation));
  const manifest: ModelManifest = { format: 1, models };
  await writeAtomically(join(preparation.folder, 'manifest.json'), JSON.stringify(manifest));
  return manifest;
}
