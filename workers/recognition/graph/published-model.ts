import proto from 'onnx-proto';
import type { QuantisedMatrix } from './quantised-matrix';
import { UnusableModel } from './unusable-model';

type Tensor = proto.onnx.ITensorProto;
type Node = proto.onnx.INodeProto;
type Graph = proto.onnx.IGraphProto;

const FLOAT = 1;
const UINT8 = 2;
const INT8 = 3;
const UINT8_TO_INT8 = 128;

/** Published files quantise a tensor with one scale, and a merged decoder renames what its branches share. */
const MERGED = '_merged_0';
const QUANTISED = '_quantized';

/** An int8 table with one scale for all of it. */
export interface QuantisedTensor {
  readonly shape: readonly number[];
  readonly values: Int8Array;
  readonly scale: number;
  readonly zeroPoint: number;
}

/** A published ONNX file (optimum, dynamic quantisation), its weights found by node and initializer name. */
export class PublishedModel {
  readonly #initializers = new Map<string, Tensor>();
  readonly #nodes = new Map<string, Node>();
  readonly #file: string;

  private constructor(file: string, graph: Graph) {
    this.#file = file;
    this.#collect(graph);
  }

  /** @param file its name, for messages. @throws {UnusableModel} where the bytes are not a whole ONNX model. */
  static parse(bytes: Uint8Array, file: string): PublishedModel {
    let graph: Graph | null | undefined;
    try {
      graph = proto.onnx.ModelProto.decode(bytes).graph;
    } catch {
      throw new UnusableModel(`${file} is damaged or cut short: it is not a whole ONNX model.`);
    }
    if (!graph?.node?.length) throw new UnusableModel(`${file} holds no graph.`);
    return new PublishedModel(file, graph);
  }

  #collect(graph: Graph): void {
    for (const tensor of graph.initializer ?? []) this.#initializers.set(tensor.name ?? '', tensor);
    for (const node of graph.node ?? []) {
      if (node.name && !this.#nodes.has(node.name)) this.#nodes.set(node.name, node);
      for (const attribute of node.attribute ?? []) if (attribute.g) this.#collect(attribute.g);
    }
  }

  #tensor(name: string, shape: readonly number[] | undefined): Tensor {
    const tensor = this.#initializers.get(name) ?? this.#initializers.get(name + MERGED);
    if (!tensor) throw new UnusableModel(`${this.#file} has no weights named ${name}.`);
    const dims = (tensor.dims ?? []).map(Number);
    if (shape && dims.join() !== shape.join()) {
      throw new UnusableModel(
        `${this.#file} holds ${name} as [${dims.join()}] where the configuration says [${shape.join()}].`,
      );
    }
    return tensor;
  }

  #bytes(tensor: Tensor, length: number): Uint8Array {
    const raw = tensor.rawData;
    if (raw?.length !== length) {
      throw new UnusableModel(`${this.#file} holds ${tensor.name ?? ''} without all its bytes.`);
    }
    return raw;
  }

  #number(name: string): number {
    const { floatData, int32Data, rawData, dataType } = this.#tensor(name, []);
    const inline = floatData?.[0] ?? int32Data?.[0];
    if (inline !== undefined) return inline;
    if (rawData?.length === 4 && dataType === FLOAT) {
      return new DataView(rawData.buffer, rawData.byteOffset).getFloat32(0, true);
    }
    if (rawData?.length === 1)
      return dataType === INT8 ? ((rawData[0] ?? 0) << 24) >> 24 : (rawData[0] ?? 0);
    throw new UnusableModel(`${this.#file} holds no number in ${name}.`);
  }

  /** Float weights of exactly this shape, copied. */
  floats(name: string, shape: readonly number[]): Float32Array {
    const tensor = this.#tensor(name, shape);
    if (tensor.dataType !== FLOAT)
      throw new UnusableModel(`${this.#file}: ${name} is not in floats.`);
    const length = shape.reduce((product, side) => product * side, 1);
    const bytes = this.#bytes(tensor, 4 * length);
    const values = new Float32Array(length);
    new Uint8Array(values.buffer).set(bytes);
    return values;
  }

  /** Int8 weights of exactly this shape; unsigned ones are moved down by 128 with their zero point, which loses nothing. */
  quantised(name: string, shape: readonly number[]): QuantisedTensor {
    const base = this.#initializers.has(name + MERGED + QUANTISED) ? name + MERGED : name;
    const tensor = this.#tensor(base + QUANTISED, shape);
    const bytes = this.#bytes(
      tensor,
      shape.reduce((product, side) => product * side, 1),
    );
    const scale = this.#number(`${base}_scale`);
    const zeroPoint = this.#number(`${base}_zero_point`);
    if (tensor.dataType === INT8) {
      const values = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
      return { shape, values, scale, zeroPoint };
    }
    if (tensor.dataType !== UINT8)
      throw new UnusableModel(`${this.#file}: ${name} is not in int8.`);
    const values = new Int8Array(bytes.length);
    for (let i = 0; i < bytes.length; i++) values[i] = (bytes[i] as number) - UINT8_TO_INT8;
    return { shape, values, scale, zeroPoint: zeroPoint - UINT8_TO_INT8 };
  }

  /** The weight of a quantised `MatMul` node, whose initializer has a number for a name. */
  matrix(node: string, rows: number, columns: number): QuantisedMatrix {
    const weight = this.#nodes.get(`${node}/MatMul_quant`)?.input?.[1];
    if (!weight?.endsWith(QUANTISED)) {
      throw new UnusableModel(`${this.#file} has no quantised multiplication named ${node}.`);
    }
    const tensor = this.quantised(weight.slice(0, -QUANTISED.length), [rows, columns]);
    const { values, scale, zeroPoint } = tensor;
    return {
      rows,
      columns,
      values,
      scales: new Float32Array(columns).fill(scale),
      ...(zeroPoint === 0 ? {} : { zeroPoints: new Int8Array(columns).fill(zeroPoint) }),
    };
  }
}
