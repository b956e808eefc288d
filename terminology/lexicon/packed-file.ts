/**
 * A file of named columns: a line of JSON (`{format, ...head, columns: [[name, kind, bytes], …]}`) ended by a line feed and
 * padded with spaces to 8 bytes, then the columns one after the other, each padded to 8 bytes; the whole gzipped. Numbers are
 * little-endian; `text` columns are UTF-8 lines.
 */
export type Column = Uint8Array | Uint16Array | Uint32Array | readonly string[];

const KINDS = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array } as const;
type Kind = keyof typeof KINDS | 'text';

export interface PackedFile {
  readonly head: Readonly<Record<string, unknown>>;
  readonly columns: ReadonlyMap<string, Column>;
}

const padded = (length: number): number => (length + 7) & ~7;

/** Bytes of a file, before compression. Strings may not contain line feeds. */
export function packFile({ head, columns }: PackedFile): Uint8Array<ArrayBuffer> {
  const parts = [...columns].map(([name, column]) => ({ name, ...bytesOf(column) }));
  const directory = parts.map(({ name, kind, bytes }) => [name, kind, bytes.length]);
  const text = JSON.stringify({ ...head, columns: directory });
  const encoded = new TextEncoder().encode(text);
  const start = padded(encoded.length + 1);
  const size = parts.reduce((sum, { bytes }) => sum + padded(bytes.length), start);
  const file = new Uint8Array(size);
  file.fill(0x20, 0, start);
  file.set(encoded);
  file[start - 1] = 0x0a;
  let at = start;
  for (const { bytes } of parts) {
    file.set(bytes, at);
    at += padded(bytes.length);
  }
  return file;
}

function bytesOf(column: Column): { kind: Kind; bytes: Uint8Array } {
  if (column instanceof Uint8Array) return { kind: 'u8', bytes: column };
  if (column instanceof Uint16Array) return { kind: 'u16', bytes: rawBytes(column) };
  if (column instanceof Uint32Array) return { kind: 'u32', bytes: rawBytes(column) };
  return { kind: 'text', bytes: new TextEncoder().encode(column.join('\n')) };
}

const rawBytes = (column: Uint16Array | Uint32Array): Uint8Array =>
  new Uint8Array(column.buffer, column.byteOffset, column.byteLength);

/** Reads a file made by `packFile`; number columns are views on its bytes. Throws a sentence when it is not one. */
export function unpackFile(file: Uint8Array<ArrayBuffer>): PackedFile {
  const end = file.indexOf(0x0a);
  if (end < 0) throw new Error('Not a lexicon file: it has no head');
  const head: unknown = JSON.parse(new TextDecoder().decode(file.subarray(0, end)));
  if (!isHead(head)) throw new Error('Not a lexicon file: its head lists no columns');
  const columns = new Map<string, Column>();
  let at = file.byteOffset + end + 1;
  for (const [name, kind, length] of head.columns) {
    if (at + length > file.byteOffset + file.length)
      throw new Error(`The lexicon file ends inside ${name}`);
    columns.set(name, columnOf(kind, file.buffer, at, length));
    at += padded(length);
  }
  return { head, columns };
}

interface Head extends Record<string, unknown> {
  readonly columns: readonly (readonly [string, Kind, number])[];
}

const isHead = (value: unknown): value is Head =>
  typeof value === 'object' && value !== null && 'columns' in value && Array.isArray(value.columns);

function columnOf(kind: Kind, buffer: ArrayBuffer, offset: number, length: number): Column {
  if (kind === 'text') {
    const text = new TextDecoder().decode(new Uint8Array(buffer, offset, length));
    return text === '' ? [] : text.split('\n');
  }
  const numbers = KINDS[kind];
  return new numbers(buffer, offset, length / numbers.BYTES_PER_ELEMENT);
}

export async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return through(bytes, new CompressionStream('gzip'));
}

export async function gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return through(bytes, new DecompressionStream('gzip'));
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const out = new Blob([bytes]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(out).arrayBuffer());
}
