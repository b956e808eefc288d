import '../../../workers/guard';
import { expose } from 'comlink';
import * as ort from 'onnxruntime-web/wasm';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { cutContext } from '../../../workers/recognition/encoder-context';
import { GraphDecoder } from '../../../workers/recognition/graph-decoder';
import { identityOf, isUsable, usableCard } from '../../../workers/recognition/graphics/card';
import { cosine } from '../../../workers/recognition/graphics/cosine';
import { openGraphicsEncoder } from '../../../workers/recognition/graphics/graphics-encoder';
import { graphicsRuntime } from '../../../workers/recognition/graphics/graphics-runtime';
import type { GraphicsFiles, ModelFiles } from '../../../workers/recognition/models/manifest';
import { SpeechFrontEnd } from '../../../workers/recognition/speech-front-end';
import { frenchPrompt, type GenerationConfig } from '../../../workers/recognition/whisper-tokens';
import { sessionEncoder, type WindowEncoder } from '../../../workers/recognition/window-encoder';

export interface GraphicsRun {
  readonly card: string;
  /** Whether the application would ask this card: never where it is software. */
  readonly isUsable: boolean;
  readonly openSeconds: number;
  /** Of the card, one window after the other; of the processor, its second. */
  readonly cardSeconds: readonly number[];
  readonly processorSeconds: number;
  /** Cosine of the card's states to the processor's. */
  readonly likeness: number;
  /** Greedy texts. */
  readonly byCard: string;
  readonly byProcessor: string;
}

const RATE = 16_000;

const parse = (bytes: ArrayBuffer): object => JSON.parse(new TextDecoder().decode(bytes)) as object;

async function timed<T>(job: () => Promise<T>): Promise<readonly [T, number]> {
  const start = performance.now();
  const value = await job();
  return [value, (performance.now() - start) / 1000];
}

const api = {
  /** The same sound by processor and card, whatever card it is: a bench may ask software, the application never does. */
  async run(
    model: ModelFiles,
    files: GraphicsFiles,
    samples: Float32Array,
  ): Promise<GraphicsRun | undefined> {
    ort.env.wasm.numThreads = 1;
    ort.env.wasm.wasmPaths = { wasm: wasmUrl };
    const adapter = await usableCard(navigator.gpu, () => true);
    if (adapter === undefined) return undefined;
    const frontEnd = new SpeechFrontEnd({
      tokenizer: parse(model.tokenizer),
      tokenizerConfig: parse(model.tokenizerConfig),
      preprocessorConfig: parse(model.preprocessorConfig),
    });
    const window = cutContext(await frontEnd.features(samples), samples.length / RATE);
    const open = (bytes: ArrayBuffer) => ort.InferenceSession.create(new Uint8Array(bytes));
    const runtimes = { runtime: graphicsRuntime(), decoding: ort };
    const [graphics, openSeconds] = await timed(() =>
      openGraphicsEncoder(runtimes, adapter, files),
    );
    const processor = sessionEncoder(ort, await open(model.encoder));
    const cardSeconds: number[] = [];
    for (let i = 0; i < 2; i++) cardSeconds.push((await timed(() => graphics.encode(window)))[1]);
    await processor.encode(window);
    const [right, processorSeconds] = await timed(() => processor.encode(window));
    const states = await graphics.encode(window);
    const decoder = await open(model.decoder);
    const generation = parse(model.generationConfig) as GenerationConfig;
    const { vocab_size: vocabulary } = parse(model.config) as { vocab_size: number };
    const textBy = async (encoder: WindowEncoder): Promise<string> => {
      const prompt = frenchPrompt(generation);
      const hearing = new GraphDecoder(ort, { encoder, decoder, prompt, vocabulary });
      const options = { temperature: 0, beams: 1, maxNewTokens: 60 };
      return frontEnd.textOf((await hearing.decode(window, options)).hypotheses[0].tokens);
    };
    return {
      card: identityOf(adapter),
      isUsable: isUsable(adapter),
      openSeconds,
      cardSeconds,
      processorSeconds,
      likeness: cosine(states.data as Float32Array, right.data as Float32Array),
      byCard: await textBy({ ...graphics, encode: () => Promise.resolve(states) }),
      byProcessor: await textBy({ ...processor, encode: () => Promise.resolve(right) }),
    };
  },
};

export type GraphicsApi = typeof api;

expose(api);
