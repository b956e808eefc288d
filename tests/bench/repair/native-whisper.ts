import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { AutoProcessor, AutoTokenizer, env } from '@xenova/transformers';
import type { InferenceSession, Tensor } from 'onnxruntime-web';

/** One text of a window, best first; arrays are parallel, one entry a token. */
export interface DecodedText {
  readonly tokens: readonly number[];
  readonly logProbabilities: readonly number[];
}

export interface NativeWhisper {
  /** @param samples 16 kHz mono, at most 30 s. */
  transcribe(samples: Float32Array, beams: number): Promise<readonly DecodedText[]>;
  decodeTokens(tokens: readonly number[]): string;
}

/** Native twin of onnxruntime-web, a dependency of transformers.js; its types are the same. */
const ort = createRequire(import.meta.url)('onnxruntime-node') as typeof import('onnxruntime-web');

const PROMPT = ['<|startoftranscript|>', '<|fr|>', '<|transcribe|>', '<|notimestamps|>'];
const MOST_TOKENS = 200;

interface Beam {
  readonly tokens: number[];
  readonly logProbabilities: number[];
  readonly score: number;
}

/** Whisper from its published files, run by native onnxruntime with one thread: for drafts to measure on. */
export async function loadNativeWhisper(folder: string): Promise<NativeWhisper> {
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  const [tokenizer, processor] = await Promise.all([
    AutoTokenizer.from_pretrained(folder, { local_files_only: true }),
    AutoProcessor.from_pretrained(folder, {}),
  ]);
  const options: InferenceSession.SessionOptions = { intraOpNumThreads: 1, interOpNumThreads: 1 };
  const session = (name: string): Promise<InferenceSession> =>
    ort.InferenceSession.create(join(folder, 'onnx', name), options);
  const encoder = await session('encoder_model_quantized.onnx');
  const decoder = await session('decoder_model_merged_quantized.onnx');
  const config = JSON.parse(readFileSync(join(folder, 'generation_config.json'), 'utf8')) as {
    suppress_tokens: number[];
    begin_suppress_tokens: number[];
    eos_token_id: number;
  };
  const id = (token: string): number => Number(tokenizer.convert_tokens_to_ids([token])[0]);
  const prompt = PROMPT.map(id);
  const firstTimestamp = id('<|notimestamps|>') + 1;
  const specials = Array.from(
    { length: firstTimestamp - 1 - config.eos_token_id },
    (_, i) => config.eos_token_id + 1 + i,
  );
  const search = {
    decoder,
    prompt,
    eos: config.eos_token_id,
    firstTimestamp,
    suppressed: [...config.suppress_tokens, ...specials],
    first: config.begin_suppress_tokens,
  };
  return {
    async transcribe(samples, beams) {
      const features = (await processor(samples)) as {
        input_features: { data: Float32Array; dims: number[] };
      };
      const { data, dims } = features.input_features;
      const encoded = await encoder.run({ input_features: new ort.Tensor('float32', data, dims) }, [
        'last_hidden_state',
      ]);
      return beamSearch(search, encoded['last_hidden_state'] as Tensor, beams);
    },
    decodeTokens: (tokens) => tokenizer.decode([...tokens], { skip_special_tokens: true }),
  };
}

interface Search {
  readonly decoder: InferenceSession;
  readonly prompt: readonly number[];
  readonly eos: number;
  readonly firstTimestamp: number;
  readonly suppressed: readonly number[];
  readonly first: readonly number[];
}

async function beamSearch(search: Search, states: Tensor, width: number): Promise<DecodedText[]> {
  const { decoder, prompt, eos } = search;
  const caches = decoder.inputNames.filter((name) => name.startsWith('past'));
  const hidden = repeat(states, width);
  let beams: Beam[] = Array.from({ length: width }, (_, i) => ({
    tokens: [],
    logProbabilities: [],
    score: i === 0 ? 0 : -Infinity,
  }));
  const done: Beam[] = [];
  const cross: Record<string, Tensor> = {};
  let past: Record<string, Tensor> = {};
  for (let step = 0; step < MOST_TOKENS && done.length < width; step++) {
    const ids = beams.flatMap(({ tokens }) => (step === 0 ? prompt : tokens.slice(-1)).map(BigInt));
    const feeds: Record<string, Tensor> = {
      input_ids: new ort.Tensor('int64', BigInt64Array.from(ids), [width, ids.length / width]),
      encoder_hidden_states: hidden,
      use_cache_branch: new ort.Tensor('bool', [step > 0], [1]),
    };
    for (const name of caches)
      feeds[name] =
        cross[name] ??
        past[name] ??
        new ort.Tensor('float32', new Float32Array(0), [width, 12, 0, 64]);
    const wanted = caches
      .map((name) => name.replace('past_key_values', 'present'))
      .filter((name) => step === 0 || name.includes('decoder'));
    const out = await decoder.run(feeds, ['logits', ...wanted]);
    if (step === 0)
      for (const name of caches.filter((n) => n.includes('encoder')))
        cross[name] = out[name.replace('past_key_values', 'present')] as Tensor;
    const rows = logProbabilityRows(out['logits'] as Tensor, width);
    const next = expand({ search, beams, rows, width, step });
    done.push(...next.filter(({ beam }) => beam.tokens.at(-1) === eos).map(({ beam }) => beam));
    const live = next.filter(({ beam }) => beam.tokens.at(-1) !== eos).slice(0, width);
    beams = live.map(({ beam }) => beam);
    past = {};
    for (const name of caches.filter((n) => n.includes('decoder')))
      past[name] = pick(
        out[name.replace('past_key_values', 'present')] as Tensor,
        live.map(({ parent }) => parent),
      );
  }
  const all = done.length > 0 ? done : beams;
  const mean = (beam: Beam): number => beam.score / Math.max(1, beam.tokens.length);
  return all
    .sort((a, b) => mean(b) - mean(a))
    .slice(0, 5)
    .map(({ tokens, logProbabilities }) => {
      const length = tokens.at(-1) === eos ? tokens.length - 1 : tokens.length;
      return {
        tokens: tokens.slice(0, length),
        logProbabilities: logProbabilities.slice(0, length),
      };
    });
}

function expand(at: {
  search: Search;
  beams: Beam[];
  rows: Float32Array[];
  width: number;
  step: number;
}) {
  const { search, beams, rows, width, step } = at;
  const found: { beam: Beam; parent: number }[] = [];
  rows.forEach((row, parent) => {
    const beam = beams[parent]!;
    if (beam.score === -Infinity) return;
    const masked = Float32Array.from(row);
    masked.fill(-Infinity, search.firstTimestamp);
    for (const token of search.suppressed) masked[token] = -Infinity;
    if (step === 0) for (const token of search.first) masked[token] = -Infinity;
    for (const token of best(masked, width + 1))
      found.push({
        parent,
        beam: {
          tokens: [...beam.tokens, token],
          logProbabilities: [...beam.logProbabilities, row[token]!],
          score: beam.score + row[token]!,
        },
      });
  });
  found.sort((a, b) => b.beam.score - a.beam.score);
  const ends = found.slice(0, width).filter(({ beam }) => beam.tokens.at(-1) === search.eos);
  const live = found.filter(({ beam }) => beam.tokens.at(-1) !== search.eos).slice(0, width);
  return [...ends, ...live];
}

function best(row: Float32Array, count: number): number[] {
  const top: number[] = [];
  for (let token = 0; token < row.length; token++) {
    if (top.length === count && row[token]! <= row[top[count - 1]!]!) continue;
    let at = top.length;
    while (at > 0 && row[top[at - 1]!]! < row[token]!) at--;
    top.splice(at, 0, token);
    if (top.length > count) top.pop();
  }
  return top;
}

function logProbabilityRows(logits: Tensor, width: number): Float32Array[] {
  const [, steps = 1, size = 0] = logits.dims;
  const data = logits.data as Float32Array;
  return Array.from({ length: width }, (_, beam) => {
    const start = (beam * steps + steps - 1) * size;
    const row = data.slice(start, start + size);
    let most = -Infinity;
    for (const value of row) if (value > most) most = value;
    let sum = 0;
    for (const value of row) sum += Math.exp(value - most);
    const total = most + Math.log(sum);
    return row.map((value) => value - total);
  });
}

function pick(tensor: Tensor, parents: readonly number[]): Tensor {
  const data = tensor.data as Float32Array;
  const size = data.length / (tensor.dims[0] ?? 1);
  const result = new Float32Array(size * parents.length);
  parents.forEach((parent, at) =>
    result.set(data.subarray(parent * size, (parent + 1) * size), at * size),
  );
  return new ort.Tensor('float32', result, [parents.length, ...tensor.dims.slice(1)]);
}

const repeat = (tensor: Tensor, times: number): Tensor =>
  pick(
    tensor,
    Array.from({ length: times }, () => 0),
  );
