import { decoderStep } from '../../../workers/recognition/graph/decoder-step';
import {
  soundMemory,
  TABLE,
  vocabularyLogits,
  vocabularyTable,
} from '../../../workers/recognition/graph/decoder-graph';
import {
  FLOAT,
  GraphBuilder,
  INT64,
  serialise,
} from '../../../workers/recognition/graph/graph-builder';
import { gather } from '../../../workers/recognition/graph/layers';
import type { WhisperConfig } from '../../../workers/recognition/graph/whisper-config';
import type { DecoderWeights } from '../../../workers/recognition/graph/whisper-weights';
import { floats, type Session, type Tensor } from '../../../workers/recognition/runtime';
import { open, runtime } from './base-model';

const memoryNames = ({ decoder }: WhisperConfig): string[] =>
  Array.from({ length: 2 * decoder.layers }, (_, i) => `memory_${i}`);

/** The decoder's passes without the loop: memory goes in and out, logits of the asked rows come out. */
function stepGraph(weights: DecoderWeights, config: WhisperConfig): Uint8Array {
  const g = new GraphBuilder('');
  vocabularyTable(g, weights, config);
  const sound = soundMemory(g, weights, config);
  const names = memoryNames(config);
  const step = decoderStep(
    g,
    { tokens: 'tokens', memory: names, sound },
    { config, weights, table: TABLE },
  );
  const logits = vocabularyLogits(g, gather(g, step.hidden, 'rows'), weights);
  const port = (name: string, value: string) => ({
    name: g.node('Identity', [value], { outputs: [name] }),
    type: FLOAT,
  });
  const outputs = [
    port('logits', logits),
    ...names.map((name, i) => port(`new_${name}`, step.memory[i]!)),
  ];
  const { heads } = config.decoder;
  return serialise(
    g.graph(
      'step',
      [
        { name: 'encoder_hidden_states', type: FLOAT, shape: [1, 'states', config.width] },
        { name: 'tokens', type: INT64, shape: ['beams', 'steps'] },
        { name: 'rows', type: INT64, shape: ['rows'] },
        ...names.map((name) => ({
          name,
          type: FLOAT,
          shape: ['beams', heads, `past_${name}`, config.width / heads],
        })),
      ],
      outputs,
    ),
    {},
  );
}

export interface Candidate {
  readonly tokens: readonly number[];
  readonly score: number;
}

interface Rules {
  /** Tokens that cannot come first, and those that cannot come at all. */
  readonly first: (token: number) => boolean;
  readonly later: (token: number) => boolean;
  readonly end: number;
  readonly most: number;
}

interface Living extends Candidate {
  readonly logits: Float32Array;
}

const integers = (values: readonly number[], dims: readonly number[]): Tensor =>
  new runtime.Tensor('int64', BigInt64Array.from(values, BigInt), dims);

function logSoftmax(logits: Float32Array, isForbidden: (token: number) => boolean): Float64Array {
  const allowed = Float64Array.from(logits, (logit, token) =>
    isForbidden(token) ? -Infinity : logit,
  );
  const top = allowed.reduce((a, b) => Math.max(a, b), -Infinity);
  const sum = allowed.reduce((total, logit) => total + Math.exp(logit - top), 0);
  return allowed.map((logit) => logit - top - Math.log(sum));
}

/** Searches written plainly over single passes, to hold against the graph that does it all. */
export class StepReference {
  #memory: Tensor[] = [];

  readonly #session: Session;
  readonly #config: WhisperConfig;
  readonly #states: Tensor;

  private constructor(session: Session, config: WhisperConfig, states: Tensor) {
    this.#session = session;
    this.#config = config;
    this.#states = states;
  }

  static async open(
    weights: DecoderWeights,
    config: WhisperConfig,
    states: Tensor,
  ): Promise<StepReference> {
    return new StepReference(await open(stepGraph(weights, config)), config, states);
  }

  async #pass(
    tokens: readonly (readonly number[])[],
    rows: readonly number[],
  ): Promise<Float32Array[]> {
    const names = memoryNames(this.#config);
    const steps = tokens[0]!.length;
    const outputs = await this.#session.run({
      encoder_hidden_states: this.#states,
      tokens: integers(tokens.flat(), [tokens.length, steps]),
      rows: integers(rows, [rows.length]),
      ...Object.fromEntries(names.map((name, i) => [name, this.#memory[i]!])),
    });
    this.#memory = names.map((name) => outputs[`new_${name}`]!);
    const logits = floats(outputs, 'logits');
    const { vocabulary } = this.#config;
    return rows.map((_, row) => logits.slice(row * vocabulary, (row + 1) * vocabulary));
  }

  #forget(): void {
    const { decoder, width } = this.#config;
    const dims = [1, decoder.heads, 0, width / decoder.heads];
    this.#memory = memoryNames(this.#config).map(
      () => new runtime.Tensor('float32', new Float32Array(0), dims),
    );
  }

  #reorder(parents: readonly number[]): void {
    this.#memory = this.#memory.map(({ data, dims }) => {
      const size = dims.slice(1).reduce((product, side) => product * side, 1);
      const moved = new Float32Array(parents.length * size);
      parents.forEach((parent, beam) =>
        moved.set((data as Float32Array).subarray(parent * size, (parent + 1) * size), beam * size),
      );
      return new runtime.Tensor('float32', moved, [parents.length, ...dims.slice(1)]);
    });
  }

  /** Logits after every token of a text that is given, in one pass. */
  async logitsOf(tokens: readonly number[]): Promise<Float32Array[]> {
    this.#forget();
    return this.#pass(
      [tokens],
      tokens.map((_, row) => row),
    );
  }

  /** The most probable allowed token, again and again, and the logits it was chosen from; `start` those of the first token. */
  async greedy(
    prompt: readonly number[],
    rules: Rules,
  ): Promise<{ tokens: number[]; logits: Float32Array[]; start: Float32Array }> {
    this.#forget();
    const [start, first] = await this.#pass([prompt], [0, prompt.length - 1]);
    const logits = [first!];
    const tokens: number[] = [];
    while (tokens.length < rules.most) {
      const isForbidden = tokens.length === 0 ? rules.first : rules.later;
      const chances = logSoftmax(logits.at(-1)!, isForbidden);
      const best = chances.reduce(
        (top, chance, token) => (chance > chances[top]! ? token : top),
        0,
      );
      if (best === rules.end) break;
      tokens.push(best);
      logits.push((await this.#pass([[best]], [0]))[0]!);
    }
    return { tokens, logits, start: start! };
  }

  /** Beam search over sorted lists of all continuations: texts by mean log-probability, best first. */
  async beams(
    prompt: readonly number[],
    rules: Rules & { readonly width: number },
  ): Promise<Candidate[]> {
    this.#forget();
    const [, logits] = await this.#pass([prompt], [0, prompt.length - 1]);
    let living: Living[] = [{ tokens: [], score: 0, logits: logits! }];
    const ended: Candidate[] = [];
    for (let length = 0; length < rules.most; length++) {
      const next: { parent: number; token: number; score: number }[] = [];
      living.forEach((text, parent) => {
        const chances = logSoftmax(text.logits, length === 0 ? rules.first : rules.later);
        ended.push({
          tokens: text.tokens,
          score: (text.score + chances[rules.end]!) / (length + 1),
        });
        chances.forEach((chance, token) => {
          if (token !== rules.end && chance > -30)
            next.push({ parent, token, score: text.score + chance });
        });
      });
      next.sort((a, b) => b.score - a.score);
      const chosen = next.slice(0, rules.width);
      ended.sort((a, b) => b.score - a.score);
      const canWin = chosen[0]!.score / (length + 1) > ended[0]!.score;
      if (!canWin) return ended;
      this.#reorder(chosen.map(({ parent }) => parent));
      const rows = await this.#pass(
        chosen.map(({ token }) => [token]),
        chosen.map((_, beam) => beam),
      );
      living = chosen.map(({ parent, token, score }, beam) => ({
        tokens: [...living[parent]!.tokens, token],
        score,
        logits: rows[beam]!,
      }));
    }
    return [
      ...ended,
      ...living.map(({ tokens, score }) => ({ tokens, score: score / tokens.length })),
    ].sort((a, b) => b.score - a.score);
  }
}
