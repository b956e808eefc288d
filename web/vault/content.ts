/** How the content of a row is written before it is sealed; the byte stands in the header of the row. */
const KIND = { json: 0, bytes: 1, jsonWithParts: 2 } as const;

export type ContentKind = (typeof KIND)[keyof typeof KIND];

/** Content as bytes, and how to read them again. */
export interface WrittenContent {
  readonly kind: ContentKind;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const VIEWS = { Uint8Array, Int16Array, Uint16Array, Uint32Array, Float32Array } as const;
type ViewName = keyof typeof VIEWS | 'ArrayBuffer';

/** Stands in the JSON for bytes that follow it: where they begin, how many, and what they were. */
interface PartMark {
  readonly $part: readonly [start: number, bytes: number, type: ViewName];
}

const LENGTH_BYTES = 4;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

const isPartMark = (value: unknown): value is PartMark =>
  typeof value === 'object' && value !== null && '$part' in value;

/** Values as JSON, a buffer as its bytes, and values that hold buffers as JSON with the buffers behind it. */
export function writeContent(content: unknown): WrittenContent {
  if (content instanceof ArrayBuffer) return { kind: KIND.bytes, bytes: new Uint8Array(content) };
  const parts: Uint8Array[] = [];
  let length = 0;
  const json = JSON.stringify(content, (_, value: unknown) => {
    const isView = ArrayBuffer.isView(value);
    if (!isView && !(value instanceof ArrayBuffer)) return value;
    const part = isView
      ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
      : new Uint8Array(value);
    const type = isView ? value.constructor.name : 'ArrayBuffer';
    if (isView && !(type in VIEWS)) throw new TypeError(`A row cannot hold a ${type}.`);
    parts.push(part);
    length += part.length;
    return { $part: [length - part.length, part.length, type] };
  });
  const text = encoder.encode(json);
  if (parts.length === 0) return { kind: KIND.json, bytes: text };
  const bytes = new Uint8Array(LENGTH_BYTES + text.length + length);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, LENGTH_BYTES);
  let at = LENGTH_BYTES + text.length;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return { kind: KIND.jsonWithParts, bytes };
}

/** @throws when the bytes are not what {@link writeContent} makes of that kind. */
export function readContent(kind: number, bytes: Uint8Array<ArrayBuffer>): unknown {
  switch (kind) {
    case KIND.bytes:
      return bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
    case KIND.json:
      return JSON.parse(decoder.decode(bytes));
    case KIND.jsonWithParts:
      return readWithParts(bytes);
    default:
      throw new RangeError(`Content of kind ${kind} is not known.`);
  }
}

function readWithParts(bytes: Uint8Array<ArrayBuffer>): unknown {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const parts = bytes.subarray(LENGTH_BYTES + length);
  const text = decoder.decode(bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + length));
  return JSON.parse(text, (_, value: unknown) => {
    if (!isPartMark(value)) return value;
    const [start, count, type] = value.$part;
    const buffer = parts.slice(start, start + count).buffer;
    return type === 'ArrayBuffer' ? buffer : new VIEWS[type](buffer);
  });
}
