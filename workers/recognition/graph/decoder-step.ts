import { type GraphBuilder, type Value } from './graph-builder';
import {
  add,
  feedForward,
  gather,
  joinHeads,
  layerNorm,
  multiply,
  softmax,
  splitHeads,
  transposeLast,
} from './layers';
import { fusedProjections } from './encoder-graph';
import type { WhisperConfig } from './whisper-config';
import type { DecoderLayer, DecoderWeights } from './whisper-weights';

/** Values around one pass of the decoder over `steps` tokens of `beams` texts; the first pass takes the whole prompt. */
export interface StepInputs {
  /** `[beams, steps]`. */
  readonly tokens: Value;
  /** Self-attention keys and values so far, `[beams, heads, past, head width]`, two a layer. */
  readonly memory: readonly Value[];
  /** Cross-attention keys (transposed) and values of the sound, `[1, heads, 1, …]`, two a layer. */
  readonly sound: readonly Value[];
}

export interface StepOutputs {
  /** `[beams * steps, width]`, normalised. */
  readonly hidden: Value;
  readonly memory: readonly Value[];
  /** `[alignment heads, beams * steps, states]`. */
  readonly alignment: Value;
}

interface Shapes {
  readonly split: Value;
  readonly join: Value;
  readonly causal: Value;
}

/** The token table is kept once, as the matrix of the vocabulary; a token's embedding is a column of it. */
function embed(
  g: GraphBuilder,
  { tokens, past, steps }: { tokens: Value; past: Value; steps: Value },
  { table, weights, width }: { table: Value; weights: DecoderWeights; width: number },
): Value {
  const columns = gather(g, table, tokens, 1);
  const levels = g.node('Transpose', [columns], { attributes: { perm: [1, 2, 0] } });
  const embedding = g.node('DequantizeLinear', [
    levels,
    g.float(weights.embedding.scale),
    g.int8s('embedding.zero', Int8Array.of(weights.embedding.zeroPoint), []),
  ]);
  const positions = g.floats('positions', weights.positions, [
    weights.positions.length / width,
    width,
  ]);
  const end = add(g, past, steps);
  return add(g, embedding, g.node('Slice', [positions, past, end, g.integers(0)]));
}

/** 0 where a query may look, a large negative number after it: `[steps, past + steps]`. */
function causalMask(g: GraphBuilder, past: Value, steps: Value): Value {
  const scalar = (x: Value): Value => g.node('Squeeze', [x]);
  const range = (from: Value, to: Value): Value => g.node('Range', [from, to, g.integer(1)]);
  const end = scalar(add(g, past, steps));
  const queries = g.node('Unsqueeze', [range(scalar(past), end), g.integers(1)]);
  const later = g.node('Greater', [range(g.integer(0), end), queries]);
  return g.node('Where', [later, g.float(-1e9), g.float(0)]);
}

function selfAttention(
  g: GraphBuilder,
  x: Value,
  context: {
    name: string;
    layer: DecoderLayer;
    shapes: Shapes;
    width: number;
    memory: readonly Value[];
  },
): { x: Value; memory: Value[] } {
  const { name, layer, shapes, width } = context;
  const { self } = layer;
  const y = layerNorm(g, x, { name: `${name}.norm`, norm: self.norm });
  const joined = multiply(g, y, {
    name: `${name}.qkv`,
    ...fusedProjections([self.query, self.key, self.value]),
  });
  const outputs = ['q', 'k', 'v'].map((letter) => g.fresh(letter));
  g.node('Split', [joined, g.integers(width, width, width)], { attributes: { axis: -1 }, outputs });
  const [query = '', ...news] = outputs.map((part) => splitHeads(g, part, shapes.split));
  const memory = news.map((fresh, i) =>
    g.node('Concat', [context.memory[i] ?? '', fresh], { attributes: { axis: 2 } }),
  );
  const [keys = '', values = ''] = memory;
  const scores = g.node('MatMul', [query, transposeLast(g, keys)]);
  const weights = softmax(g, add(g, scores, shapes.causal));
  const mixed = joinHeads(g, g.node('MatMul', [weights, values]), shapes.join);
  return { x: add(g, x, multiply(g, mixed, { name: `${name}.out`, ...self.out })), memory };
}

const BESIDE = [0, 2, 1, 3, 4];

/**
 * Each beam is a matrix of one row against the head's keys and values: onnxruntime multiplies those without packing
 * them first, and they stay in the processor's cache from beam to beam. Five beams: 1.6 against 2.2 ms a layer for
 * five rows of one matrix (WASM, one thread, 1,500 states, 12 heads).
 */
function crossAttention(
  g: GraphBuilder,
  x: Value,
  context: {
    name: string;
    layer: DecoderLayer;
    shapes: Shapes;
    config: WhisperConfig;
    sound: readonly Value[];
  },
): { x: Value; weights: Value } {
  const { name, layer, shapes, config } = context;
  const { cross } = layer;
  const y = layerNorm(g, x, { name: `${name}.norm`, norm: cross.norm });
  const query = multiply(g, y, { name: `${name}.query`, ...cross.query });
  const { heads } = config.decoder;
  const turn = (value: Value): Value =>
    g.node('Transpose', [value], { attributes: { perm: BESIDE } });
  const rows = turn(g.node('Reshape', [query, g.integers(1, -1, heads, 1, config.width / heads)]));
  const [keys = '', values = ''] = context.sound;
  const weights = softmax(g, g.node('MatMul', [rows, keys]));
  const mixed = g.node('Reshape', [turn(g.node('MatMul', [weights, values])), shapes.join]);
  return { x: add(g, x, multiply(g, mixed, { name: `${name}.out`, ...cross.out })), weights };
}

/** One pass of the decoder. @param table the name of the vocabulary matrix, `[width, vocabulary]`. */
export function decoderStep(
  g: GraphBuilder,
  inputs: StepInputs,
  { config, weights, table }: { config: WhisperConfig; weights: DecoderWeights; table: Value },
): StepOutputs {
  const { width, decoder, alignmentHeads } = config;
  const side = (x: Value, axis: number): Value =>
    g.node('Shape', [x], { attributes: { start: axis, end: axis + 1 } });
  const steps = side(inputs.tokens, 1);
  const past = side(inputs.memory[0] ?? '', 2);
  const beamsAndSteps = g.node('Shape', [inputs.tokens]);
  const concat = (values: Value[], axis: number): Value =>
    g.node('Concat', values, { attributes: { axis } });
  const shapes: Shapes = {
    split: g.integers(0, 0, decoder.heads, width / decoder.heads),
    join: concat([beamsAndSteps, g.integers(width)], 0),
    causal: causalMask(g, past, steps),
  };
  let x = embed(g, { tokens: inputs.tokens, past, steps }, { table, weights, width });
  const memory: Value[] = [];
  const followed: Value[] = [];
  for (const [index, layer] of weights.layers.entries()) {
    const pair = inputs.memory.slice(2 * index, 2 * index + 2);
    const own = selfAttention(g, x, { name: `${index}.self`, layer, shapes, width, memory: pair });
    memory.push(...own.memory);
    const sound = inputs.sound.slice(2 * index, 2 * index + 2);
    const cross = crossAttention(g, own.x, {
      name: `${index}.cross`,
      layer,
      shapes,
      config,
      sound,
    });
    const heads = alignmentHeads.filter(([of]) => of === index).map(([, head]) => head);
    if (heads.length > 0) followed.push(gather(g, cross.weights, g.integers(...heads), 1));
    x = feedForward(g, cross.x, { name: `${index}`, layer });
  }
  const normed = layerNorm(g, x, { name: 'norm', norm: weights.norm });
  return {
    hidden: g.node('Reshape', [normed, g.integers(-1, width)]),
    memory,
    alignment: g.node('Squeeze', [concat(followed, 1), g.integers(0, 3)]),
  };
}
