import proto from 'onnx-proto';
import { withExternalWeights } from '../external-weights';
import { encoderStates, serialisedEncoder } from './encoder-graph';
import { FLOAT, FLOAT16, HalfGraphBuilder } from './graph-builder';
import { cast } from './layers';
import type { WhisperConfig } from './whisper-config';
import type { EncoderWeights } from './whisper-weights';

type Node = proto.onnx.INodeProto;

/**
 * `encoder-gpu.onnx`: the encoder of `encoderGraph` for a graphics card, from the same weights, kept and multiplied in
 * floats of 16 bits by plain operators; what goes in and out has 32 bits.
 */
export function graphicsEncoderGraph(
  weights: EncoderWeights,
  config: WhisperConfig,
  stamp: Readonly<Record<string, string>>,
): Uint8Array {
  const g = new HalfGraphBuilder('');
  const features = cast(g, 'input_features', FLOAT16);
  const states = encoderStates(g, features, { weights, config });
  g.node('Cast', [states], { attributes: { to: FLOAT }, outputs: ['last_hidden_state'] });
  return serialisedEncoder(g, config, stamp);
}

const castToSingle = (input: string, output: string): Node => ({
  opType: 'Cast',
  name: `n_${output}`,
  input: [input],
  output: [output],
  attribute: [{ name: 'to', type: proto.onnx.AttributeProto.AttributeType.INT, i: FLOAT }],
});

const single = (name: string): string => `${name}_single`;

/**
 * `encoder-gpu-single.onnx`: the same computed in floats of 32 bits, for cards that know no others. A graph alone: its
 * weights are those of the other file, cast while it is opened.
 * @param file of `graphicsEncoderGraph`.
 */
export function inSingles(file: Uint8Array): Uint8Array {
  const model = proto.onnx.ModelProto.decode(withExternalWeights(file).model);
  const { node = [], initializer = [] } = model.graph ?? {};
  const halves = (initializer ?? []).flatMap(({ name, dataType }) =>
    dataType === FLOAT16 && name ? [name] : [],
  );
  const isHalf = new Set(halves);
  const nodes = (node ?? []).map((one): Node =>
    one.opType === 'Cast'
      ? castToSingle(one.input?.[0] ?? '', one.output?.[0] ?? '')
      : {
          ...one,
          input: (one.input ?? []).map((name) => (isHalf.has(name) ? single(name) : name)),
        },
  );
  const casts = halves.map((name) => castToSingle(name, single(name)));
  return proto.onnx.ModelProto.encode({
    ...model,
    graph: { ...model.graph, node: [...casts, ...nodes] },
  }).finish();
}
