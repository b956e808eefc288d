import { createHash } from 'node:crypto';
import { failure, success, type Outcome } from '../../outcome';
import { Adapter } from './adapter';
import { decoderGraph } from './decoder-graph';
import { encoderGraph } from './encoder-graph';
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
}

export interface Graphs {
  readonly encoder: Uint8Array;
  readonly decoder: Uint8Array;
}

/** Changes whenever the same weights give other graphs. */
const GRAPH_VERSION = '1';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Writes Plume's `encoder.onnx` and `decoder.onnx` from published int8 weights; the same input gives the same bytes,
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
    const encoder = encoderGraph(readEncoder(files.encoder, config), config, stamp(files.encoder));
    const decoder = decoderGraph(readDecoder(files.decoder, config, adapter), config, {
      ...stamp(files.decoder),
      ...(files.adapter && { 'plume.adapter': sha256(files.adapter) }),
    });
    return success({ encoder, decoder });
  } catch (error) {
    if (error instanceof UnusableModel) return failure('damaged-model', error.message);
    throw error;
  }
}
