import type { DecodingOptions, WindowDecoder, WindowDecoding } from './decoder';
import { loopAtEnd } from './repetition';
import { floats, type Runtime, type Session, type Tensor } from './runtime';
import { chooseToken, logSumExp, seededRandom, type TokenChoice } from './token-choice';
import type { DecodingPrompt } from './whisper-tokens';
import type { WindowEncoder } from './window-encoder';

/** From `config.json` and `generation_config.json`. */
export interface WhisperShape {
  readonly layers: number;
  readonly heads: number;
  readonly width: number;
  readonly vocabulary: number;
  readonly alignmentHeads: readonly (readonly [layer: number, head: number])[];
}

export interface StepDecoderModel {
  readonly encoder: WindowEncoder;
  readonly decoder: Session;
  readonly shape: WhisperShape;
  readonly prompt: DecodingPrompt;
}

type Features = Parameters<WindowDecoder['decode']>[0];
type Tensors = Readonly<Record<string, Tensor>>;

/** What the prompt pass leaves for the steps; kept, so that a second try of a window does not encode it again. */
interface Prompted {
  readonly features: Float32Array;
  readonly logits: Float32Array;
  readonly noSpeechProbability: number;
  readonly alignment: Float32Array;
  readonly frames: number;
  readonly crossKeys: Tensors;
  readonly selfKeys: Tensors;
}

/** Fixed: a window that is decoded again gives the same text again. */
const SEED = 20_261_122;

const PARTS = ['key', 'value'] as const;

/**
 * Whisper's decoder driven token by token, greedily or by sampling, over the merged graph of transformers.js. Only the
 * outputs that are read are fetched: logits, the new keys and values, and the attentions of the alignment heads.
 */
export class StepDecoder implements WindowDecoder {
  readonly #runtime: Runtime;
  readonly #model: StepDecoderModel;
  readonly #mask: Uint8Array;
  readonly #firstMask: Uint8Array;
  readonly #stepFetches: readonly string[];
  readonly #noStates: Tensor;
  #prompted: Prompted | undefined;

  constructor(runtime: Runtime, model: StepDecoderModel) {
    const { shape, prompt } = model;
    this.#runtime = runtime;
    this.#model = model;
    this.#mask = Uint8Array.from({ length: shape.vocabulary }, (_, token) =>
      Number(prompt.isSuppressed(token)),
    );
    this.#firstMask = Uint8Array.from({ length: shape.vocabulary }, (_, token) =>
      Number(prompt.isSuppressedFirst(token)),
    );
    const alignmentLayers = new Set(shape.alignmentHeads.map(([layer]) => layer));
    this.#stepFetches = [
      'logits',
      ...this.#names('present', 'decoder'),
      ...[...alignmentLayers].map((layer) => `cross_attentions.${layer}`),
    ];
    // The graph asks for encoder states at each step and only reads them in the prompt pass.
    this.#noStates = new runtime.Tensor('float32', new Float32Array(shape.width), [
      1,
      1,
      shape.width,
    ]);
  }

  async decode(features: Features, options: DecodingOptions): Promise<WindowDecoding> {
    if (options.beams !== 1) throw new RangeError('The step-by-step decoder has one beam.');
    if (options.after?.length)
      throw new RangeError('The step-by-step decoder begins at the beginning.');
    if (this.#prompted?.features !== features.data) this.#prompted = await this.#prompt(features);
    const { crossKeys, frames, noSpeechProbability, ...prompted } = this.#prompted;
    let { logits, selfKeys } = prompted;
    const rows = [prompted.alignment];
    const choices: TokenChoice[] = [];
    const tokens: number[] = [];
    const random = seededRandom(SEED);
    const choose = (mask: Uint8Array): TokenChoice =>
      chooseToken(logits, mask, { temperature: options.temperature, random });
    let next = choose(this.#firstMask);
    while (next.token !== this.#model.prompt.endOfText && tokens.length < options.maxNewTokens) {
      choices.push(next);
      tokens.push(next.token);
      if (loopAtEnd(tokens) !== undefined) break;
      const outputs = await this.#step(next.token, crossKeys, selfKeys);
      logits = floats(outputs, 'logits');
      selfKeys = this.#asPast(outputs, 'decoder');
      rows.push(this.#alignmentRow(outputs, 1, frames));
      next = choose(this.#mask);
    }
    return {
      hypotheses: [hypothesis(choices, next)],
      noSpeechProbability,
      alignment: this.#joinRows(rows.slice(0, tokens.length + 1), frames),
    };
  }

  async dispose(): Promise<void> {
    this.#prompted = undefined;
    await this.#model.encoder.release();
    await this.#model.decoder.release();
  }

  async #prompt(features: Features): Promise<Prompted> {
    const { encoder, decoder, shape, prompt } = this.#model;
    this.#prompted = undefined;
    const states = await encoder.encode(features);
    const empty = new this.#runtime.Tensor('float32', new Float32Array(0), [
      1,
      shape.heads,
      0,
      shape.width / shape.heads,
    ]);
    const outputs = await decoder.run(
      {
        ...this.#tokenInputs(prompt.tokens, states, false),
        ...Object.fromEntries(
          [
            ...this.#names('past_key_values', 'decoder'),
            ...this.#names('past_key_values', 'encoder'),
          ].map((name) => [name, empty]),
        ),
      },
      [...this.#stepFetches, ...this.#names('present', 'encoder')],
    );
    const logits = floats(outputs, 'logits');
    const row = (position: number): Float32Array =>
      logits.slice(position * shape.vocabulary, (position + 1) * shape.vocabulary);
    const first = row(0);
    const encodedFrames = states.dims[1] ?? 0;
    return {
      features: features.data,
      logits: row(prompt.tokens.length - 1),
      noSpeechProbability: Math.exp((first[prompt.noSpeech] ?? -Infinity) - logSumExp(first)),
      alignment: this.#alignmentRow(outputs, prompt.tokens.length, encodedFrames),
      frames: encodedFrames,
      crossKeys: this.#asPast(outputs, 'encoder'),
      selfKeys: this.#asPast(outputs, 'decoder'),
    };
  }

  #step(token: number, crossKeys: Tensors, selfKeys: Tensors): Promise<Tensors> {
    return this.#model.decoder.run(
      { ...this.#tokenInputs([token], this.#noStates, true), ...crossKeys, ...selfKeys },
      this.#stepFetches,
    );
  }

  #tokenInputs(tokens: readonly number[], states: Tensor, hasPast: boolean): Tensors {
    const { Tensor } = this.#runtime;
    return {
      input_ids: new Tensor('int64', BigInt64Array.from(tokens, BigInt), [1, tokens.length]),
      encoder_hidden_states: states,
      use_cache_branch: new Tensor('bool', [hasPast], [1]),
    };
  }

  #names(prefix: 'present' | 'past_key_values', side: 'encoder' | 'decoder'): string[] {
    return Array.from({ length: this.#model.shape.layers }, (_, layer) => layer).flatMap((layer) =>
      PARTS.map((part) => `${prefix}.${layer}.${side}.${part}`),
    );
  }

  #asPast(outputs: Tensors, side: 'encoder' | 'decoder'): Tensors {
    const past = this.#names('past_key_values', side);
    return Object.fromEntries(
      this.#names('present', side).map((name, i) => {
        const tensor = outputs[name];
        if (tensor === undefined) throw new Error(`The decoder gave no "${name}".`);
        return [past[i], tensor];
      }),
    );
  }

  /** The attentions of the alignment heads at the last of `positions`: `[heads, frames]`. */
  #alignmentRow(outputs: Tensors, positions: number, frames: number): Float32Array {
    const { alignmentHeads } = this.#model.shape;
    const row = new Float32Array(alignmentHeads.length * frames);
    alignmentHeads.forEach(([layer, head], i) => {
      const attentions = floats(outputs, `cross_attentions.${layer}`);
      const start = (head * positions + positions - 1) * frames;
      row.set(attentions.subarray(start, start + frames), i * frames);
    });
    return row;
  }

  /** From one row a token to `[heads, tokens, frames]`. */
  #joinRows(rows: readonly Float32Array[], frames: number): WindowDecoding['alignment'] {
    const heads = this.#model.shape.alignmentHeads.length;
    const weights = new Float32Array(heads * rows.length * frames);
    rows.forEach((row, token) => {
      for (let head = 0; head < heads; head++)
        weights.set(
          row.subarray(head * frames, (head + 1) * frames),
          (head * rows.length + token) * frames,
        );
    });
    return { heads, tokens: rows.length, frames, weights };
  }
}

function hypothesis(
  choices: readonly TokenChoice[],
  end: TokenChoice,
): WindowDecoding['hypotheses'][0] {
  const logProbabilities = choices.map(({ logProbability }) => logProbability);
  const sum = logProbabilities.reduce((total, value) => total + value, end.logProbability);
  return {
    tokens: choices.map(({ token }) => token),
    logProbabilities,
    runnerUpLogProbabilities: choices.map(({ runnerUpLogProbability }) => runnerUpLogProbability),
    score: sum / (choices.length + 1),
  };
}
