import proto from 'onnx-proto';
import { halves } from './half-floats';

type Node = proto.onnx.INodeProto;
type Attribute = proto.onnx.IAttributeProto;
type Tensor = proto.onnx.ITensorProto;
type Graph = proto.onnx.IGraphProto;

/** Element types of ONNX. */
export const FLOAT = 1;
const INT8 = 3;
export const INT64 = 7;
export const BOOL = 9;
export const FLOAT16 = 10;

const ATTRIBUTE = { float: 1, integer: 2, graph: 5, integers: 7 } as const;

/** The name of a value in the graph. */
export type Value = string;
type AttributeValue =
  number | readonly number[] | { readonly float: number } | { readonly graph: Graph };

export interface NodeOptions {
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
  /** `com.microsoft` for onnxruntime's own operators. */
  readonly domain?: string;
  /** Names for outputs; one fresh name where left out. */
  readonly outputs?: readonly Value[];
}

/** A value at the border of a graph; a name stands for a side known when it runs. */
export interface Port {
  readonly name: Value;
  readonly type: number;
  readonly shape?: readonly (number | string)[];
}

const bytesOf = (values: Float32Array | Uint16Array | Int8Array | BigInt64Array): Uint8Array =>
  new Uint8Array(values.buffer, values.byteOffset, values.byteLength);

function attribute(name: string, value: AttributeValue): Attribute {
  if (typeof value === 'number') return { name, type: ATTRIBUTE.integer, i: value };
  if ('float' in value) return { name, type: ATTRIBUTE.float, f: value.float };
  if ('graph' in value) return { name, type: ATTRIBUTE.graph, g: value.graph };
  return { name, type: ATTRIBUTE.integers, ints: [...value] };
}

function valueInfo({ name, type, shape }: Port): proto.onnx.IValueInfoProto {
  const dim = shape?.map((side) =>
    typeof side === 'number' ? { dimValue: side } : { dimParam: side },
  );
  return { name, type: { tensorType: { elemType: type, ...(dim && { shape: { dim } }) } } };
}

/** Collects nodes and weights in order; names depend on nothing but that order, so the same calls give the same bytes. */
export class GraphBuilder {
  readonly #prefix: string;
  readonly #home: GraphBuilder;
  readonly #nodes: Node[] = [];
  readonly #tensors = new Map<string, Tensor>();
  /** What `floats` are kept in, and so what is computed in. */
  readonly floatType: number = FLOAT;

  /**
   * @param prefix makes the names of this graph differ from those of the graph around it, as ONNX demands.
   * @param around keeps the constants of a loop's body: only those of the outermost graph may be loaded from outside of
   * the file (`../external-weights.ts`).
   */
  constructor(prefix: string, around?: GraphBuilder) {
    this.#prefix = prefix;
    this.#home = around === undefined ? this : around.#home;
  }

  fresh(name: string): Value {
    return `${this.#prefix}${name}_${this.#nodes.length}`;
  }

  /** Adds a node and gives its first output. An empty name is an optional input left out. */
  node(opType: string, inputs: readonly Value[], options: NodeOptions = {}): Value {
    const { attributes = {}, domain, outputs = [this.fresh(opType)] } = options;
    this.#nodes.push({
      opType,
      name: this.fresh(`n_${opType}`),
      input: [...inputs],
      output: [...outputs],
      attribute: Object.entries(attributes).map(([name, value]) => attribute(name, value)),
      ...(domain && { domain }),
    });
    return outputs[0] ?? '';
  }

  #tensor(tensor: Tensor & { readonly name: string }): Value {
    const tensors = this.#home.#tensors;
    if (!tensors.has(tensor.name)) tensors.set(tensor.name, tensor);
    return tensor.name;
  }

  floats(name: string, values: Float32Array, dims: readonly number[] = [values.length]): Value {
    const rawData = bytesOf(this.floatType === FLOAT16 ? halves(values) : values);
    const dataType = this.floatType;
    return this.#tensor({ name: this.#prefix + name, dataType, dims: [...dims], rawData });
  }

  int8s(name: string, values: Int8Array, dims: readonly number[] = [values.length]): Value {
    const rawData = bytesOf(values);
    return this.#tensor({ name: this.#prefix + name, dataType: INT8, dims: [...dims], rawData });
  }

  /** A constant vector of integers, one in the file however often it is asked for. */
  integers(...values: readonly number[]): Value {
    const rawData = bytesOf(BigInt64Array.from(values, BigInt));
    const name = `${this.#prefix}integers_${values.join('_')}`;
    return this.#tensor({ name, dataType: INT64, dims: [values.length], rawData });
  }

  /** A constant scalar. */
  integer(value: number): Value {
    const rawData = bytesOf(BigInt64Array.of(BigInt(value)));
    const name = `${this.#prefix}integer_${value}`;
    return this.#tensor({ name, dataType: INT64, dims: [], rawData });
  }

  float(value: number): Value {
    return this.floats(`float_${value}`, Float32Array.of(value), []);
  }

  graph(name: string, inputs: readonly Port[], outputs: readonly Port[]): Graph {
    return {
      name,
      node: this.#nodes,
      initializer: [...this.#tensors.values()],
      input: inputs.map(valueInfo),
      output: outputs.map(valueInfo),
    };
  }
}

/** Weights in floats of 16 bits, and nothing in integers: what a graphics card multiplies. */
export class HalfGraphBuilder extends GraphBuilder {
  override readonly floatType = FLOAT16;
}

// Opset 17 has LayerNormalization; every operator used runs in onnxruntime-web's plain WASM build.
const IR_VERSION = 8;
const OPSET = 17;

/** The bytes of an ONNX file. @param stamp kept in the file's metadata: what it was made from. */
export function serialise(graph: Graph, stamp: Readonly<Record<string, string>>): Uint8Array {
  return proto.onnx.ModelProto.encode({
    irVersion: IR_VERSION,
    producerName: 'plume',
    opsetImport: [
      { domain: '', version: OPSET },
      { domain: 'com.microsoft', version: 1 },
    ],
    metadataProps: Object.entries(stamp).map(([key, value]) => ({ key, value })),
    graph,
  }).finish();
}
