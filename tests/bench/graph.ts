/**
 * What Plume's graphs bring, on the same weights and sound in one run:
 *   npx tsx tests/bench/graph.ts accuracy --size small --sounds kokoro-siwis --engines published,beams1,beams5
 *   npx tsx tests/bench/graph.ts likeness --size small --sounds human
 *   npx tsx tests/bench/graph.ts speed --size small --threads 2
 * Engines: `published` (published graphs, step by step), `beamsN`, `cutN` (N beams, encoder context cut to the sound
 * and a second), `contextN` (greedy, context of N seconds or of the sound and a second), `adaptedN` (with the adapter of --adapter). Accuracy runs natively, speed in onnxruntime-web.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as native from 'onnxruntime-node';
import { installedPackageFolder } from '../../scripts/model-preparation';
import type { WindowDecoder } from '../../workers/recognition/decoder';
import { cutContext } from '../../workers/recognition/encoder-context';
import {
  buildGraphs,
  type Graphs,
  type PublishedFiles,
} from '../../workers/recognition/graph/build-graphs';
import { GraphDecoder } from '../../workers/recognition/graph-decoder';
import { cosine } from '../../workers/recognition/graphics/cosine';
import type { Runtime } from '../../workers/recognition/runtime';
import { SpeechFrontEnd, type Features } from '../../workers/recognition/speech-front-end';
import { SpeechSpans, type Span } from '../../workers/recognition/speech-spans';
import { StepDecoder } from '../../workers/recognition/step-decoder';
import {
  FRAME_SAMPLES,
  SAMPLE_RATE,
  VoiceDetector,
} from '../../workers/recognition/voice-detector';
import { frenchPrompt, type GenerationConfig } from '../../workers/recognition/whisper-tokens';
import { sessionEncoder, type WindowEncoder } from '../../workers/recognition/window-encoder';
import { layWindow } from '../../workers/recognition/windows';
import { withRoundedConvolutions } from '../unit/graph/rounded-convolutions';
import { sharedFolder } from './dictations';
import { recordFigures } from './figures';
import { scoreTerms, scoreWords } from './scoring';
import { benchSounds, type BenchSound } from './sounds';
import { readWav } from './wav';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: 'small' },
    sounds: { type: 'string', default: 'kokoro-siwis' },
    engines: { type: 'string', default: 'published,beams1,beams5' },
    seconds: { type: 'string', default: '28' },
    threads: { type: 'string', default: '2' },
    tokens: { type: 'string', default: '51' },
    adapter: {
      type: 'string',
      default: join(sharedFolder(), 'models', 'dictation-fr-pilot.safetensors'),
    },
  },
});

const folder = join(
  installedPackageFolder(`sts-whisper-${options.size}`),
  `models/Xenova/whisper-${options.size}`,
);
const json = (name: string): object =>
  JSON.parse(readFileSync(join(folder, name), 'utf8')) as object;
const files: PublishedFiles = {
  encoder: readFileSync(join(folder, 'onnx/encoder_model_quantized.onnx')),
  decoder: readFileSync(join(folder, 'onnx/decoder_model_merged_quantized.onnx')),
  config: json('config.json'),
  generationConfig: json('generation_config.json'),
};
const config = json('config.json') as Record<string, number>;
const generation = json('generation_config.json') as GenerationConfig;
const prompt = frenchPrompt(generation);
const frontEnd = new SpeechFrontEnd({
  tokenizer: json('tokenizer.json'),
  tokenizerConfig: json('tokenizer_config.json'),
  preprocessorConfig: json('preprocessor_config.json'),
});

const open = (runtime: Runtime, model: Uint8Array) =>
  runtime.InferenceSession.create(model, { logSeverityLevel: 3, intraOpNumThreads: 1 });

async function publishedDecoder(runtime: Runtime): Promise<StepDecoder> {
  return new StepDecoder(runtime, {
    encoder: sessionEncoder(runtime, await open(runtime, files.encoder)),
    decoder: await open(runtime, files.decoder),
    shape: {
      layers: config['decoder_layers']!,
      heads: config['decoder_attention_heads']!,
      width: config['d_model']!,
      vocabulary: config['vocab_size']!,
      alignmentHeads: generation.alignment_heads,
    },
    prompt,
  });
}

function built(adapter?: Uint8Array): Graphs {
  const graphs = buildGraphs({ ...files, ...(adapter && { adapter }) });
  if (!graphs.ok) throw new Error(graphs.detail);
  return graphs.value;
}

const graphDecoder = async (
  runtime: Runtime,
  encoder: WindowEncoder,
  decoder: Uint8Array,
): Promise<GraphDecoder> =>
  new GraphDecoder(runtime, {
    encoder,
    decoder: await open(runtime, decoder),
    prompt,
    vocabulary: config['vocab_size']!,
  });

async function ownDecoder(runtime: Runtime, adapter?: Uint8Array): Promise<GraphDecoder> {
  const { encoder, decoder } = built(adapter);
  return graphDecoder(runtime, sessionEncoder(runtime, await open(runtime, encoder)), decoder);
}

interface Engine {
  readonly name: string;
  readonly decoder: WindowDecoder;
  readonly beams: number;
  /** Seconds of encoder context at least, beside the sound and a second; whole windows where left out. */
  readonly context?: number | undefined;
}

async function engines(runtime: Runtime, names: readonly string[]): Promise<Engine[]> {
  const decoders = new Map<string, Promise<WindowDecoder>>();
  const once = (key: string, make: () => Promise<WindowDecoder>): Promise<WindowDecoder> => {
    const known = decoders.get(key) ?? make();
    decoders.set(key, known);
    return known;
  };
  return Promise.all(
    names.map(async (name): Promise<Engine> => {
      const [, kind = '', beams = '1'] =
        /^(published|beams|cut|context|adapted)(\d*)$/.exec(name) ?? [];
      const decoder = await (kind === 'published'
        ? once(kind, () => publishedDecoder(runtime))
        : kind === 'adapted'
          ? once(kind, () => ownDecoder(runtime, readFileSync(options.adapter)))
          : once('own', () => ownDecoder(runtime)));
      const count = Number(beams || '1');
      if (kind === 'context') return { name, decoder, beams: 1, context: count };
      return { name, decoder, beams: count, context: kind === 'cut' ? 0 : undefined };
    }),
  );
}

interface HeardWindow {
  readonly features: Features;
  readonly seconds: number;
}

/** Speech packed into windows of at most `most` seconds, cut at pauses. */
async function windowsOf(samples: Float32Array, most: number): Promise<HeardWindow[]> {
  const runtime = native as unknown as Runtime;
  const model = join(installedPackageFolder('@ricky0123/vad-web'), 'dist/silero_vad_v6.onnx');
  const detector = new VoiceDetector(
    runtime,
    await VoiceDetector.open(runtime, readFileSync(model)),
  );
  const finder = new SpeechSpans();
  const spans: Span[] = [];
  for (let at = 0; at + FRAME_SAMPLES <= samples.length; at += FRAME_SAMPLES) {
    const span = finder.push(await detector.probability(samples.subarray(at, at + FRAME_SAMPLES)));
    if (span) spans.push(span);
  }
  const last = finder.end();
  if (last) spans.push(last);
  const groups: [Span, ...Span[]][] = [];
  let filled = Infinity;
  for (const span of spans) {
    const length = (span.end - span.start) / SAMPLE_RATE + 0.4;
    if (filled + length > most) {
      groups.push([span]);
      filled = 0;
    } else groups.at(-1)!.push(span);
    filled += length;
  }
  return Promise.all(
    groups.map(async (group) => {
      const { pieces, sampleCount } = layWindow(group, { from: 0, to: samples.length });
      const sound = new Float32Array(sampleCount);
      for (const piece of pieces)
        sound.set(samples.subarray(piece.start, piece.end), piece.windowStart);
      return { features: await frontEnd.features(sound), seconds: sampleCount / SAMPLE_RATE };
    }),
  );
}

async function textOf(
  engine: Omit<Engine, 'name'>,
  windows: readonly HeardWindow[],
): Promise<string> {
  const texts: string[] = [];
  for (const { features, seconds } of windows) {
    const { hypotheses } = await engine.decoder.decode(
      engine.context === undefined
        ? features
        : cutContext(features, Math.max(seconds, engine.context)),
      {
        temperature: 0,
        beams: engine.beams,
        maxNewTokens: Math.min(440, 16 + Math.ceil(12 * seconds)),
      },
    );
    texts.push(frontEnd.textOf(hypotheses[0].tokens));
  }
  return texts.join(' ');
}

/** No decoder of mp3 or ogg is at hand in Node. */
const wantedSounds = (): BenchSound[] =>
  benchSounds(options.sounds.split(',')).filter(({ url }) => url.endsWith('.wav'));

const samplesOf = ({ url }: BenchSound): Float32Array =>
  readWav(readFileSync(join(sharedFolder(), url)));

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

async function accuracy(): Promise<void> {
  const sounds = wantedSounds();
  const compared = await engines(native as unknown as Runtime, options.engines.split(','));
  const vocabulary = [...new Set(sounds.flatMap(({ terms }) => terms))];
  const totals = new Map(
    compared.map(({ name }) => [name, { errors: 0, words: 0, missed: 0, terms: 0, other: 0 }]),
  );
  for (const sound of sounds) {
    const windows = await windowsOf(samplesOf(sound), Number(options.seconds));
    const lengths = windows.map(({ seconds }) => seconds.toFixed(0)).join(' ');
    let first: string | undefined;
    for (const engine of compared) {
      const text = await textOf(engine, windows);
      first ??= text;
      const total = totals.get(engine.name)!;
      const words = scoreWords(sound.reference, text);
      const terms = scoreTerms(sound.reference, text, { terms: sound.terms, vocabulary });
      total.errors += words.errors;
      total.words += words.length;
      total.missed += terms.missed.length;
      total.terms += terms.wanted;
      total.other += scoreWords(first, text).errors;
      console.log(
        `${sound.id} (${lengths} s) ${engine.name}: ${percent(words.errors, words.length)}`,
      );
    }
    for (const [name, { errors, words, missed, terms, other }] of totals) {
      const wrongTerms = terms === 0 ? '' : `, terms ${percent(missed, terms)} of ${terms}`;
      console.log(
        `  so far ${name}: words ${percent(errors, words)} of ${words}${wrongTerms}, other than the first ${percent(other, words)}`,
      );
    }
  }
}

/** How near one encoder's states and greedy texts come to the published graphs', over all windows. */
interface Likeness {
  readonly name: string;
  readonly decoder: WindowDecoder;
  readonly encoder: WindowEncoder;
  readonly cosines: number[];
  same: number;
  words: number;
  wrong: number;
}

async function likenessOf(name: string, graphs: Graphs): Promise<Likeness> {
  const runtime = native as unknown as Runtime;
  const encoder = sessionEncoder(runtime, await open(runtime, graphs.encoder));
  const decoder = await graphDecoder(runtime, encoder, graphs.decoder);
  return { name, decoder, encoder, cosines: [], same: 0, words: 0, wrong: 0 };
}

const statesOf = async (encoder: WindowEncoder, features: Features): Promise<Float32Array> =>
  (await encoder.encode(features)).data as Float32Array;

/**
 * How near our graphs come to the published ones, on windows of real sound: as we run them, and with convolutions that round
 * what they read as the published ones do.
 */
async function likeness(): Promise<void> {
  const runtime = native as unknown as Runtime;
  const graphs = built();
  const encoder = withRoundedConvolutions(graphs.encoder);
  const ours = [
    await likenessOf(options.size, graphs),
    await likenessOf(`${options.size}, convolutions rounded as published`, { ...graphs, encoder }),
  ];
  const published = await publishedDecoder(runtime);
  const publishedEncoder = sessionEncoder(runtime, await open(runtime, files.encoder));
  let wrong = 0;
  for (const sound of wantedSounds()) {
    const windows = await windowsOf(samplesOf(sound), Number(options.seconds));
    const theirs = await textOf({ decoder: published, beams: 1 }, windows);
    wrong += scoreWords(sound.reference, theirs).errors;
    for (const { features } of windows) {
      const states = await statesOf(publishedEncoder, features);
      for (const { encoder, cosines } of ours)
        cosines.push(cosine(states, await statesOf(encoder, features)));
    }
    for (const one of ours) {
      const text = await textOf({ decoder: one.decoder, beams: 1 }, windows);
      const { errors, length } = scoreWords(theirs, text);
      one.words += length;
      one.same += length - errors;
      one.wrong += scoreWords(sound.reference, text).errors;
      const last = one.cosines.slice(-windows.length).map((value) => value.toFixed(4));
      console.log(
        `${sound.id}, ${one.name}: cosine ${last.join(' ')}, ${errors} of ${length} words differ`,
      );
    }
  }
  const figures = Object.fromEntries(
    ours.flatMap((one) => [
      [
        `${one.name}: encoder states, least cosine to the published graph's`,
        Math.min(...one.cosines),
      ],
      [`${one.name}: greedy words as the published graphs %`, (100 * one.same) / one.words],
      [`${one.name}: words wrong against the published graphs`, one.wrong / Math.max(1, wrong)],
    ]),
  );
  for (const [name, value] of Object.entries(figures)) console.log(`${name}: ${value.toFixed(4)}`);
  recordFigures('graph', figures);
}

/** Wall and processor milliseconds of a job. */
async function timed<T>(job: () => Promise<T>): Promise<{ value: T; wall: number; busy: number }> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const value = await job();
  const { user, system } = process.cpuUsage(before);
  return { value, wall: performance.now() - start, busy: (user + system) / 1000 };
}

async function speed(): Promise<void> {
  const web = (await import('onnxruntime-web')) as unknown as Runtime & {
    readonly env: { readonly wasm: { numThreads: number }; logLevel: string };
  };
  web.env.wasm.numThreads = Number(options.threads);
  web.env.logLevel = 'error';
  const [sound] = wantedSounds();
  const [window] = await windowsOf(samplesOf(sound!), Number(options.seconds));
  const most = Number(options.tokens);
  for (const engine of await engines(web, options.engines.split(','))) {
    const run = (maxNewTokens: number, features: Features) =>
      timed(() =>
        engine.decoder.decode(features, { temperature: 0, beams: engine.beams, maxNewTokens }),
      );
    const features =
      engine.context === undefined
        ? window!.features
        : cutContext(window!.features, Math.max(window!.seconds, engine.context));
    await run(1, features);
    // A decoder keeps the states of the features it saw last: the second run of the same ones does not encode them.
    const fresh = { ...features, data: features.data.slice() };
    const encoded = await run(1, fresh);
    const one = await run(1, fresh);
    const steps = await run(most, fresh);
    const tokens = steps.value.hypotheses[0].tokens.length;
    const perToken = (part: 'wall' | 'busy'): string =>
      ((steps[part] - one[part]) / (most - 1)).toFixed(1);
    console.log(
      `${engine.name}: window and one token ${encoded.wall.toFixed(0)} ms (processor ${encoded.busy.toFixed(0)}), of which encoder ${(encoded.wall - one.wall).toFixed(0)} (processor ${(encoded.busy - one.busy).toFixed(0)}); ` +
        `a token ${perToken('wall')} ms (processor ${perToken('busy')}); ${tokens} tokens, ${window!.seconds.toFixed(1)} s of sound`,
    );
  }
}

if (positionals[0] === 'speed') await speed();
else if (positionals[0] === 'likeness') await likeness();
else await accuracy();
process.exit(0);
