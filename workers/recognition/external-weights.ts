/** Shorter weights stay where they are: shapes and scalars are read while the graph is put together. */
const LEAST_BYTES = 4096;
/** The name under which the file is its own store of weights. */
const STORE = 'weights';

// Field numbers of onnx.proto (ONNX 1.16); the wire format is that of protobuf.
const MODEL_GRAPH = 7;
const GRAPH_NODE = 1;
const GRAPH_INITIALIZER = 5;
const NODE_ATTRIBUTE = 5;
const ATTRIBUTE_GRAPH = 6;
const TENSOR_RAW_DATA = 9;
const TENSOR_EXTERNAL_DATA = 13;
const TENSOR_DATA_LOCATION = 14;
const EXTERNAL = 1;

const VARINT = 0;
const FIXED_64 = 1;
const BYTES = 2;
const FIXED_32 = 5;

/** One field of a message: `[start, end)` with its key, the content from `content` on. */
interface Field {
  readonly number: number;
  readonly wire: number;
  readonly start: number;
  readonly content: number;
  readonly end: number;
}

function varint(bytes: Uint8Array, at: number): { readonly value: number; readonly next: number } {
  let [value, factor, next] = [0, 1, at];
  for (;;) {
    const byte = bytes[next++];
    if (byte === undefined) throw new RangeError('The model file is cut short.');
    value += (byte & 0x7f) * factor;
    if (byte < 0x80) return { value, next };
    factor *= 0x80;
  }
}

function fieldAt(bytes: Uint8Array, start: number, limit: number): Field {
  const key = varint(bytes, start);
  const [number, wire] = [Math.floor(key.value / 8), key.value % 8];
  let [content, end] = [key.next, key.next];
  if (wire === VARINT) end = varint(bytes, content).next;
  else if (wire === FIXED_64) end += 8;
  else if (wire === FIXED_32) end += 4;
  else if (wire === BYTES) {
    const length = varint(bytes, content);
    content = length.next;
    end = length.next + length.value;
  } else throw new RangeError('The model file is no ONNX file.');
  if (end > limit) throw new RangeError('The model file is cut short.');
  return { number, wire, start, content, end };
}

function encodedVarint(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 0x80)) {
    if (rest < 0x80) return [...bytes, rest];
    bytes.push((rest % 0x80) | 0x80);
  }
}

const lengthOf = (parts: readonly Uint8Array[]): number =>
  parts.reduce((sum, { length }) => sum + length, 0);

const encodedField = (number: number, parts: readonly Uint8Array[]): Uint8Array[] => [
  Uint8Array.from([...encodedVarint(number * 8 + BYTES), ...encodedVarint(lengthOf(parts))]),
  ...parts,
];

const text = new TextEncoder();

const entry = (key: string, value: string): Uint8Array[] =>
  encodedField(TENSOR_EXTERNAL_DATA, [
    ...encodedField(1, [text.encode(key)]),
    ...encodedField(2, [text.encode(value)]),
  ]);

/** Messages on the way to a weight, by the number of the field that leads further down. */
interface Level {
  readonly [field: number]: Level | typeof TENSOR;
}
const TENSOR = Symbol('tensor');
const graph: Record<number, Level | typeof TENSOR> = { [GRAPH_INITIALIZER]: TENSOR };
graph[GRAPH_NODE] = { [NODE_ATTRIBUTE]: { [ATTRIBUTE_GRAPH]: graph } };
const MODEL: Level = { [MODEL_GRAPH]: graph };

/** The fields of a message, those that hold weights rewritten. */
function rewritten(
  bytes: Uint8Array,
  { from, to }: { readonly from: number; readonly to: number },
  level: Level | typeof TENSOR,
): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let at = from; at < to;) {
    const field = fieldAt(bytes, at, to);
    const { number, content, end } = field;
    const isBytes = field.wire === BYTES;
    const below = level === TENSOR ? undefined : level[number];
    if (isBytes && below !== undefined)
      parts.push(...encodedField(number, rewritten(bytes, { from: content, to: end }, below)));
    else if (
      isBytes &&
      level === TENSOR &&
      number === TENSOR_RAW_DATA &&
      end - content >= LEAST_BYTES
    )
      parts.push(
        ...entry('location', STORE),
        ...entry('offset', String(content)),
        ...entry('length', String(end - content)),
        Uint8Array.of(TENSOR_DATA_LOCATION * 8 + VARINT, EXTERNAL),
      );
    else parts.push(bytes.subarray(at, end));
    at = end;
  }
  return parts;
}

/**
 * An ONNX file as its graph alone, the weights of which are found in the file itself: onnxruntime-web then copies each
 * weight once to its place, where it would copy the file, parse it into a second copy and unpack that into a third, in
 * a heap that never shrinks.
 * @throws {RangeError} on what is no ONNX file, or a truncated one.
 */
export function withExternalWeights(file: Uint8Array): {
  readonly model: Uint8Array;
  readonly externalData: readonly { readonly path: string; readonly data: Uint8Array }[];
} {
  const parts = rewritten(file, { from: 0, to: file.length }, MODEL);
  const model = new Uint8Array(lengthOf(parts));
  let at = 0;
  for (const part of parts) {
    model.set(part, at);
    at += part.length;
  }
  return { model, externalData: [{ path: STORE, data: file }] };
}
