import { assertFit } from './fitting-models';
import { GraphDecoder } from './graph-decoder';
import type { ModelFiles } from './models/manifest';
import type { Runtime, Session } from './runtime';
import { SpeechFrontEnd } from './speech-front-end';
import type { Recogniser } from './transcription';
import { VoiceDetector } from './voice-detector';
import { frenchPrompt, type GenerationConfig } from './whisper-tokens';

interface WhisperConfig {
  readonly vocab_size: number;
}

const parse = <T>(bytes: ArrayBuffer): T => JSON.parse(new TextDecoder().decode(bytes)) as T;

export type OpenModel = (model: Uint8Array) => Promise<Session>;

/**
 * Opens the models from their bytes; nothing is fetched. Throws where a file is not what its role says.
 * @param open how the encoder and the decoder are opened; as they are where left out.
 */
export async function openRecogniser(
  runtime: Runtime,
  files: ModelFiles,
  open: OpenModel = (model) => runtime.InferenceSession.create(model),
): Promise<Recogniser> {
  const generation = parse<GenerationConfig>(files.generationConfig);
  const { vocab_size: vocabulary } = parse<WhisperConfig>(files.config);
  const frontEnd = new SpeechFrontEnd({
    tokenizer: parse<object>(files.tokenizer),
    tokenizerConfig: parse<object>(files.tokenizerConfig),
    preprocessorConfig: parse<object>(files.preprocessorConfig),
  });
  const voice = await VoiceDetector.open(runtime, new Uint8Array(files.voiceDetection));
  // The longer file first: what opening it takes for a while is then there for the other.
  const text = await open(new Uint8Array(files.decoder));
  const encoder = await open(new Uint8Array(files.encoder));
  assertFit(encoder, text, vocabulary);
  const decoder = new GraphDecoder(runtime, {
    encoder,
    decoder: text,
    prompt: frenchPrompt(generation),
    vocabulary,
  });
  return {
    modelId: files.id,
    decoder,
    frontEnd,
    listen: () => {
      const detector = new VoiceDetector(runtime, voice);
      return (frame) => detector.probability(frame);
    },
  };
}
