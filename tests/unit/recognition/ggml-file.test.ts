import { describe, expect, test } from 'vitest';
import { ggmlFile, halfBits, type GgmlTensor } from '../../bench/peers/ggml-file';

const TINY = {
  vocabulary: 51_865,
  sourcePositions: 1500,
  targetPositions: 448,
  width: 64,
  encoder: { heads: 2, layers: 3 },
  decoder: { heads: 4, layers: 5 },
  melBins: 2,
  encoding: 'q8_0',
  melFilters: [
    [0, 0.5, 1],
    [1, 0.5, 0],
  ],
  tokens: [Uint8Array.of(0xc3, 0xa9), Uint8Array.of()],
} as const;

const written = (...tensors: readonly GgmlTensor[]): DataView =>
  new DataView(new Uint8Array(Buffer.concat([...ggmlFile(TINY, tensors)])).buffer);

const integers = (file: DataView, at: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => file.getInt32(at + 4 * i, true));

const HEADER_BYTES = 4 * (12 + 2 + 6 + 1) + (4 + 2) + 4;

function half(bits: number): number {
  const [exponent, fraction] = [(bits >> 10) & 0x1f, bits & 0x3ff];
  const size = exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15);
  return bits & 0x8000 ? -size : size;
}

const WAVE = Float32Array.from({ length: 128 }, (_, i) => Math.sin(i) / (1 + (i >> 5)));

describe('a file for whisper.cpp', () => {
  test('says what the model is before its filters and tokens', () => {
    const file = written();
    expect(integers(file, 0, 14)).toEqual([
      0x67676d6c, 51_865, 1500, 64, 2, 3, 448, 64, 4, 5, 2, 2007, 2, 3,
    ]);
    expect(Array.from({ length: 6 }, (_, i) => file.getFloat32(56 + 4 * i, true))).toEqual(
      TINY.melFilters.flat(),
    );
    expect(integers(file, 80, 2)).toEqual([2, 2]);
    expect([file.getUint8(88), file.getUint8(89)]).toEqual([0xc3, 0xa9]);
    expect(integers(file, 90, 1)).toEqual([0]);
    expect(file.byteLength).toBe(HEADER_BYTES);
  });

  test('names a tensor, its sides from the inside out, and gives floats as they are', () => {
    const file = written({ name: 'ab', shape: [2, 64], values: WAVE, encoding: 'f32' });
    expect(integers(file, HEADER_BYTES, 5)).toEqual([2, 2, 0, 64, 2]);
    const start = HEADER_BYTES + 20 + 2;
    const back = Float32Array.from(WAVE, (_, i) => file.getFloat32(start + 4 * i, true));
    expect(back).toEqual(WAVE);
  });

  test('keeps int8 blocks to half a step of their own scale', () => {
    const file = written({ name: 'w', shape: [2, 64], values: WAVE, encoding: 'q8_0' });
    const start = HEADER_BYTES + 20 + 1;
    expect(integers(file, HEADER_BYTES, 3)).toEqual([2, 1, 8]);
    expect(file.byteLength).toBe(start + 4 * 34);
    WAVE.forEach((value, i) => {
      const block = start + 34 * (i >> 5);
      const scale = half(file.getUint16(block, true));
      const back = scale * file.getInt8(block + 2 + (i & 31));
      expect(Math.abs(back - value)).toBeLessThan(0.56 * scale);
    });
  });

  test.each([
    [0, 0],
    [1, 0x3c00],
    [-2, 0xc000],
    [65_504, 0x7bff],
    [1e6, 0x7c00],
    [2 ** -24, 1],
    [1 + 2 ** -11, 0x3c00],
    [1 + 3 * 2 ** -11, 0x3c02],
  ])('writes %d as half %i', (value, bits) => {
    expect(halfBits(value)).toBe(bits);
  });
});
