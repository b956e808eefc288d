import { FLOAT, FLOAT16, type GraphBuilder, type Value } from './graph-builder';
import { dequantise, type QuantisedMatrix } from './quantised-matrix';
import type { Linear, Norm } from './whisper-weights';

const MICROSOFT = 'com.microsoft';

export const layerNorm = (
  g: GraphBuilder,
  x: Value,
  { name, norm }: { name: string; norm: Norm },
): Value =>
  g.node(
    'LayerNormalization',
    [x, g.floats(`${name}.weight`, norm.weight), g.floats(`${name}.bias`, norm.bias)],
    { attributes: { axis: -1, epsilon: { float: 1e-5 } } },
  );

interface Product {
  readonly name: string;
  readonly matrix: QuantisedMatrix;
  readonly bias?: Float32Array | undefined;
}

function multiplyInFloats(g: GraphBuilder, x: Value, { name, matrix, bias }: Product): Value {
  const weight = g.floats(`${name}.weight`, dequantise(matrix), [matrix.rows, matrix.columns]);
  const product = g.node('MatMul', [x, weight]);
  return bias ? add(g, product, g.floats(`${name}.bias`, bias)) : product;
}

/**
 * Quantises the input, multiplies in int8 and adds the bias: one operator where the published files need five. Plainly,
 * in floats, where the graph is for a graphics card, which has no such operator.
 */
export function multiply(g: GraphBuilder, x: Value, product: Product): Value {
  if (g.floatType === FLOAT16) return multiplyInFloats(g, x, product);
  const { name, matrix, bias } = product;
  const { rows, columns, values, scales, zeroPoints } = matrix;
  const inputs = [
    x,
    g.int8s(`${name}.weight`, values, [rows, columns]),
    g.floats(`${name}.scale`, scales),
    zeroPoints ? g.int8s(`${name}.zero`, zeroPoints) : '',
    bias ? g.floats(`${name}.bias`, bias) : '',
  ];
  while (inputs.at(-1) === '') inputs.pop();
  return g.node('DynamicQuantizeMatMul', inputs, { domain: MICROSOFT });
}

export const gelu = (g: GraphBuilder, x: Value): Value =>
  g.node('Gelu', [x], { domain: MICROSOFT });

export const add = (g: GraphBuilder, a: Value, b: Value): Value => g.node('Add', [a, b]);

export const softmax = (g: GraphBuilder, x: Value): Value =>
  g.node('Softmax', [x], { attributes: { axis: -1 } });

export const cast = (g: GraphBuilder, x: Value, to: number = FLOAT): Value =>
  g.node('Cast', [x], { attributes: { to } });

export const gather = (g: GraphBuilder, x: Value, indices: Value, axis = 0): Value =>
  g.node('Gather', [x, indices], { attributes: { axis } });

/** `[batch, steps, width]` → `[batch, heads, steps, head width]`. @param shape `[batch, steps, heads, head width]`, 0 keeps a side. */
export const splitHeads = (g: GraphBuilder, x: Value, shape: Value): Value =>
  g.node('Transpose', [g.node('Reshape', [x, shape])], { attributes: { perm: [0, 2, 1, 3] } });

/** The way back. @param shape of the result, 0 keeps a side. */
export const joinHeads = (g: GraphBuilder, x: Value, shape: Value): Value =>
  g.node('Reshape', [g.node('Transpose', [x], { attributes: { perm: [0, 2, 1, 3] } }), shape]);

export const transposeLast = (g: GraphBuilder, x: Value): Value =>
  g.node('Transpose', [x], { attributes: { perm: [0, 1, 3, 2] } });

export function feedForward(
  g: GraphBuilder,
  x: Value,
  { name, layer }: { name: string; layer: { norm: Norm; grow: Linear; shrink: Linear } },
): Value {
  const y = layerNorm(g, x, { name: `${name}.norm`, norm: layer.norm });
  const grown = gelu(g, multiply(g, y, { name: `${name}.grow`, ...layer.grow }));
  return add(g, x, multiply(g, grown, { name: `${name}.shrink`, ...layer.shrink }));
}
