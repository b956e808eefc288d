import { UnusableModel } from './unusable-model';

/** What the graphs need of `config.json` and `generation_config.json`. */
export interface WhisperConfig {
  readonly width: number;
  readonly melBins: number;
  /** Encoder states of a whole 30 s window. */
  readonly sourcePositions: number;
  readonly targetPositions: number;
  readonly vocabulary: number;
  readonly encoder: StackConfig;
  readonly decoder: StackConfig;
  readonly endToken: number;
  readonly noSpeechToken: number;
  /** `[layer, head]` pairs whose cross-attention follows the sound. */
  readonly alignmentHeads: readonly (readonly [number, number])[];
}

interface StackConfig {
  readonly layers: number;
  readonly heads: number;
  readonly hiddenWidth: number;
}

type Json = Readonly<Record<string, unknown>>;

function count(json: Json, key: string): number {
  const value = json[key];
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value;
  throw new UnusableModel(`The configuration of the model gives no usable ${key}.`);
}

function stack(json: Json, side: 'encoder' | 'decoder'): StackConfig {
  return {
    layers: count(json, `${side}_layers`),
    heads: count(json, `${side}_attention_heads`),
    hiddenWidth: count(json, `${side}_ffn_dim`),
  };
}

function alignmentHeads(generation: Json, { layers, heads }: StackConfig): [number, number][] {
  const pairs: unknown = generation['alignment_heads'];
  const isInside = (value: unknown, end: number): value is number =>
    Number.isInteger(value) && (value as number) >= 0 && (value as number) < end;
  if (!Array.isArray(pairs) || pairs.length === 0) {
    throw new UnusableModel('The generation configuration names no alignment heads.');
  }
  return pairs.map((pair: unknown) => {
    const [layer, head] = Array.isArray(pair) ? (pair as unknown[]) : [];
    if (isInside(layer, layers) && isInside(head, heads)) return [layer, head];
    throw new UnusableModel(
      'The generation configuration names alignment heads the model has not.',
    );
  });
}

/** @throws {UnusableModel} where a figure is missing or impossible. */
export function readConfig(config: unknown, generation: unknown): WhisperConfig {
  const json = (config ?? {}) as Json;
  const decoder = stack(json, 'decoder');
  const width = count(json, 'd_model');
  const encoder = stack(json, 'encoder');
  if (width % encoder.heads !== 0 || width % decoder.heads !== 0) {
    throw new UnusableModel(
      'The configuration of the model gives heads that do not share its width.',
    );
  }
  return {
    width,
    encoder,
    decoder,
    melBins: count(json, 'num_mel_bins'),
    sourcePositions: count(json, 'max_source_positions'),
    targetPositions: count(json, 'max_target_positions'),
    vocabulary: count(json, 'vocab_size'),
    endToken: count(json, 'eos_token_id'),
    // Whisper's vocabulary puts <|nospeech|> right before <|notimestamps|>.
    noSpeechToken: count((generation ?? {}) as Json, 'no_timestamps_token_id') - 1,
    alignmentHeads: alignmentHeads((generation ?? {}) as Json, decoder),
  };
}
