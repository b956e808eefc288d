import proto from 'onnx-proto';

type Node = proto.onnx.INodeProto;

/** `DynamicQuantizeLinear` and back: the convolution then reads what the published int8 one reads. */
function rounded(convolution: Node): Node[] {
  const [x = '', ...weights] = convolution.input ?? [];
  const levels = ['levels', 'scale', 'zero', 'rounded'].map((name) => `${x}_${name}`);
  const [quantised, read] = [levels.slice(0, 3), levels.slice(3)];
  return [
    {
      opType: 'DynamicQuantizeLinear',
      name: `n_${quantised[0] ?? ''}`,
      input: [x],
      output: quantised,
    },
    { opType: 'DequantizeLinear', name: `n_${read[0] ?? ''}`, input: quantised, output: read },
    { ...convolution, input: [...read, ...weights] },
  ];
}

/** An encoder of ours whose convolutions round what they read to 8 bits, as those of the published one do. */
export function withRoundedConvolutions(encoder: Uint8Array): Uint8Array {
  const model = proto.onnx.ModelProto.decode(encoder);
  const nodes = (model.graph?.node ?? []).flatMap((node) =>
    node.opType === 'Conv' ? rounded(node) : [node],
  );
  return proto.onnx.ModelProto.encode({
    ...model,
    graph: { ...model.graph, node: nodes },
  }).finish();
}
