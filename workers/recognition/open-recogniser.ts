import type { ModelFiles } from './models/manifest';
import type { Runtime } from './runtime';
import { SpeechFrontEnd } from './speech-front-end';
import { StepDecoder, type WhisperShape } from './step-decoder';
import type { Recogniser } from './transcription';
import { VoiceDetector } from './voice-detector';
import { frenchPrompt, type GenerationConfig } from './whisper-tokens';

interface WhisperConfig {
  readonly d_model: number;
  readonly decoder_attention_heads: number;
  readonly decoder_layers: number;
  readonly vocab_size: number;
}

const parse = <T>(bytes: ArrayBuffer): T => JSON.parse(new TextDecoder().decode(bytes)) as T;

/** Opens the models from their bytes; nothing is fetched. Throws where a file is not what its role says. */
export async function openRecogniser(runtime: Runtime, files: ModelFiles): Promise<Recogniser> {
  const generation = parse<GenerationConfig>(files.generationConfig);
  const config = parse<WhisperConfig>(files.config);
  const shape: WhisperShape = {
    layers: config.decoder_layers,
    heads: config.decoder_attention_heads,
    width: config.d_model,
    vocabulary: config.vocab_size,
    alignmentHeads: generation.alignment_heads,
  };
  const frontEnd = new SpeechFrontEnd({
    tokenizer: parse<object>(files.tokenizer),
    tokenizerConfig: parse<object>(files.tokenizerConfig),
    preprocessorConfig: parse<object>(files.preprocessorConfig),
  });
  const open = (model: ArrayBuffer): ReturnType<Runtime['InferenceSession']['create']> =>
    runtime.InferenceSession.create(new Uint8Array(model));
  const voice = await VoiceDetector.open(runtime, new Uint8Array(files.voiceDetection));
  const decoder = new StepDecoder(runtime, {
    encoder: await open(files.encoder),
    decoder: await open(files.decoder),
    shape,
    prompt: frenchPrompt(generation),
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
