import './guard';
import { expose } from 'comlink';
import * as ort from 'onnxruntime-web/wasm';
import glueUrl from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { letGo } from './let-go';
import { failure, success, type Outcome } from './outcome';
import { withExternalWeights } from './recognition/external-weights';
import { identityOf, usableCard } from './recognition/graphics/card';
import { openGraphicsEncoder, type GraphicsEncoder } from './recognition/graphics/graphics-encoder';
import { openWithinTime, type Trial } from './recognition/graphics/trial';
import type { GraphicsFiles, ModelFiles } from './recognition/models/manifest';
import {
  openRecogniser,
  type OpenedRecogniser,
  type OpenModel,
} from './recognition/open-recogniser';
import { previewOf, type Preview } from './recognition/preview';
import {
  Transcription,
  type OnEvent,
  type ReadSound,
  type Sound,
} from './recognition/transcription';

let recogniser: OpenedRecogniser | undefined;

/** Opens a model and lets its file go: together they are a quarter of a gigabyte. */
const open: OpenModel = async (file) => {
  const { model, externalData } = withExternalWeights(file);
  const session = await ort.InferenceSession.create(model, { externalData });
  letGo([file.buffer as ArrayBuffer]);
  return session;
};

/** The card is asked for anew each time: one that was lost may be back. */
async function onGraphics(files: GraphicsFiles): Promise<GraphicsEncoder> {
  const adapter = await usableCard(navigator.gpu);
  if (adapter === undefined) throw new Error('There is no card any more.');
  const { graphicsRuntime } = await import('./recognition/graphics/graphics-runtime');
  const runtimes = { runtime: graphicsRuntime(), decoding: ort };
  const encoder = await openGraphicsEncoder(runtimes, adapter, files);
  letGo(Object.values<ArrayBuffer>(files));
  return encoder;
}

async function chosenGraphics(
  files: GraphicsFiles,
  onLost: () => void,
): Promise<GraphicsEncoder | undefined> {
  try {
    return await openWithinTime(() => onGraphics(files));
  } catch {
    onLost();
    return undefined;
  }
}

const OUT_OF_MEMORY =
  /out of memory|bad_alloc|allocation fail|memory access out of bounds|Aborted\(/i;

/** An exhausted heap comes as an error of the runtime, an exception of C++ or a trap of WebAssembly. */
const isOutOfMemory = (error: unknown): boolean => OUT_OF_MEMORY.test(String(error));

const api = {
  /**
   * What graphics card could be tried, and by which version of Plume: this script is named by its content. Nothing where
   * there is none.
   */
  async graphicsCard(): Promise<string | undefined> {
    const adapter = await usableCard(navigator.gpu);
    return adapter && `${identityOf(adapter)} / ${location.pathname}`;
  },

  /**
   * Opens the models from their bytes (transfer the buffers). `damaged-model` where they cannot be read.
   * @param options.threads for WebAssembly; one where the page is not cross-origin isolated.
   * @param options.graphics of a card that won its trial; the processor hears if it does not open.
   * @param onGraphicsLost is called once if the card fails, now or later: the processor has taken over.
   */
  async load(
    files: ModelFiles,
    options: { readonly threads: number; readonly graphics?: GraphicsFiles | undefined },
    onGraphicsLost: () => void = () => undefined,
  ): Promise<Outcome<{ modelId: string }>> {
    ort.env.wasm.numThreads = self.crossOriginIsolated ? options.threads : 1;
    // Both are files of the application: without these paths the runtime would look beside the worker's script.
    ort.env.wasm.wasmPaths = { mjs: glueUrl, wasm: wasmUrl };
    try {
      const before = recogniser;
      // Nothing is heard with a model that was let go, should the next one not open.
      recogniser = undefined;
      await before?.decoder.dispose();
      const graphics = options.graphics && (await chosenGraphics(options.graphics, onGraphicsLost));
      recogniser = await openRecogniser(ort, files, { open, graphics, onGraphicsLost });
      return success({ modelId: files.id });
    } catch (error) {
      return failure(isOutOfMemory(error) ? 'out-of-memory' : 'damaged-model', String(error));
    }
  },

  /**
   * Recognises 16 kHz mono sound from `fromSample` on, read piece by piece through `read`; windows and progress go to
   * `onEvent`, which is awaited: once it has settled, the window is kept. `no-speech` where there is no voice at all.
   */
  async transcribe(
    sound: Sound,
    read: ReadSound,
    onEvent: OnEvent,
  ): Promise<Outcome<{ windows: number }>> {
    if (recogniser === undefined) return failure('missing-model');
    try {
      return await new Transcription(recogniser, sound, { read, onEvent }).run();
    } catch (error) {
      if (isOutOfMemory(error)) return failure('out-of-memory', String(error));
      throw error;
    }
  },

  /**
   * Tries the card on the window that was heard last (transfer the buffers); it goes on hearing there if it won.
   * `undefined` where nothing was heard yet.
   */
  async tryGraphics(files: GraphicsFiles): Promise<Trial | undefined> {
    return recogniser?.encoder.tryOut(() => onGraphics(files));
  },

  /** A first text of the last seconds of a recording (16 kHz mono), to be shown and forgotten. */
  async preview(samples: Float32Array): Promise<Outcome<Preview>> {
    if (recogniser === undefined) return failure('missing-model');
    return success(await previewOf(recogniser, samples));
  },
};

export type { TranscriptionEvent } from './recognition/transcription';
export type TranscriberApi = typeof api;

expose(api);
