import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Adapter } from '../../../workers/recognition/graph/adapter';
import { buildGraphs } from '../../../workers/recognition/graph/build-graphs';
import { PublishedModel } from '../../../workers/recognition/graph/published-model';
import { dequantise } from '../../../workers/recognition/graph/quantised-matrix';
import { readSafetensors } from '../../../workers/recognition/graph/safetensors';
import { sharedFolder } from '../../bench/dictations';
import { published } from './base-model';

const pilot = join(sharedFolder(), 'models', 'dictation-fr-pilot.safetensors');

const norm = (values: Float32Array): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

// The pilot lies in ../shared; without it these are skipped.
describe.skipIf(!existsSync(pilot))('the pilot adapter for Whisper small', () => {
  const read = (): Uint8Array => readFileSync(pilot);

  test.each([
    ['decoder.layers.0.self_attn.q_proj', 768, 768],
    ['decoder.layers.11.encoder_attn.out_proj', 768, 768],
    ['decoder.layers.5.fc2', 3072, 768],
  ])(
    'survives the quantisation of %s',
    (name, rows, columns) => {
      const model = PublishedModel.parse(published('small').decoder, 'The decoder file');
      const path = `/model/${name.replaceAll('.', '/').replace(/layers\/(\d+)/, 'layers.$1')}`;
      const before = model.matrix(path, rows, columns);
      const after = dequantise(Adapter.parse(read()).merge(name, before));
      const tensors = readSafetensors(read());
      const down = tensors.get(`${name}.lora_A`)!;
      const up = tensors.get(`${name}.lora_B`)!;
      const rank = down.shape[0]!;
      const delta = new Float32Array(rows * columns);
      for (let row = 0; row < rows; row++)
        for (let column = 0; column < columns; column++)
          for (let r = 0; r < rank; r++)
            delta[row * columns + column]! +=
              down.values[r * rows + row]! * up.values[column * rank + r]!;
      const start = dequantise(before);
      const lost = after.map((value, i) => value - start[i]! - delta[i]!);
      expect(norm(delta)).toBeGreaterThan(0);
      expect(norm(lost) / norm(after)).toBeLessThan(0.02);
      // What rounding loses is spread evenly; along the delta itself nearly all of it is kept.
      const kept =
        after.reduce((sum, value, i) => sum + (value - start[i]!) * delta[i]!, 0) /
        norm(delta) ** 2;
      expect(kept).toBeGreaterThan(0.95);
      expect(kept).toBeLessThan(1.05);
    },
    60_000,
  );

  test('is refused by another size of Whisper', () => {
    const outcome = buildGraphs({ ...published('base'), adapter: read() });
    expect(outcome).toMatchObject({ ok: false, kind: 'damaged-model' });
    expect(!outcome.ok && outcome.detail).toMatch(/^The adapter was made for another model: .*\.$/);
  }, 60_000);
});
