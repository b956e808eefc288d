import { env, WhisperFeatureExtractor, WhisperTokenizer } from '@xenova/transformers';
import type { WindowDecoder } from './decoder';

// Everything is handed over as bytes; the library must never ask the network for anything.
env.allowRemoteModels = false;
env.allowLocalModels = false;
// The runtime is open already: it would fetch the 14 MB of its binary again, and keep them here and in the browser's store.
env.useWasmCache = false;

export type Features = Parameters<WindowDecoder['decode']>[0];

/** The configuration files of a Whisper folder, parsed. */
export interface FrontEndFiles {
  readonly tokenizer: object;
  readonly tokenizerConfig: object;
  readonly preprocessorConfig: object;
}

/** What lies on both sides of the model, as transformers.js does it: sound → log-mel, tokens → text. */
export class SpeechFrontEnd {
  readonly #extractor: WhisperFeatureExtractor;
  readonly #tokenizer: WhisperTokenizer;

  constructor(files: FrontEndFiles) {
    this.#extractor = new WhisperFeatureExtractor(files.preprocessorConfig);
    this.#tokenizer = new WhisperTokenizer(files.tokenizer, files.tokenizerConfig);
  }

  /** @param samples at most 30 s at 16 kHz mono; shorter sound is followed by silence. */
  async features(samples: Float32Array): Promise<Features> {
    const { input_features: mel } = await this.#extractor(samples);
    const [, melBins = 0, frames = 0] = mel.dims;
    return { data: mel.data as Float32Array, melBins, frames };
  }

  /** Text exactly as the tokens spell it, special tokens left out; a leading space marks a new word. */
  textOf = (tokens: readonly number[]): string =>
    tokens.length === 0
      ? ''
      : this.#tokenizer.decode([...tokens], {
          skip_special_tokens: true,
          clean_up_tokenization_spaces: false,
        });
}
