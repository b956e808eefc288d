import { FLOAT, GraphBuilder, serialise, type Value } from './graph-builder';
import {
  add,
  feedForward,
  gelu,
  joinHeads,
  layerNorm,
  multiply,
  softmax,
  splitHeads,
  transposeLast,
} from './layers';
import { sideBySide } from './quantised-matrix';
import type { WhisperConfig } from './whisper-config';
import type { Attention, Convolution, EncoderWeights, Linear } from './whisper-weights';

function convolve(
  g: GraphBuilder,
  x: Value,
  {
    name,
    convolution,
    inputs,
    stride,
  }: { name: string; convolution: Convolution; inputs: number; stride: number },
): Value {
  const { weight, bias } = convolution;
  const dims = [bias.length, inputs, 3];
  return gelu(
    g,
    g.node('Conv', [x, g.floats(`${name}.weight`, weight, dims), g.floats(`${name}.bias`, bias)], {
      attributes: { kernel_shape: [3], pads: [1, 1], strides: [stride] },
    }),
  );
}

/** Query, key and value as one multiplication: the input is quantised once. */
export function fusedProjections(linears: readonly Linear[]): Required<Linear> {
  const matrix = sideBySide(linears.map((linear) => linear.matrix));
  const bias = new Float32Array(matrix.columns);
  let offset = 0;
  for (const linear of linears) {
    if (linear.bias) bias.set(linear.bias, offset);
    offset += linear.matrix.columns;
  }
  return { matrix, bias };
}

/**
 * Heads whose weights over all states stand in memory at once: all twelve of Whisper small would be two blocks of 108 MB for a
 * window, in a heap that never shrinks and finds no such room again once the decoder has run.
 */
const HEADS_TOGETHER = [3, 2];

/** A card has room, and a group more is a start more. */
const headsTogether = (g: GraphBuilder, heads: number): number =>
  g.floatType === FLOAT ? (HEADS_TOGETHER.find((count) => heads % count === 0) ?? 1) : heads;

function selfAttention(
  g: GraphBuilder,
  x: Value,
  { name, attention, config }: { name: string; attention: Attention; config: WhisperConfig },
): Value {
  const { width, encoder } = config;
  const together = headsTogether(g, encoder.heads);
  const groups = encoder.heads / together;
  const part = width / groups;
  const y = layerNorm(g, x, { name: `${name}.norm`, norm: attention.norm });
  const fused = fusedProjections([attention.query, attention.key, attention.value]);
  const joined = multiply(g, y, { name: `${name}.qkv`, ...fused });
  const outputs = ['q', 'k', 'v'].flatMap((letter) =>
    Array.from({ length: groups }, (_, group) => g.fresh(`${letter}${group}`)),
  );
  g.node('Split', [joined, g.integers(...outputs.map(() => part))], {
    attributes: { axis: -1 },
    outputs,
  });
  const heads = g.integers(0, 0, together, width / encoder.heads);
  const mixed = Array.from({ length: groups }, (_, group) => {
    const [query, key, value] = ([0, 1, 2] as const).map((which) =>
      splitHeads(g, outputs[which * groups + group] ?? '', heads),
    ) as [Value, Value, Value];
    const weights = softmax(g, g.node('MatMul', [query, transposeLast(g, key)]));
    return joinHeads(g, g.node('MatMul', [weights, value]), g.integers(0, 0, part));
  });
  const [first = ''] = mixed;
  const whole = groups === 1 ? first : g.node('Concat', mixed, { attributes: { axis: -1 } });
  return add(g, x, multiply(g, whole, { name: `${name}.out`, ...attention.out }));
}

/** From log-mel `[1, melBins, frames]` to states `[1, frames / 2, width]`, in what the graph computes in. */
export function encoderStates(
  g: GraphBuilder,
  features: Value,
  { weights, config }: { weights: EncoderWeights; config: WhisperConfig },
): Value {
  const { melBins, width, sourcePositions } = config;
  const [first, second] = weights.convolutions;
  const narrow = convolve(g, features, {
    name: 'conv1',
    convolution: first,
    inputs: melBins,
    stride: 1,
  });
  const wide = convolve(g, narrow, {
    name: 'conv2',
    convolution: second,
    inputs: width,
    stride: 2,
  });
  let x = g.node('Transpose', [wide], { attributes: { perm: [0, 2, 1] } });
  const length = g.node('Slice', [g.node('Shape', [x]), g.integers(1), g.integers(2)]);
  const table = g.floats('positions', weights.positions, [sourcePositions, width]);
  x = add(g, x, g.node('Slice', [table, g.integers(0), length, g.integers(0)]));
  for (const [index, layer] of weights.layers.entries()) {
    x = selfAttention(g, x, { name: `${index}.self`, attention: layer.self, config });
    x = feedForward(g, x, { name: `${index}`, layer });
  }
  return layerNorm(g, x, { name: 'norm', norm: weights.norm });
}

/** The bytes of an encoder: what it takes and gives is the same, whatever it computes in. */
export const serialisedEncoder = (
  g: GraphBuilder,
  { melBins, width }: WhisperConfig,
  stamp: Readonly<Record<string, string>>,
): Uint8Array =>
  serialise(
    g.graph(
      'encoder',
      [{ name: 'input_features', type: FLOAT, shape: [1, melBins, 'frames'] }],
      [{ name: 'last_hidden_state', type: FLOAT, shape: [1, 'states', width] }],
    ),
    stamp,
  );

/**
 * `encoder.onnx`: `input_features [1, melBins, frames]` → `last_hidden_state [1, frames / 2, width]`, for any even number
 * of frames up to a whole window: positions are cut to the length. Convolutions are in floats (they are 2 % of the work,
 * and the published int8 ones cost accuracy), all other weights in int8.
 */
export function encoderGraph(
  weights: EncoderWeights,
  config: WhisperConfig,
  stamp: Readonly<Record<string, string>>,
): Uint8Array {
  const g = new GraphBuilder('');
  const states = encoderStates(g, 'input_features', { weights, config });
  g.node('Identity', [states], { outputs: ['last_hidden_state'] });
  return serialisedEncoder(g, config, stamp);
}
