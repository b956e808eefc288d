import { normalised, searchStep, SEARCH_INPUTS, IMPOSSIBLE } from './beam-search';
import { decoderStep } from './decoder-step';
import {
  BOOL,
  FLOAT,
  FLOAT16,
  GraphBuilder,
  INT64,
  serialise,
  type Port,
  type Value,
} from './graph-builder';
import { followBestText } from './followed-path';
import { cast, gather, multiply } from './layers';
import type { QuantisedMatrix } from './quantised-matrix';
import type { WhisperConfig } from './whisper-config';
import type { DecoderWeights } from './whisper-weights';

/** The name of the int8 matrix `[width, vocabulary]`, one for the whole file. */
export const TABLE = 'vocabulary';

/** Scalars and vectors that the loop carries from pass to pass, before the self-attention memory. */
const STATE = [
  { name: 'tokens', type: INT64 },
  { name: 'scores', type: FLOAT },
  { name: 'mask', type: FLOAT },
  { name: 'logit_rows', type: INT64 },
  { name: 'skipped_rows', type: INT64 },
  { name: 'best_end', type: FLOAT },
] as const;

/** What each pass puts aside, stacked along a first axis of passes. */
const KEPT = [
  { name: 'tokens', type: INT64 },
  { name: 'parents', type: INT64 },
  { name: 'log_probabilities', type: FLOAT },
  { name: 'runners_up', type: FLOAT },
  { name: 'ends', type: FLOAT },
  { name: 'alignment_rows', type: FLOAT16 },
  { name: 'no_speech', type: FLOAT },
] as const;

function transposed({ embedding }: DecoderWeights, width: number): Int8Array {
  const { values } = embedding;
  const vocabulary = values.length / width;
  const table = new Int8Array(values.length);
  for (let token = 0; token < vocabulary; token++) {
    for (let i = 0; i < width; i++)
      table[i * vocabulary + token] = values[token * width + i] as number;
  }
  return table;
}

export function vocabularyTable(
  g: GraphBuilder,
  weights: DecoderWeights,
  { width, vocabulary }: WhisperConfig,
): void {
  g.int8s(TABLE, transposed(weights, width), [width, vocabulary]);
}

/** Cross-attention keys, transposed, and values of the sound: made once a window, outer values of the loop ever after. */
export function soundMemory(
  g: GraphBuilder,
  weights: DecoderWeights,
  config: WhisperConfig,
): Value[] {
  const { width, decoder } = config;
  const heads = g.integers(1, -1, 1, decoder.heads, width / decoder.heads);
  return weights.layers.flatMap(({ cross }, index) => {
    const split = (
      name: string,
      { matrix, bias }: { matrix: QuantisedMatrix; bias?: Float32Array },
    ): Value =>
      g.node('Reshape', [
        multiply(g, 'encoder_hidden_states', { name: `${index}.cross.${name}`, matrix, bias }),
        heads,
      ]);
    const turn = (x: Value, perm: number[]): Value =>
      g.node('Transpose', [x], { attributes: { perm } });
    return [
      turn(split('key', cross.key), [0, 3, 2, 4, 1]),
      turn(split('value', cross.value), [0, 3, 2, 1, 4]),
    ];
  });
}

/** Logits `[rows, vocabulary]`; the matrix is `vocabularyTable`'s. */
export function vocabularyLogits(g: GraphBuilder, hidden: Value, weights: DecoderWeights): Value {
  const { scale, zeroPoint } = weights.embedding;
  return g.node(
    'DynamicQuantizeMatMul',
    [hidden, TABLE, g.float(scale), g.int8s('vocabulary.zero', Int8Array.of(zeroPoint), [])],
    { domain: 'com.microsoft' },
  );
}

interface Context {
  readonly config: WhisperConfig;
  readonly weights: DecoderWeights;
  readonly sound: readonly Value[];
}

const memoryNames = (config: WhisperConfig): string[] =>
  Array.from({ length: 2 * config.decoder.layers }, (_, i) => `memory_${i}`);

/**
 * Alignment rows of the beams' last tokens, `[beams, heads, states]`, one a beam even in the first pass, which has a
 * single text. In half floats: they are most of what the loop piles up.
 */
function alignmentRows(g: GraphBuilder, alignment: Value, rows: Value): Value {
  const picked = cast(g, gather(g, alignment, rows, 1), FLOAT16);
  const beams = g.node('Concat', [SEARCH_INPUTS.beams, g.integers(1, 1)], {
    attributes: { axis: 0 },
  });
  return g.node('Expand', [
    g.node('Transpose', [picked], { attributes: { perm: [1, 0, 2] } }),
    beams,
  ]);
}

/** Probability of `<|nospeech|>` in the first row of logits; it means something in the first pass only. */
function noSpeech(g: GraphBuilder, logits: Value, config: WhisperConfig): Value {
  const first = gather(g, logits, g.integers(0));
  const chances = g.node('Softmax', [first], { attributes: { axis: -1 } });
  return g.node('Squeeze', [gather(g, chances, g.integer(config.noSpeechToken), 1)]);
}

type Named<Names extends readonly { readonly name: string }[]> = Readonly<
  Record<Names[number]['name'], Value>
>;

interface Pass {
  readonly goesOn: Value;
  readonly next: Named<typeof STATE>;
  readonly memory: readonly Value[];
  readonly kept: Named<typeof KEPT>;
}

const inside = (name: string): Value => `pass.in.${name}`;

/** One pass: the decoder over the new tokens, then the choice of the next ones. */
function pass(g: GraphBuilder, { config, weights, sound }: Context): Pass {
  const memory = memoryNames(config).map(inside);
  const step = decoderStep(
    g,
    { tokens: inside('tokens'), memory, sound },
    { config, weights, table: TABLE },
  );
  const logits = vocabularyLogits(g, gather(g, step.hidden, inside('logit_rows')), weights);
  const end = g.integers(Number.MAX_SAFE_INTEGER);
  const last = (x: Value): Value =>
    g.node('Slice', [x, inside('skipped_rows'), end, g.integers(0)]);
  const found = searchStep(
    g,
    {
      logits: last(logits),
      mask: inside('mask'),
      scores: inside('scores'),
      length: inside('pass'),
      bestEnd: inside('best_end'),
    },
    config,
  );
  return {
    goesOn: found.goesOn,
    next: {
      tokens: g.node('Unsqueeze', [found.tokens, g.integers(1)]),
      scores: found.scores,
      mask: 'mask',
      logit_rows: 'beam_rows',
      skipped_rows: g.integers(0),
      best_end: found.bestEnd,
    },
    memory: step.memory.map((value) => gather(g, value, found.parents)),
    kept: {
      tokens: found.tokens,
      parents: found.parents,
      log_probabilities: found.logProbabilities,
      runners_up: found.runnersUp,
      ends: found.ends,
      alignment_rows: alignmentRows(g, step.alignment, last(inside('logit_rows'))),
      no_speech: noSpeech(g, logits, config),
    },
  };
}

function loopBody(around: GraphBuilder, context: Context): ReturnType<GraphBuilder['graph']> {
  const g = new GraphBuilder('pass.', around);
  const { goesOn, next, memory, kept } = pass(g, context);
  const output = (name: string, type: number, value: Value): Port => ({
    name: g.node('Identity', [value], { outputs: [`pass.out.${name}`] }),
    type,
  });
  const names = memoryNames(context.config);
  const outputs = [
    output('goes_on', BOOL, goesOn),
    output('still_on', BOOL, goesOn),
    ...STATE.map(({ name, type }) => output(name, type, next[name])),
    ...names.map((name, i) => output(name, FLOAT, memory[i] ?? '')),
    ...KEPT.map(({ name, type }) => output(`kept.${name}`, type, kept[name])),
  ];
  const inputs: Port[] = [
    { name: inside('pass'), type: INT64, shape: [] },
    { name: inside('goes_on'), type: BOOL, shape: [] },
    { name: inside('still_on'), type: BOOL },
    ...STATE.map(({ name, type }) => ({ name: inside(name), type })),
    ...names.map((name) => ({ name: inside(name), type: FLOAT })),
  ];
  return g.graph('pass', inputs, outputs);
}

/** Ranks every text that ended, and those alive when the tokens ran out. */
function ranking(g: GraphBuilder): void {
  const passes = g.node('Slice', [g.node('Shape', ['ends']), g.integers(0), g.integers(1)]);
  const alive = normalised(g, 'last.scores', passes);
  const open = g.node('Where', ['last.still_on', alive, g.float(IMPOSSIBLE)]);
  const flat = g.node('Reshape', ['ends', g.integers(-1)]);
  const all = g.node('Concat', [flat, open], { attributes: { axis: 0 } });
  const most = g.node('Min', [g.node('Shape', [all]), 'hypotheses']);
  const [scores, places] = ['hypothesis_scores', g.fresh('places')];
  g.node('TopK', [all, most], { attributes: { axis: 0 }, outputs: [scores, places] });
  g.node('Div', [places, SEARCH_INPUTS.beams], { outputs: ['hypothesis_lengths'] });
  g.node('Mod', [places, SEARCH_INPUTS.beams], { outputs: ['hypothesis_slots'] });
}

const inputPorts = (config: WhisperConfig): Port[] => [
  { name: 'encoder_hidden_states', type: FLOAT, shape: [1, 'states', config.width] },
  { name: 'prompt', type: INT64, shape: [1, 'prompt_length'] },
  { name: 'start_row', type: INT64, shape: [1] },
  { name: 'first_mask', type: FLOAT, shape: [config.vocabulary] },
  { name: 'mask', type: FLOAT, shape: [config.vocabulary] },
  { name: 'most_tokens', type: INT64, shape: [] },
  { name: SEARCH_INPUTS.beams, type: INT64, shape: [1] },
  { name: 'hypotheses', type: INT64, shape: [1] },
  { name: SEARCH_INPUTS.lengthPenalty, type: FLOAT, shape: [] },
  { name: SEARCH_INPUTS.noise, type: FLOAT, shape: ['noise_length'] },
];

const OUTPUTS: readonly Port[] = [
  ...KEPT.filter(({ name }) => name !== 'alignment_rows'),
  { name: 'alignment', type: FLOAT },
  { name: 'hypothesis_scores', type: FLOAT },
  { name: 'hypothesis_lengths', type: INT64 },
  { name: 'hypothesis_slots', type: INT64 },
];

/** Values the loop reads but never changes. */
function outerValues(g: GraphBuilder, weights: DecoderWeights, config: WhisperConfig): void {
  vocabularyTable(g, weights, config);
  const noEnd = new Float32Array(config.vocabulary);
  noEnd[config.endToken] = IMPOSSIBLE;
  g.floats('no_end', noEnd);
  g.node('Identity', [g.integers(config.endToken)], { outputs: ['end_token'] });
  const scalar = g.node('Squeeze', [SEARCH_INPUTS.beams]);
  g.node('Range', [g.integer(0), scalar, g.integer(1)], { outputs: ['beam_rows'] });
}

/**
 * `decoder.onnx`: from the encoder's states to texts, in one run. The prompt pass and every later pass are the same
 * nodes inside one `Loop` (so each weight is packed once): the first pass has one text and the prompt's tokens, the
 * others `beams` texts and one token each. See README.md for inputs and outputs.
 */
export function decoderGraph(
  weights: DecoderWeights,
  config: WhisperConfig,
  stamp: Readonly<Record<string, string>>,
): Uint8Array {
  const g = new GraphBuilder('');
  outerValues(g, weights, config);
  const sound = soundMemory(g, weights, config);
  const lastRow = g.node('Sub', [
    g.node('Shape', ['prompt'], { attributes: { start: 1 } }),
    g.integers(1),
  ]);
  const initial: Named<typeof STATE> = {
    tokens: 'prompt',
    scores: g.floats('no_score', Float32Array.of(0)),
    mask: 'first_mask',
    logit_rows: g.node('Concat', ['start_row', lastRow], { attributes: { axis: 0 } }),
    skipped_rows: g.integers(1),
    best_end: g.float(IMPOSSIBLE),
  };
  const { heads } = config.decoder;
  const empty = g.floats('empty', new Float32Array(0), [1, heads, 0, config.width / heads]);
  const yes = g.node('Equal', [g.integer(0), g.integer(0)]);
  const memory = memoryNames(config);
  g.node(
    'Loop',
    [
      'most_tokens',
      yes,
      yes,
      ...STATE.map(({ name }) => initial[name]),
      ...memory.map(() => empty),
    ],
    {
      attributes: { body: { graph: loopBody(g, { config, weights, sound }) } },
      outputs: [
        'last.still_on',
        ...[...STATE.map(({ name }) => name), ...memory].map((name) => `last.${name}`),
        ...KEPT.map(({ name }) => name),
      ],
    },
  );
  ranking(g);
  followBestText(g, {
    rows: 'alignment_rows',
    parents: 'parents',
    heads: config.alignmentHeads.length,
  });
  return serialise(g.graph('decoder', inputPorts(config), OUTPUTS), stamp);
}
