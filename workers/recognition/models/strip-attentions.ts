import onnxProto, { type onnx } from 'onnx-proto';

/**
 * Outputs that nobody reads: 12 × 108 MB a window for the encoder of Whisper small, copied out of WASM each time.
 * `cross_attentions.*` stay: word times are read from them.
 */
const UNREAD_OUTPUT = /^(encoder|decoder)_attentions\.\d+$/;

/** Removes outputs from a graph and, since an `If` node and its branches must agree, from those too, by position. */
function stripGraph(graph: onnx.IGraphProto): void {
  graph.output = (graph.output ?? []).filter(({ name }) => !UNREAD_OUTPUT.test(name ?? ''));
  for (const node of graph.node ?? []) {
    if (node.opType !== 'If') continue;
    const outputs = node.output ?? [];
    const isKept = (_: unknown, index: number): boolean =>
      !UNREAD_OUTPUT.test(outputs[index] ?? '');
    for (const { g: branch } of node.attribute ?? []) {
      if (branch?.output?.length === outputs.length) branch.output = branch.output.filter(isKept);
    }
    node.output = outputs.filter(isKept);
  }
}

/** The same ONNX model without its `encoder_attentions.*` and `decoder_attentions.*` outputs; deterministic. */
export function stripAttentions(model: Uint8Array): Uint8Array {
  const { ModelProto } = onnxProto.onnx;
  const decoded = ModelProto.decode(model);
  if (decoded.graph == null) throw new Error('The ONNX model has no graph.');
  stripGraph(decoded.graph);
  return ModelProto.encode(decoded).finish();
}
