import { UnusableModel } from './unusable-model';

export interface FloatTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

const HEADER_LENGTH_BYTES = 8;
/** The format's own limit on its header. */
const MAX_HEADER_BYTES = 100_000_000;

const WIDTHS: Readonly<Record<string, number>> = { F16: 2, BF16: 2, F32: 4 };

interface Entry {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

function halfToFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction ? NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

function isEntry(value: unknown): value is Entry {
  const entry = value as Partial<Entry> | null;
  const isCount = (part: unknown): boolean => Number.isInteger(part) && (part as number) >= 0;
  return (
    typeof entry?.dtype === 'string' &&
    Array.isArray(entry.shape) &&
    entry.shape.every(isCount) &&
    Array.isArray(entry.data_offsets) &&
    entry.data_offsets.length === 2 &&
    entry.data_offsets.every(isCount)
  );
}

function readTensor(name: string, entry: unknown, data: DataView): FloatTensor {
  if (!isEntry(entry)) throw new UnusableModel(`The adapter file describes ${name} wrongly.`);
  const width = WIDTHS[entry.dtype];
  if (width === undefined) {
    throw new UnusableModel(`The adapter file holds ${name} as ${entry.dtype}, not in floats.`);
  }
  const length = entry.shape.reduce((product, side) => product * side, 1);
  const [start, end] = entry.data_offsets;
  if (end - start !== length * width || end > data.byteLength) {
    throw new UnusableModel(`The adapter file is cut short or damaged at ${name}.`);
  }
  const read: Readonly<Record<string, (at: number) => number>> = {
    F16: (at) => halfToFloat(data.getUint16(at, true)),
    // bfloat16 is the upper half of a float.
    BF16: (at) => new Float32Array(Uint32Array.of(data.getUint16(at, true) << 16).buffer)[0] ?? 0,
    F32: (at) => data.getFloat32(at, true),
  };
  const one = read[entry.dtype];
  const values = Float32Array.from({ length }, (_, i) => one?.(start + i * width) ?? 0);
  return { shape: entry.shape, values };
}

/**
 * Reads a safetensors file (8 bytes of header length, a JSON header, the data) of F16, BF16 or F32 tensors.
 * @throws {UnusableModel} where it is cut short, damaged or of another kind.
 */
export function readSafetensors(file: Uint8Array): ReadonlyMap<string, FloatTensor> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const broken = new UnusableModel('The adapter is no safetensors file, or is cut short.');
  if (file.length < HEADER_LENGTH_BYTES) throw broken;
  const headerBytes = Number(view.getBigUint64(0, true));
  const start = HEADER_LENGTH_BYTES + headerBytes;
  if (headerBytes > MAX_HEADER_BYTES || start > file.length) throw broken;
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder().decode(file.subarray(HEADER_LENGTH_BYTES, start)));
  } catch {
    throw broken;
  }
  if (header === null || typeof header !== 'object') throw broken;
  const data = new DataView(file.buffer, file.byteOffset + start, file.length - start);
  return new Map(
    Object.entries(header)
      .filter(([name]) => name !== '__metadata__')
      .map(([name, entry]) => [name, readTensor(name, entry, data)]),
  );
}
