import { WhisperFeatureExtractor } from '@xenova/transformers';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { installedPackageFolder } from '../../../scripts/model-preparation';
import {
  dequantise,
  type QuantisedMatrix,
} from '../../../workers/recognition/graph/quantised-matrix';
import { readConfig, type WhisperConfig } from '../../../workers/recognition/graph/whisper-config';
import {
  readDecoder,
  readEncoder,
  type Attention,
  type DecoderWeights,
  type EncoderLayer,
  type EncoderWeights,
  type Linear,
  type Norm,
} from '../../../workers/recognition/graph/whisper-weights';
import { ggmlFile, type GgmlHeader, type GgmlTensor } from './ggml-file';

type Encoding = GgmlHeader['encoding'];

interface Weights {
  readonly encoder: EncoderWeights;
  readonly decoder: DecoderWeights;
}

/** A window of Whisper base took 60.1 s of one core in Chromium, in `f16` 62.4 s and twice the bytes. */
const ENCODING: Encoding = 'q8_0';

const CONVOLUTION_WIDTH = 3;

/** The published weights under the names of OpenAI's checkpoints, which whisper.cpp keeps. */
class Tensors {
  readonly #encoding: Encoding;

  constructor(encoding: Encoding) {
    this.#encoding = encoding;
  }

  *floats(name: string, values: Float32Array, shape = [values.length]): Generator<GgmlTensor> {
    yield { name, shape, values, encoding: 'f32' };
  }

  /** Published matrices multiply from the right, whisper.cpp's from the left. */
  *matrix(name: string, matrix: QuantisedMatrix, factor = 1): Generator<GgmlTensor> {
    const { rows, columns } = matrix;
    const published = dequantise(matrix);
    const values = new Float32Array(published.length);
    for (let row = 0, i = 0; row < rows; row++)
      for (let column = 0; column < columns; column++, i++)
        values[column * rows + row] = published[i]! * factor;
    yield { name, shape: [columns, rows], values, encoding: this.#encoding };
  }

  *linear(name: string, { matrix, bias }: Linear, factor = 1): Generator<GgmlTensor> {
    yield* this.matrix(`${name}.weight`, matrix, factor);
    if (bias)
      yield* this.floats(
        `${name}.bias`,
        bias.map((value) => value * factor),
      );
  }

  *norm(name: string, { weight, bias }: Norm): Generator<GgmlTensor> {
    yield* this.floats(`${name}.weight`, weight);
    yield* this.floats(`${name}.bias`, bias);
  }

  *attention(name: string, attention: Attention, headWidth: number): Generator<GgmlTensor> {
    yield* this.norm(`${name}_ln`, attention.norm);
    // whisper.cpp scales the products itself.
    yield* this.linear(`${name}.query`, attention.query, headWidth ** 0.5);
    yield* this.linear(`${name}.key`, attention.key);
    yield* this.linear(`${name}.value`, attention.value);
    yield* this.linear(`${name}.out`, attention.out);
  }

  *layer(name: string, layer: EncoderLayer, headWidth: number): Generator<GgmlTensor> {
    yield* this.attention(`${name}.attn`, layer.self, headWidth);
    yield* this.norm(`${name}.mlp_ln`, layer.norm);
    yield* this.linear(`${name}.mlp.0`, layer.grow);
    yield* this.linear(`${name}.mlp.2`, layer.shrink);
  }
}

function* tensorsOf(
  { encoder, decoder }: Weights,
  config: WhisperConfig,
  encoding: Encoding,
): Generator<GgmlTensor> {
  const tensors = new Tensors(encoding);
  const { width, vocabulary } = config;
  for (const [i, { weight, bias }] of encoder.convolutions.entries()) {
    const name = `encoder.conv${i + 1}`;
    const shape = [width, weight.length / width / CONVOLUTION_WIDTH, CONVOLUTION_WIDTH];
    yield { name: `${name}.weight`, shape, values: weight, encoding: 'f16' };
    yield* tensors.floats(`${name}.bias`, bias, [width, 1]);
  }
  for (const [name, { positions, norm }] of [
    ['encoder', encoder],
    ['decoder', decoder],
  ] as const) {
    const shape = [positions.length / width, width];
    yield* tensors.floats(`${name}.positional_embedding`, positions, shape);
    yield* tensors.norm(name === 'encoder' ? 'encoder.ln_post' : 'decoder.ln', norm);
  }
  const { values, scale, zeroPoint } = decoder.embedding;
  yield {
    name: 'decoder.token_embedding.weight',
    shape: [vocabulary, width],
    values: new Float32Array(values).map((value) => scale * (value - zeroPoint)),
    encoding,
  };
  for (const [i, layer] of encoder.layers.entries())
    yield* tensors.layer(`encoder.blocks.${i}`, layer, width / config.encoder.heads);
  for (const [i, layer] of decoder.layers.entries()) {
    const name = `decoder.blocks.${i}`;
    yield* tensors.layer(name, layer, width / config.decoder.heads);
    yield* tensors.attention(`${name}.cross_attn`, layer.cross, width / config.decoder.heads);
  }
}

/** GPT-2's vocabulary writes each byte as one character: printable ones as they are, the others from 256 on. */
function byteOfCharacter(): Map<string, number> {
  const isPrintable = (byte: number): boolean =>
    (byte > 32 && byte < 127) || (byte > 160 && byte !== 173);
  let next = 256;
  return new Map(
    Array.from({ length: 256 }, (_, byte) => [
      String.fromCodePoint(isPrintable(byte) ? byte : next++),
      byte,
    ]),
  );
}

/** Text tokens by number, up to the first special one. */
function tokenBytes(vocabulary: Readonly<Record<string, number>>): Uint8Array[] {
  const bytes = byteOfCharacter();
  return Object.entries(vocabulary)
    .filter(([token]) => token !== '<|endoftext|>')
    .sort(([, a], [, b]) => a - b)
    .map(([token]) => Uint8Array.from(token, (character) => bytes.get(character)!));
}

function* partsOf(modelId: string, encoding: Encoding): Generator<Uint8Array> {
  const folder = join(installedPackageFolder(`sts-${modelId}`), `models/Xenova/${modelId}`);
  const bytes = (name: string): Uint8Array => readFileSync(join(folder, name));
  const json = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;
  const config = readConfig(json('config.json'), json('generation_config.json'));
  const weights = {
    encoder: readEncoder(bytes('onnx/encoder_model_quantized.onnx'), config),
    decoder: readDecoder(bytes('onnx/decoder_model_merged_quantized.onnx'), config),
  };
  const { model } = json<{ model: { vocab: Record<string, number> } }>('tokenizer.json');
  const extractor = new WhisperFeatureExtractor(json('preprocessor_config.json'));
  const { mel_filters: melFilters } = extractor.config as { mel_filters: number[][] };
  const header = { ...config, encoding, melFilters, tokens: tokenBytes(model.vocab) };
  yield* ggmlFile(header, tensorsOf(weights, config, encoding));
}

/** Where the bench page finds the files of whisper.cpp. */
export const GGML_FOLDER = join(import.meta.dirname, '..', '..', '..', '.cache', 'ggml');

/** Writes a published model for whisper.cpp as `<id>.bin`, unless this very code has written it before. */
export function prepareGgml(modelId: string): void {
  const path = join(GGML_FOLDER, `${modelId}.bin`);
  const hash = createHash('sha256');
  for (const name of ['whisper-ggml.ts', 'ggml-file.ts'])
    hash.update(readFileSync(join(import.meta.dirname, name)));
  const stamp = hash.digest('hex');
  const stampPath = `${path}.stamp`;
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === stamp) return;
  mkdirSync(GGML_FOLDER, { recursive: true });
  rmSync(stampPath, { force: true });
  const file = openSync(path, 'w');
  for (const part of partsOf(modelId, ENCODING)) writeSync(file, part);
  closeSync(file);
  writeFileSync(stampPath, stamp);
}
