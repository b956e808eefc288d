import '../../../workers/guard';
import {
  env,
  pipeline,
  type AutomaticSpeechRecognitionPipeline,
  type AutomaticSpeechRecognitionOutput,
} from '@xenova/transformers';
import { expose } from 'comlink';

env.allowRemoteModels = false;
env.allowLocalModels = true;
env.localModelPath = '/published/';
env.useBrowserCache = false;
env.useWasmCache = false;

let recogniser: AutomaticSpeechRecognitionPipeline | undefined;

/** The pipeline of transformers.js over the published files, as whisper-web drives it. */
const api = {
  async load(modelId: string, { threads }: { readonly threads: number }): Promise<void> {
    const { wasm } = env.backends.onnx;
    if (wasm) {
      wasm.numThreads = threads;
      delete wasm.wasmPaths;
    }
    recogniser = await pipeline('automatic-speech-recognition', `Xenova/${modelId}`, {
      device: 'wasm',
      dtype: 'q8',
    });
  },

  async transcribe(samples: Float32Array): Promise<string> {
    const output = await recogniser?.(samples, {
      language: 'french',
      task: 'transcribe',
      chunk_length_s: 30,
      stride_length_s: 5,
      top_k: 0,
      do_sample: false,
      return_timestamps: true,
      force_full_sequences: false,
    });
    return (output as AutomaticSpeechRecognitionOutput).text;
  },
};

export type PeerApi = typeof api;

expose(api);
