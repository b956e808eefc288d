import { createHash } from 'node:crypto';
import { failure, success, type Outcome } from '../../outcome';
import { Adapter } from './adapter';
import { decoderGraph } from './decoder-graph';
import { encoderGraph } from './encoder-graph';
import { graphicsEncoderGraph, inSingles } from './graphics-encoder';
import { UnusableModel } from './unusable-model';
import { readConfig } from './whisper-config';
import { readDecoder, readEncoder } from './whisper-weights';

/** The bytes of the published files; the two configurations parsed. */
export interface PublishedFiles {
  readonly encoder: Uint8Array;
  readonly decoder: Uint8Array;
  readonly config: unknown;
  readonly generationConfig: unknown;
  /** Low-rank changes to the decoder, in safetensors. */
  readonly adapter?: Uint8Array;
  /** Whether the encoder is written for graphics cards as well. */
  readonly forGraphics?: boolean;
}

export interface Graphs {
  readonly encoder: Uint8Array;
  readonly decoder: Uint8Array;
  readonly graphics?: {
    /** `encoder-gpu.onnx`, in floats of 16 bits. */
    readonly encoder: Uint8Array;
    /** `encoder-gpu-single.onnx`: the graph in floats of 32 bits, its weights are in the other. */
    readonly encoderSingle: Uint8Array;
  };
}

/** Changes whenever the same weights give other graphs. */
const GRAPH_VERSION = '2';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Writes Plume's `encoder.onnx`, `decoder.onnx` and, where asked for, the encoder for graphics cards from published int8 weights; the same input gives the same bytes,
 * stamped with the hashes of what they were made from. `damaged-model` with one sentence where the weights are cut
 * short or belong to another model than the configuration.
 */
export function buildGraphs(files: PublishedFiles): Outcome<Graphs> {
  try {
    const config = readConfig(files.config, files.generationConfig);
    const adapter = files.adapter && Adapter.parse(files.adapter);
    const stamp = (source: Uint8Array): Record<string, string> => ({
      'plume.graph': GRAPH_VERSION,
      'plume.source': sha256(source),
    });
    const weights = readEncoder(files.encoder, config);
    const encoder = encoderGraph(weights, config, stamp(files.encoder));
    const half = files.forGraphics && graphicsEncoderGraph(weights, config, stamp(files.encoder));
    const decoder = decoderGraph(readDecoder(files.decoder, config, adapter), config, {
      ...stamp(files.decoder),
      ...(files.adapter && { 'plume.adapter': sha256(files.adapter) }),
    });
    return success({
      encoder,
      decoder,
      ...(half && { graphics: { encoder: half, encoderSingle: inSingles(half) } }),
    });
  } catch (error) {
    if (error instanceof UnusableModel) return failure('damaged-model', error.message);
    throw error;
  }
}
