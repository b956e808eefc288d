import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  installedPackageFolder,
  PreparationError,
  prepareModels,
  type Preparation,
} from '../../../scripts/model-preparation';
import {
  PUBLISHED_MODELS,
  type PublishedModel,
} from '../../../workers/recognition/models/published';

const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

const tokenizer = '{"model":{}}';

let folder: string;
let said: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plume-models-'));
  said = [];
  mkdirSync(join(folder, 'tiny-package'));
  writeFileSync(join(folder, 'tiny-package', 'tokenizer.json'), tokenizer);
  writeFileSync(join(folder, 'tiny-package', 'config.json'), '{}');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const tinyModel: PublishedModel = {
  id: 'tiny',
  name: 'Minuscule',
  languages: ['fr'],
  memoryBytes: 1,
  files: [
    {
      role: 'tokenizer',
      packageName: 'tiny-package',
      source: 'tokenizer.json',
      sha256: sha256(tokenizer),
      path: 'tiny/tokenizer.json',
    },
    {
      role: 'config',
      packageName: 'tiny-package',
      source: 'config.json',
      sha256: sha256('{}'),
      path: 'tiny/config.json',
    },
  ],
};

const preparation = (): Preparation => ({
  models: [tinyModel],
  folder: join(folder, 'prepared models'),
  packageFolder: (name) => join(folder, name),
  say: (sentence) => said.push(sentence),
});

describe('preparing the models', () => {
  test('writes copies and a manifest that names their hashes', async () => {
    const manifest = await prepareModels(preparation());
    const prepared = join(folder, 'prepared models');
    expect(manifest).toEqual({
      format: 1,
      models: [
        {
          id: 'tiny',
          name: 'Minuscule',
          languages: ['fr'],
          memoryBytes: 1,
          files: [
            {
              role: 'tokenizer',
              path: 'tiny/tokenizer.json',
              bytes: tokenizer.length,
              sha256: sha256(tokenizer),
            },
            { role: 'config', path: 'tiny/config.json', bytes: 2, sha256: sha256('{}') },
          ],
        },
      ],
    });
    expect(JSON.parse(readFileSync(join(prepared, 'manifest.json'), 'utf8'))).toEqual(manifest);
    expect(readdirSync(join(prepared, 'tiny')).sort()).toEqual([
      'config.json',
      'prepared.json',
      'tokenizer.json',
    ]);
  });

  test('is done once, and again when a prepared file was damaged', async () => {
    const manifest = await prepareModels(preparation());
    const copy = join(folder, 'prepared models', 'tiny/tokenizer.json');
    const { mtimeMs } = statSync(copy);
    expect(await prepareModels(preparation())).toEqual(manifest);
    expect(statSync(copy).mtimeMs).toBe(mtimeMs);
    expect(said.at(-1)).toBe('Modèle Minuscule : déjà prêt.');
    writeFileSync(copy, 'damaged');
    expect(await prepareModels(preparation())).toEqual(manifest);
    expect(sha256(readFileSync(copy))).toBe(manifest.models[0]!.files[0]!.sha256);
  });

  test('says in French what is missing or damaged', async () => {
    writeFileSync(join(folder, 'tiny-package', 'config.json'), '{"damaged":true}');
    await expect(prepareModels(preparation())).rejects.toThrow(
      new PreparationError(
        'Le fichier config.json du paquet tiny-package est endommagé : supprimez « node_modules », relancez « npm ci » puis « npm start ».',
      ),
    );
    rmSync(join(folder, 'tiny-package'), { recursive: true });
    await expect(prepareModels(preparation())).rejects.toThrow(
      new PreparationError(
        'Le fichier tokenizer.json du paquet tiny-package manque : relancez « npm ci » puis « npm start ».',
      ),
    );
  });

  test('replaces the graphs of Whisper by Plume’s own', async () => {
    const models = PUBLISHED_MODELS.filter(({ id }) => id === 'whisper-base').map((model) => ({
      ...model,
      graphics: { graphicsEncoder: 'base/half.onnx', graphicsEncoderSingle: 'base/single.onnx' },
    }));
    const own = { ...preparation(), models, packageFolder: installedPackageFolder };
    const manifest = await prepareModels(own);
    const { files, graphics } = manifest.models[0]!;
    expect(graphics!.map(({ role, path }) => [role, path])).toEqual([
      ['graphicsEncoder', 'base/half.onnx'],
      ['graphicsEncoderSingle', 'base/single.onnx'],
    ]);
    for (const { path, bytes, sha256: hash } of graphics!) {
      const written = readFileSync(join(folder, 'prepared models', path));
      expect({ bytes: written.length, hash: sha256(written) }).toEqual({ bytes, hash });
    }
    writeFileSync(join(folder, 'prepared models', 'base/half.onnx'), 'damaged');
    expect(await prepareModels(own)).toEqual(manifest);
    expect(await prepareModels(own)).toEqual(manifest);
    expect(said.at(-1)).toMatch(/déjà prêt\.$/);
    for (const role of ['encoder', 'decoder']) {
      const { path, bytes, sha256: hash } = files.find((file) => file.role === role)!;
      const written = readFileSync(join(folder, 'prepared models', path));
      expect({ bytes: written.length, hash: sha256(written) }).toEqual({ bytes, hash });
      expect(written.subarray(0, 16).toString('latin1')).toContain('plume');
    }
  }, 60_000);

  test('knows the hashes of the two published models', () => {
    expect(
      PUBLISHED_MODELS.map(({ id, files }) => [
        id,
        files.length,
        new Set(files.map((f) => f.role)).size,
      ]),
    ).toEqual([
      ['whisper-small', 8, 8],
      ['whisper-base', 8, 8],
    ]);
  });
});
