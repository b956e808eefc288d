import { describe, expect, test } from 'vitest';
import { Adapter } from '../../../workers/recognition/graph/adapter';
import { buildGraphs } from '../../../workers/recognition/graph/build-graphs';
import {
  dequantise,
  quantiseColumns,
  scaled,
  sideBySide,
} from '../../../workers/recognition/graph/quantised-matrix';
import { readSafetensors } from '../../../workers/recognition/graph/safetensors';
import { published } from './base-model';

type Shaped = Readonly<
  Record<string, { readonly shape: readonly number[]; readonly values: readonly number[] }>
>;

/** A safetensors file of 32-bit floats. */
function safetensors(tensors: Shaped): Uint8Array {
  let offset = 0;
  const header = Object.fromEntries(
    Object.entries(tensors).map(([name, { shape, values }]) => {
      const start = offset;
      offset += 4 * values.length;
      return [name, { dtype: 'F32', shape, data_offsets: [start, offset] }];
    }),
  );
  const text = new TextEncoder().encode(JSON.stringify(header));
  const file = new Uint8Array(8 + text.length + offset);
  new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true);
  file.set(text, 8);
  const numbers = Object.values(tensors).flatMap(({ values }) => values);
  file.set(new Uint8Array(Float32Array.from(numbers).buffer), 8 + text.length);
  return file;
}

const near = (matrix: Float32Array): number[] =>
  [...matrix].map((value) => Math.round(value * 100) / 100);

describe('quantised matrices', () => {
  const wide = {
    rows: 2,
    columns: 3,
    values: Int8Array.of(1, 2, 3, 4, 5, 6),
    scales: Float32Array.of(0.5, 1, 2),
  };

  test('stand for scale times distance from zero', () => {
    expect([...dequantise({ ...wide, zeroPoints: Int8Array.of(1, 1, 0) })]).toEqual([
      0, 1, 6, 1.5, 4, 12,
    ]);
    expect([...dequantise(scaled(wide, 2))]).toEqual([1, 4, 12, 4, 10, 24]);
  });

  test('keep each column to half a step when quantised anew', () => {
    const matrix = Float32Array.of(127, 0.001, 0, -64, -0.0005, 0);
    const back = dequantise(quantiseColumns(matrix, { rows: 2, columns: 3 }));
    matrix.forEach((value, i) => {
      expect(Math.abs(back[i]! - value)).toBeLessThanOrEqual(i % 3 === 0 ? 0.5 : 4e-6);
    });
  });

  test('lie side by side with their own scales and zeros', () => {
    const narrow = {
      rows: 2,
      columns: 1,
      values: Int8Array.of(-7, 7),
      scales: Float32Array.of(1),
      zeroPoints: Int8Array.of(1),
    };
    expect([...dequantise(sideBySide([wide, narrow]))]).toEqual([0.5, 2, 6, -8, 2, 5, 12, 6]);
    expect(sideBySide([wide, wide]).zeroPoints).toBeUndefined();
  });
});

describe('an adapter', () => {
  const matrix = quantiseColumns(Float32Array.of(1, 2, 3, 4, 5, 6), { rows: 3, columns: 2 });
  const file = (outputs = 2): Uint8Array =>
    safetensors({
      'decoder.layers.0.fc1.lora_A': { shape: [1, 3], values: [1, 0, 10] },
      'decoder.layers.0.fc1.lora_B': { shape: [outputs, 1], values: [1, -1, 5].slice(0, outputs) },
    });

  test('adds B times A to the weight it names', () => {
    const merged = Adapter.parse(file()).merge('decoder.layers.0.fc1', matrix);
    // W is kept as [in, out]: delta[in][out] = A[0][in] * B[out][0].
    const wanted = [2, 1, 3, 4, 15, -4];
    dequantise(merged).forEach((value, i) =>
      expect(Math.abs(value - wanted[i]!)).toBeLessThan(0.06),
    );
  });

  test('leaves other weights as they are', () => {
    expect(Adapter.parse(file()).merge('decoder.layers.1.fc1', matrix)).toBe(matrix);
  });

  test('of another model is refused', () => {
    expect(() => Adapter.parse(file(3)).merge('decoder.layers.0.fc1', matrix)).toThrow(
      'made for another model',
    );
    expect(() => Adapter.parse(file()).finish()).toThrow('made for another model');
  });

  test('that is cut short, or no adapter at all, is refused in one sentence', () => {
    for (const bytes of [
      file().slice(0, 60),
      file().slice(0, -2),
      new Uint8Array(3),
      new Uint8Array(64).fill(9),
    ]) {
      expect(() => Adapter.parse(bytes)).toThrow(/^The adapter .*\.$/);
    }
    const alone = safetensors({ 'decoder.layers.0.fc1.lora_A': { shape: [1, 1], values: [1] } });
    expect(() => Adapter.parse(alone)).toThrow('no matching pair');
  });

  test('may hold half floats', () => {
    const header = JSON.stringify({ x: { dtype: 'F16', shape: [5], data_offsets: [0, 10] } });
    const bytes = new Uint8Array(8 + header.length + 10);
    new DataView(bytes.buffer).setBigUint64(0, BigInt(header.length), true);
    bytes.set(new TextEncoder().encode(header), 8);
    const halves = Uint16Array.of(0x3c00, 0xc000, 0x0001, 0x3555, 0x7bff);
    bytes.set(new Uint8Array(halves.buffer), 8 + header.length);
    const { values } = readSafetensors(bytes).get('x')!;
    expect(near(values)).toEqual([1, -2, 0, 0.33, 65504]);
  });
});

describe('weights that do not fit are refused in one sentence', () => {
  const files = published();
  const detail = (changed: Partial<typeof files>): string => {
    const outcome = buildGraphs({ ...files, ...changed });
    return outcome.ok ? 'accepted' : `${outcome.kind}: ${outcome.detail}`;
  };

  test('a file that was cut short', () => {
    expect(detail({ encoder: files.encoder.slice(0, 1_000_000) })).toBe(
      'damaged-model: The encoder file is damaged or cut short: it is not a whole ONNX model.',
    );
    expect(detail({ decoder: new Uint8Array(0) })).toMatch(
      /^damaged-model: The decoder file .*\.$/,
    );
  });

  test('the file of another part, or of another size', () => {
    expect(detail({ encoder: files.decoder })).toMatch(
      /^damaged-model: The encoder file has no weights named .*\.$/,
    );
    const config = {
      ...(files.config as object),
      d_model: 768,
      encoder_attention_heads: 12,
      decoder_attention_heads: 12,
    };
    expect(detail({ config })).toBe(
      'damaged-model: The encoder file holds conv1.weight_quantized as [512,80,3] where the configuration says [768,80,3].',
    );
  });

  test('a configuration without what the graphs need', () => {
    expect(detail({ config: {} })).toBe(
      'damaged-model: The configuration of the model gives no usable decoder_layers.',
    );
    expect(
      detail({ generationConfig: { no_timestamps_token_id: 50_363, alignment_heads: [[6, 0]] } }),
    ).toBe('damaged-model: The generation configuration names alignment heads the model has not.');
  });
});
