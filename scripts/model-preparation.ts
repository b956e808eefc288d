import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type {
  FileRole,
  GraphicsRole,
  ModelEntry,
  ModelFile,
  ModelManifest,
} from '../workers/recognition/models/manifest';
import type { PublishedFile, PublishedModel } from '../workers/recognition/models/published';
import { buildGraphs } from '../workers/recognition/graph/build-graphs';

/** What decides the prepared bytes: a change in one of these files or folders prepares everything again. */
const PREPARATION_CODE = [
  '../workers/recognition/models/published.ts',
  '../workers/recognition/graph',
  '../workers/recognition/external-weights.ts',
  'model-preparation.ts',
];

/** An optional low-rank adapter, merged into the decoder of the model whose id it bears: `<id>.safetensors`. */
const ADAPTER_FOLDER = join(import.meta.dirname, '..', 'workers', 'recognition', 'models');

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

async function codeFiles(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const names = await readdir(path);
  return names
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join(path, name));
}

async function preparationHash(adapter: Uint8Array | undefined): Promise<string> {
  const hash = createHash('sha256');
  for (const path of PREPARATION_CODE) {
    const files = await codeFiles(join(import.meta.dirname, path));
    for (const file of files) hash.update(await readFile(file));
  }
  if (adapter !== undefined) hash.update(adapter);
  return hash.digest('hex');
}

const adapterOf = async (id: string): Promise<Uint8Array | undefined> =>
  readFile(join(ADAPTER_FOLDER, `${id}.safetensors`)).catch(() => undefined);

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

type Contents = ReadonlyMap<FileRole | GraphicsRole, Uint8Array>;

/** Plume's own graphs in place of the published ones; see workers/recognition/graph/README.md. */
function withOwnGraphs(
  { name, graphics }: PublishedModel,
  published: Contents,
  adapter: Uint8Array | undefined,
): Contents {
  if (!published.has('encoder')) return published;
  const bytes = (role: FileRole): Uint8Array => published.get(role) ?? new Uint8Array();
  const json = (role: FileRole): unknown => JSON.parse(new TextDecoder().decode(bytes(role)));
  const graphs = buildGraphs({
    encoder: bytes('encoder'),
    decoder: bytes('decoder'),
    config: json('config'),
    generationConfig: json('generationConfig'),
    forGraphics: graphics !== undefined,
    ...(adapter && { adapter }),
  });
  if (!graphs.ok)
    throw new PreparationError(
      `Le modèle ${name} ne peut pas être préparé, ses fichiers sont endommagés ou ne vont pas ensemble (${graphs.detail})`,
    );
  const { encoder, decoder, graphics: forCards } = graphs.value;
  return new Map<FileRole | GraphicsRole, Uint8Array>([
    ...published,
    ['encoder', encoder],
    ['decoder', decoder],
    ...(forCards
      ? ([
          ['graphicsEncoder', forCards.encoder],
          ['graphicsEncoderSingle', forCards.encoderSingle],
        ] as const)
      : []),
  ]);
}

/** What is written for a model, as the manifest names it. */
type PreparedFiles = Pick<ModelEntry, 'files' | 'graphics'>;

async function prepareFiles(
  model: PublishedModel,
  preparation: Preparation,
  adapter: Uint8Array | undefined,
): Promise<PreparedFiles> {
  const published = new Map<FileRole, Uint8Array>();
  for (const file of model.files) published.set(file.role, await readPublished(file, preparation));
  const prepared = withOwnGraphs(model, published, adapter);
  const write = async <Role extends FileRole | GraphicsRole>(
    role: Role,
    path: string,
  ): Promise<ModelFile<Role>> => {
    const bytes = prepared.get(role) ?? new Uint8Array();
    await writeAtomically(join(preparation.folder, path), bytes);
    return { role, path, bytes: bytes.byteLength, sha256: sha256(bytes) };
  };
  const files: ModelFile[] = [];
  for (const { role, path } of model.files) files.push(await write(role, path));
  if (!model.graphics) return { files };
  const graphics: ModelFile<GraphicsRole>[] = [];
  for (const [role, path] of Object.entries(model.graphics) as [GraphicsRole, string][])
    graphics.push(await write(role, path));
  return { files, graphics };
}

async function isIntact(
  folder: string,
  file: ModelFile<FileRole | GraphicsRole>,
): Promise<boolean> {
  const path = join(folder, file.path);
  const found = await stat(path).catch(() => undefined);
  return found?.size === file.bytes && sha256(await readFile(path)) === file.sha256;
}

interface Stamp extends PreparedFiles {
  readonly preparation: string;
}

const allFiles = ({
  files,
  graphics = [],
}: PreparedFiles): readonly ModelFile<FileRole | GraphicsRole>[] => [...files, ...graphics];

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
  const adapter = await adapterOf(id);
  const hash = await preparationHash(adapter);
  const stamp = await readStamp(stampPath);
  if (stamp?.preparation === hash) {
    const { preparation: _, ...prepared } = stamp;
    const intact = await Promise.all(
      allFiles(prepared).map((file) => isIntact(preparation.folder, file)),
    );
    if (intact.every(Boolean)) {
      preparation.say(`Modèle ${name} : déjà prêt.`);
      return { id, name, languages, memoryBytes, ...prepared };
    }
  }
  preparation.say(`Modèle ${name} : vérification et préparation…`);
  const prepared = await prepareFiles(model, preparation, adapter);
  await writeAtomically(
    stampPath,
    JSON.stringify({ preparation: hash, ...prepared } satisfies Stamp),
  );
  const total = allFiles(prepared).reduce((sum, { bytes }) => sum + bytes, 0);
  preparation.say(`Modèle ${name} : prêt (${megabytes(total)}).`);
  return { id, name, languages, memoryBytes, ...prepared };
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
