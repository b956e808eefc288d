import { letGo } from '../let-go';
import type { DecodingOptions, Hypothesis, WindowDecoder, WindowDecoding } from './decoder';
import { floats, type Runtime, type Session, type Tensor } from './runtime';
import { seededRandom } from './token-choice';
import type { DecodingPrompt } from './whisper-tokens';
import type { WindowEncoder } from './window-encoder';

export interface GraphDecoderModel {
  readonly encoder: WindowEncoder;
  /** `decoder.onnx` of `graph/`, opened. */
  readonly decoder: Session;
  readonly prompt: DecodingPrompt;
  readonly vocabulary: number;
}

type Features = Parameters<WindowDecoder['decode']>[0];
type Tensors = Readonly<Record<string, Tensor>>;

/** Whisper's decoder has 448 positions; half of them at most are the prompt's, as in OpenAI's `decoding.py`. */
const POSITIONS = 448;
const MAX_PROMPT = POSITIONS / 2;
const MAX_BEAMS = 8;
const MAX_HYPOTHESES = 3;
/** A score is a mean log-probability: what stands below was forbidden. */
const POSSIBLE = -1e6;
const FORBIDDEN = -1e9;
/** The start token, the language, the task and the timestamp switch end every prompt. */
const TOKENS_FROM_START = 4;
const LENGTH_PENALTY = 1;
/** Fixed: a window that is decoded again gives the same text again. */
const SEED = 20_261_122;
/** Keeps the logarithms of a random 0 finite. */
const TINY = 1e-12;

/** What one run of the decoder's graph gave, by pass (rows) and beam (columns). */
interface Search {
  readonly passes: number;
  readonly beams: number;
  readonly tokens: BigInt64Array;
  readonly parents: BigInt64Array;
  readonly logProbabilities: Float32Array;
  readonly runnersUp: Float32Array;
}

/** A text: the beam it stood in at each pass, and the one it ended in. */
interface Path {
  readonly beams: readonly number[];
  readonly last: number;
}

function integers(outputs: Tensors, name: string): BigInt64Array {
  const data = outputs[name]?.data;
  if (!(data instanceof BigInt64Array)) throw new Error(`The model gave no integers "${name}".`);
  return data;
}

const bufferOf = ({ data }: Tensor): ArrayBuffer => (data as Float32Array<ArrayBuffer>).buffer;

function pathOf(search: Search, length: number, last: number): Path {
  const beams = new Array<number>(length);
  let beam = last;
  for (let pass = length - 1; pass >= 0; pass--) {
    beams[pass] = beam;
    beam = Number(search.parents[pass * search.beams + beam]);
  }
  return { beams, last };
}

function hypothesis(search: Search, { beams }: Path, score: number): Hypothesis {
  const along = (values: { readonly [index: number]: number | bigint }): number[] =>
    beams.map((beam, pass) => Number(values[pass * search.beams + beam]));
  return {
    tokens: along(search.tokens),
    logProbabilities: along(search.logProbabilities),
    runnerUpLogProbabilities: along(search.runnersUp),
    score,
  };
}

/**
 * Whisper in two runs a window: the encoder, then the whole search inside `decoder.onnx` (greedy, sampling, or up to
 * 8 beams, with the best three texts). A second try of the same features does not encode them again.
 */
export class GraphDecoder implements WindowDecoder {
  readonly #runtime: Runtime;
  readonly #model: GraphDecoderModel;
  readonly #fixed: Tensors;
  #encoded: { readonly features: Float32Array; readonly states: Tensor } | undefined;

  /** @throws {RangeError} where the prompt is longer than half of Whisper's positions. */
  constructor(runtime: Runtime, model: GraphDecoderModel) {
    const { prompt, vocabulary } = model;
    if (prompt.tokens.length > MAX_PROMPT) {
      throw new RangeError(
        `The prompt has ${prompt.tokens.length} tokens; Whisper reads at most ${MAX_PROMPT}.`,
      );
    }
    this.#runtime = runtime;
    this.#model = model;
    const mask = (isForbidden: (token: number) => boolean): Tensor => {
      const values = Float32Array.from({ length: vocabulary }, (_, token) =>
        isForbidden(token) ? FORBIDDEN : 0,
      );
      return new runtime.Tensor('float32', values, [vocabulary]);
    };
    this.#fixed = {
      start_row: this.#integers([Math.max(0, prompt.tokens.length - TOKENS_FROM_START)], [1]),
      first_mask: mask(prompt.isSuppressedFirst),
      mask: mask(prompt.isSuppressed),
      length_penalty: this.#float(LENGTH_PENALTY),
    };
  }

  /** @throws {RangeError} on features that are no numbers or an odd number of frames, and on beams outside 1 to 8. */
  async decode(features: Features, options: DecodingOptions): Promise<WindowDecoding> {
    const { beams, temperature, maxNewTokens, after = [] } = options;
    if (!Number.isInteger(beams) || beams < 1 || beams > MAX_BEAMS) {
      throw new RangeError(`The decoder takes 1 to ${MAX_BEAMS} beams, not ${beams}.`);
    }
    const states = await this.#encode(features);
    const prompt = [...this.#model.prompt.tokens, ...after];
    const room = POSITIONS - prompt.length;
    const outputs = await this.#model.decoder.run({
      ...this.#fixed,
      prompt: this.#integers(prompt, [1, prompt.length]),
      // Only a text that has not begun may not end at once.
      ...(after.length > 0 && { first_mask: this.#fixed['mask'] }),
      encoder_hidden_states: states,
      most_tokens: this.#integers([Math.max(1, Math.min(maxNewTokens, room))], []),
      beams: this.#integers([beams], [1]),
      hypotheses: this.#integers([Math.min(beams, MAX_HYPOTHESES)], [1]),
      noise: this.#noise(temperature),
    });
    const search: Search = {
      passes: outputs['tokens']?.dims[0] ?? 0,
      beams,
      tokens: integers(outputs, 'tokens'),
      parents: integers(outputs, 'parents'),
      logProbabilities: floats(outputs, 'log_probabilities'),
      runnersUp: floats(outputs, 'runners_up'),
    };
    return this.#read(outputs, search);
  }

  #read(outputs: Tensors, search: Search): WindowDecoding {
    const lengths = integers(outputs, 'hypothesis_lengths');
    const slots = integers(outputs, 'hypothesis_slots');
    const found = [...floats(outputs, 'hypothesis_scores')]
      .map((score, i) => ({
        score,
        path: pathOf(search, Number(lengths[i]), Number(slots[i])),
      }))
      .filter(({ score }) => score > POSSIBLE);
    const [best, ...others] = found;
    if (best === undefined) throw new Error('The decoder found no text.');
    const [heads = 0, tokens = 0, frames = 0] = outputs['alignment']?.dims ?? [];
    return {
      hypotheses: [
        hypothesis(search, best.path, best.score),
        ...others.map(({ path, score }) => hypothesis(search, path, score)),
      ],
      noSpeechProbability: floats(outputs, 'no_speech')[0] ?? 0,
      alignment: { heads, tokens, frames, weights: floats(outputs, 'alignment') },
    };
  }

  async dispose(): Promise<void> {
    this.#encoded = undefined;
    await this.#model.encoder.release();
    await this.#model.decoder.release();
  }

  async #encode(features: Features): Promise<Tensor> {
    const { data, frames } = features;
    if (this.#encoded?.features === data) return this.#encoded.states;
    if (this.#encoded) letGo([bufferOf(this.#encoded.states)]);
    this.#encoded = undefined;
    if (frames < 2 || frames % 2 !== 0) {
      throw new RangeError(`The encoder takes an even number of frames, not ${frames}.`);
    }
    // One NaN would spread over the whole window and every comparison of the search with it.
    if (!data.every(Number.isFinite)) throw new RangeError('The features hold what is no number.');
    const states = await this.#model.encoder.encode(features);
    this.#encoded = { features: data, states };
    return states;
  }

  /** Gumbel noise times the temperature for every token, the same for the same temperature; a single 0 for none. */
  #noise(temperature: number): Tensor {
    const length = temperature > 0 ? this.#model.vocabulary : 1;
    const random = seededRandom(SEED + Math.round(temperature * 100));
    const values = Float32Array.from({ length }, () =>
      temperature > 0 ? -temperature * Math.log(-Math.log(random() + TINY)) : 0,
    );
    return new this.#runtime.Tensor('float32', values, [length]);
  }

  #integers(values: readonly number[], dims: readonly number[]): Tensor {
    return new this.#runtime.Tensor('int64', BigInt64Array.from(values, BigInt), dims);
  }

  #float(value: number): Tensor {
    return new this.#runtime.Tensor('float32', Float32Array.of(value), []);
  }
}
