import { assertFit } from './fitting-models';
import { GraphDecoder } from './graph-decoder';
import { EncoderSwitch } from './graphics/encoder-switch';
import type { GraphicsEncoder } from './graphics/graphics-encoder';
import type { ModelFiles } from './models/manifest';
import type { Runtime, Session } from './runtime';
import { SpeechFrontEnd } from './speech-front-end';
import type { Recogniser } from './transcription';
import { VoiceDetector } from './voice-detector';
import { frenchPrompt, type GenerationConfig } from './whisper-tokens';
import { lateEncoder, sessionEncoder } from './window-encoder';

interface WhisperConfig {
  readonly vocab_size: number;
}

const parse = <T>(bytes: ArrayBuffer): T => JSON.parse(new TextDecoder().decode(bytes)) as T;

export type OpenModel = (model: Uint8Array) => Promise<Session>;

interface Opening {
  /** How the encoder and the decoder are opened; as they are where left out. */
  readonly open?: OpenModel;
  /** An encoder on a graphics card that won its trial: the processor's is then opened only if that one fails. */
  readonly graphics?: GraphicsEncoder | undefined;
  readonly onGraphicsLost?: () => void;
}

/** A recogniser that may go on hearing on a graphics card. */
export interface OpenedRecogniser extends Recogniser {
  readonly encoder: EncoderSwitch;
}

/** By itself: beside the files, it would keep them as long as the recogniser lives. */
const listening =
  (runtime: Runtime, voice: Session): Recogniser['listen'] =>
  () => {
    const detector = new VoiceDetector(runtime, voice);
    return (frame) => detector.probability(frame);
  };

/** Opens the models from their bytes; nothing is fetched. Throws where a file is not what its role says. */
export async function openRecogniser(
  runtime: Runtime,
  files: ModelFiles,
  { open = (model) => runtime.InferenceSession.create(model), ...opening }: Opening = {},
): Promise<OpenedRecogniser> {
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
  const openEncoder = async () => {
    const session = await open(new Uint8Array(files.encoder));
    assertFit(session, text, vocabulary);
    return sessionEncoder(runtime, session);
  };
  const { graphics, onGraphicsLost } = opening;
  const processor = graphics ? lateEncoder(openEncoder) : await openEncoder();
  const encoder = new EncoderSwitch(processor, graphics, onGraphicsLost);
  const decoder = new GraphDecoder(runtime, {
    encoder,
    decoder: text,
    prompt: frenchPrompt(generation),
    vocabulary,
  });
  return {
    modelId: files.id,
    encoder,
    decoder,
    frontEnd,
    listen: listening(runtime, voice),
  };
}
