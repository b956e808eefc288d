/** How a tensor's numbers are kept: `q8_0` has a half-precision scale for each 32 values in int8. */
export type GgmlEncoding = 'f32' | 'f16' | 'q8_0';

export interface GgmlTensor {
  readonly name: string;
  /** Outermost side first. */
  readonly shape: readonly number[];
  readonly values: Float32Array;
  readonly encoding: GgmlEncoding;
}

export interface GgmlHeader {
  readonly vocabulary: number;
  readonly sourcePositions: number;
  readonly targetPositions: number;
  readonly width: number;
  readonly encoder: { readonly heads: number; readonly layers: number };
  readonly decoder: { readonly heads: number; readonly layers: number };
  readonly melBins: number;
  /** Of the matrices; biases, norms and positions are always `f32`, convolutions `f16`. */
  readonly encoding: Exclude<GgmlEncoding, 'f32'>;
  /** One row of weights a mel bin. */
  readonly melFilters: readonly (readonly number[])[];
  /** The bytes of every text token, in order; whisper.cpp names the special ones itself. */
  readonly tokens: readonly Uint8Array[];
}

const MAGIC = 0x67676d6c;
const TYPES: Readonly<Record<GgmlEncoding, number>> = { f32: 0, f16: 1, q8_0: 8 };
/** `ggml_ftype`; quantised ones carry the version of the quantisation, 2, in the thousands. */
const FILE_TYPES: Readonly<Record<GgmlHeader['encoding'], number>> = { f16: 1, q8_0: 2007 };

const BLOCK = 32;
const INT8_MAX = 127;

const single = new Float32Array(1);
const singleBits = new Uint32Array(single.buffer);

/** IEEE half precision, to nearest; what is too large becomes infinite. */
export function halfBits(value: number): number {
  single[0] = value;
  const bits = singleBits[0] ?? 0;
  const sign = (bits >>> 16) & 0x8000;
  const magnitude = bits & 0x7fffffff;
  if (magnitude >= 0x47800000) return sign | 0x7c00;
  if (magnitude < 0x38800000) return sign | Math.round(Math.abs(value) * 2 ** 24);
  const rounded = magnitude + 0xfff + ((magnitude >>> 13) & 1);
  return sign | ((rounded - 0x38000000) >>> 13);
}

function halves(values: Float32Array): Uint8Array {
  const bits = new Uint16Array(values.length);
  for (let i = 0; i < values.length; i++) bits[i] = halfBits(values[i] as number);
  return new Uint8Array(bits.buffer);
}

/** As `quantize_row_q8_0_ref` of ggml does it. */
function quantised(values: Float32Array): Uint8Array {
  const bytes = new Uint8Array((values.length / BLOCK) * (BLOCK + 2));
  for (let start = 0, at = 0; start < values.length; start += BLOCK, at += BLOCK + 2) {
    let most = 0;
    for (let i = start; i < start + BLOCK; i++)
      most = Math.max(most, Math.abs(values[i] as number));
    const scale = most / INT8_MAX;
    const bits = halfBits(scale);
    bytes[at] = bits;
    bytes[at + 1] = bits >>> 8;
    for (let i = 0; scale > 0 && i < BLOCK; i++)
      bytes[at + 2 + i] = Math.round((values[start + i] as number) / scale);
  }
  return bytes;
}

const ENCODERS: Readonly<Record<GgmlEncoding, (values: Float32Array) => Uint8Array>> = {
  f32: ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  f16: halves,
  q8_0: quantised,
};

const integers = (...values: readonly number[]): Uint8Array =>
  new Uint8Array(Int32Array.from(values).buffer);

function header(model: GgmlHeader): Uint8Array {
  const { vocabulary, width, encoder, decoder, melBins, encoding, melFilters, tokens } = model;
  return Buffer.concat([
    integers(MAGIC, vocabulary),
    integers(model.sourcePositions, width, encoder.heads, encoder.layers),
    integers(model.targetPositions, width, decoder.heads, decoder.layers),
    integers(melBins, FILE_TYPES[encoding]),
    integers(melFilters.length, melFilters[0]?.length ?? 0),
    new Uint8Array(Float32Array.from(melFilters.flat()).buffer),
    integers(tokens.length),
    ...tokens.flatMap((token) => [integers(token.length), token]),
  ]);
}

/** Innermost side first; nothing is aligned. */
function tensorBytes({ name, shape, values, encoding }: GgmlTensor): Uint8Array {
  const bytes = new TextEncoder().encode(name);
  return Buffer.concat([
    integers(shape.length, bytes.length, TYPES[encoding], ...shape.toReversed()),
    bytes,
    ENCODERS[encoding](values),
  ]);
}

/**
 * A model as whisper.cpp reads it (`whisper_model_load`; written by its `models/convert-pt-to-ggml.py`), little-endian,
 * part by part so that no more than one tensor is held in floats.
 */
export function* ggmlFile(model: GgmlHeader, tensors: Iterable<GgmlTensor>): Generator<Uint8Array> {
  yield header(model);
  for (const tensor of tensors) yield tensorBytes(tensor);
}
