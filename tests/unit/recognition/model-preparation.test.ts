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
import onnxProto from 'onnx-proto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
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

const graph = onnxProto.onnx.ModelProto.encode({
  irVersion: 8,
  graph: {
    name: 'tiny',
    output: [{ name: 'last_hidden_state' }, { name: 'encoder_attentions.0' }],
  },
}).finish();

let folder: string;
let said: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plume-models-'));
  said = [];
  mkdirSync(join(folder, 'tiny-package'));
  writeFileSync(join(folder, 'tiny-package', 'encoder.onnx'), graph);
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
      role: 'encoder',
      packageName: 'tiny-package',
      source: 'encoder.onnx',
      sha256: sha256(graph),
      path: 'tiny/encoder.onnx',
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
  test('writes stripped copies and a manifest that names their hashes', async () => {
    const manifest = await prepareModels(preparation());
    const prepared = join(folder, 'prepared models');
    const encoder = readFileSync(join(prepared, 'tiny/encoder.onnx'));
    expect(
      onnxProto.onnx.ModelProto.decode(encoder).graph!.output!.map(({ name }) => name),
    ).toEqual(['last_hidden_state']);
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
              role: 'encoder',
              path: 'tiny/encoder.onnx',
              bytes: encoder.length,
              sha256: sha256(encoder),
            },
            { role: 'config', path: 'tiny/config.json', bytes: 2, sha256: sha256('{}') },
          ],
        },
      ],
    });
    expect(JSON.parse(readFileSync(join(prepared, 'manifest.json'), 'utf8'))).toEqual(manifest);
    expect(readdirSync(join(prepared, 'tiny')).sort()).toEqual([
      'config.json',
      'encoder.onnx',
      'prepared.json',
    ]);
  });

  test('is done once, and again when a prepared file was damaged', async () => {
    const manifest = await prepareModels(preparation());
    const encoder = join(folder, 'prepared models', 'tiny/encoder.onnx');
    const { mtimeMs } = statSync(encoder);
    expect(await prepareModels(preparation())).toEqual(manifest);
    expect(statSync(encoder).mtimeMs).toBe(mtimeMs);
    expect(said.at(-1)).toBe('Modèle Minuscule : déjà prêt.');
    writeFileSync(encoder, 'damaged');
    expect(await prepareModels(preparation())).toEqual(manifest);
    expect(sha256(readFileSync(encoder))).toBe(manifest.models[0]!.files[0]!.sha256);
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
        'Le fichier encoder.onnx du paquet tiny-package manque : relancez « npm ci » puis « npm start ».',
      ),
    );
  });

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
