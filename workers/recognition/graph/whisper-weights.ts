import type { Adapter } from './adapter';
import { PublishedModel, type QuantisedTensor } from './published-model';
import { scaled, type QuantisedMatrix } from './quantised-matrix';
import type { WhisperConfig } from './whisper-config';

export interface Norm {
  readonly weight: Float32Array;
  readonly bias: Float32Array;
}

export interface Linear {
  readonly matrix: QuantisedMatrix;
  readonly bias?: Float32Array;
}

/** The query carries the `1/sqrt(head width)` of attention in its scales. */
export interface Attention {
  readonly norm: Norm;
  readonly query: Linear;
  readonly key: Linear;
  readonly value: Linear;
  readonly out: Linear;
}

export interface EncoderLayer {
  readonly self: Attention;
  readonly norm: Norm;
  readonly grow: Linear;
  readonly shrink: Linear;
}

export interface DecoderLayer extends EncoderLayer {
  readonly cross: Attention;
}

export interface Convolution {
  /** `[out, in, 3]`. */
  readonly weight: Float32Array;
  readonly bias: Float32Array;
}

export interface EncoderWeights {
  readonly convolutions: readonly [Convolution, Convolution];
  /** `[sourcePositions, width]`. */
  readonly positions: Float32Array;
  readonly layers: readonly EncoderLayer[];
  readonly norm: Norm;
}

export interface DecoderWeights {
  /** `[vocabulary, width]`: tokens in, and transposed, logits out. */
  readonly embedding: QuantisedTensor;
  /** `[targetPositions, width]`. */
  readonly positions: Float32Array;
  readonly layers: readonly DecoderLayer[];
  readonly norm: Norm;
}

const CONVOLUTION_WIDTH = 3;

/** Reads the layers of one file; nodes are named `/model/decoder/layers.0/…`, initializers `model.decoder.layers.0.…`. */
class StackReader {
  readonly #model: PublishedModel;
  readonly #prefix: string;
  readonly #width: number;
  readonly #adapter: Adapter | undefined;

  constructor(
    model: PublishedModel,
    options: {
      readonly prefix: string;
      readonly width: number;
      readonly adapter?: Adapter | undefined;
    },
  ) {
    this.#model = model;
    this.#prefix = options.prefix;
    this.#width = options.width;
    this.#adapter = options.adapter;
  }

  #node(name: string): string {
    const path = `/${this.#prefix}${name}`.replaceAll('.', '/');
    return path.replace(/layers\/(\d+)/, 'layers.$1');
  }

  norm(name: string): Norm {
    const shape = [this.#width];
    return {
      weight: this.#model.floats(`${this.#prefix}${name}.weight`, shape),
      bias: this.#model.floats(`${this.#prefix}${name}.bias`, shape),
    };
  }

  linear(name: string, rows = this.#width, columns = this.#width): Linear {
    const published = this.#model.matrix(this.#node(name), rows, columns);
    const matrix = this.#adapter?.merge(`decoder.${name}`, published) ?? published;
    // Whisper's keys have no bias: it would not change a softmax.
    if (name.endsWith('k_proj')) return { matrix };
    return { matrix, bias: this.#model.floats(`${this.#prefix}${name}.bias`, [columns]) };
  }

  attention(name: string, heads: number): Attention {
    const query = this.linear(`${name}.q_proj`);
    const factor = (this.#width / heads) ** -0.5;
    return {
      norm: this.norm(`${name}_layer_norm`),
      query: {
        matrix: scaled(query.matrix, factor),
        ...(query.bias && { bias: query.bias.map((value) => value * factor) }),
      },
      key: this.linear(`${name}.k_proj`),
      value: this.linear(`${name}.v_proj`),
      out: this.linear(`${name}.out_proj`),
    };
  }

  layer(index: number, { heads, hiddenWidth }: WhisperConfig['encoder']): EncoderLayer {
    return {
      self: this.attention(`layers.${index}.self_attn`, heads),
      norm: this.norm(`layers.${index}.final_layer_norm`),
      grow: this.linear(`layers.${index}.fc1`, this.#width, hiddenWidth),
      shrink: this.linear(`layers.${index}.fc2`, hiddenWidth, this.#width),
    };
  }
}

const indices = (length: number): number[] => Array.from({ length }, (_, index) => index);

function convolution(
  model: PublishedModel,
  name: string,
  inputs: number,
  outputs: number,
): Convolution {
  const tensor = model.quantised(`${name}.weight`, [outputs, inputs, CONVOLUTION_WIDTH]);
  const { values, scale, zeroPoint } = tensor;
  return {
    weight: Float32Array.from(values, (value) => scale * (value - zeroPoint)),
    bias: model.floats(`${name}.bias`, [outputs]),
  };
}

/** @throws {UnusableModel} where the file is not the encoder this configuration describes. */
export function readEncoder(bytes: Uint8Array, config: WhisperConfig): EncoderWeights {
  const model = PublishedModel.parse(bytes, 'The encoder file');
  const { width, melBins, sourcePositions, encoder } = config;
  const reader = new StackReader(model, { prefix: '', width });
  return {
    convolutions: [
      convolution(model, 'conv1', melBins, width),
      convolution(model, 'conv2', width, width),
    ],
    positions: model.floats('embed_positions.weight', [sourcePositions, width]),
    layers: indices(encoder.layers).map((index) => reader.layer(index, encoder)),
    norm: reader.norm('layer_norm'),
  };
}

/** @throws {UnusableModel} where the file is not the merged decoder this configuration describes, or the adapter not its. */
export function readDecoder(
  bytes: Uint8Array,
  config: WhisperConfig,
  adapter?: Adapter,
): DecoderWeights {
  const model = PublishedModel.parse(bytes, 'The decoder file');
  const { width, vocabulary, targetPositions, decoder } = config;
  const prefix = 'model.decoder.';
  const reader = new StackReader(model, { prefix, width, adapter });
  const decoderWeights = {
    embedding: model.quantised(`${prefix}embed_tokens.weight`, [vocabulary, width]),
    positions: model.floats(`${prefix}embed_positions.weight`, [targetPositions, width]),
    layers: indices(decoder.layers).map((index) => ({
      ...reader.layer(index, decoder),
      cross: reader.attention(`layers.${index}.encoder_attn`, decoder.heads),
    })),
    norm: reader.norm('layer_norm'),
  };
  adapter?.finish();
  return decoderWeights;
}
