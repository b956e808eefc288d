import type { FileRole, GraphicsRole } from './manifest';

export interface PublishedFile {
  readonly role: FileRole;
  readonly packageName: string;
  /** Path inside the package. */
  readonly source: string;
  readonly sha256: string;
  /** Path among the prepared files. */
  readonly path: string;
}

/** A recogniser as the npm registry publishes it, with the files it needs from other packages. */
export interface PublishedModel {
  readonly id: string;
  readonly name: string;
  readonly languages: readonly string[];
  readonly memoryBytes: number;
  readonly files: readonly PublishedFile[];
  /** Paths of what is made of the published encoder for graphics cards; nothing where left out. */
  readonly graphics?: Readonly<Record<GraphicsRole, string>>;
}

const MEGABYTE = 1_000_000;

const VOICE_DETECTION: PublishedFile = {
  role: 'voiceDetection',
  packageName: '@ricky0123/vad-web',
  source: 'dist/silero_vad_v6.onnx',
  sha256: '1a153a22f4509e292a94e67d6f9b85e8deb25b4988682b7e174c65279d8788e3',
  path: 'silero-vad/silero_vad_v6.onnx',
};

const whisperFiles = (
  size: 'small' | 'base',
  hashes: Readonly<Record<Exclude<FileRole, 'voiceDetection'>, string>>,
): PublishedFile[] => {
  const file = (
    role: Exclude<FileRole, 'voiceDetection'>,
    published: string,
    prepared = published,
  ): PublishedFile => ({
    role,
    packageName: `sts-whisper-${size}`,
    source: `models/Xenova/whisper-${size}/${published}`,
    sha256: hashes[role],
    path: `whisper-${size}/${prepared}`,
  });
  return [
    file('encoder', 'onnx/encoder_model_quantized.onnx', 'encoder.onnx'),
    file('decoder', 'onnx/decoder_model_merged_quantized.onnx', 'decoder.onnx'),
    file('tokenizer', 'tokenizer.json'),
    file('tokenizerConfig', 'tokenizer_config.json'),
    file('preprocessorConfig', 'preprocessor_config.json'),
    file('generationConfig', 'generation_config.json'),
    file('config', 'config.json'),
    VOICE_DETECTION,
  ];
};

const SAME_IN_BOTH_SIZES = {
  tokenizer: '27fc476bfe7f17299480be2273fc0608e4d5a99aba2ab5dec5374b4482d1a566',
  tokenizerConfig: '2a4c4281cf9f51ac6ccc406fdc711a087afe6530f671fa7b80953edc498275ce',
  preprocessorConfig: 'a6a76d28c93edb273669eb9e0b0636a2bddbb1272c3261e47b7ca6dfdbac1b8d',
} as const;

/** The models the set-up prepares, best first; their cards lie beside this file. */
export const PUBLISHED_MODELS: readonly PublishedModel[] = [
  {
    id: 'whisper-small',
    name: 'Whisper small (précis)',
    languages: ['fr'],
    memoryBytes: 940 * MEGABYTE,
    files: whisperFiles('small', {
      ...SAME_IN_BOTH_SIZES,
      encoder: '969f5ac12974340386bf7a02ea6626003e5e2dee396ffc6ab0eec282bf55ba06',
      decoder: 'fcfc6100dc7339e7507e10f8b274350be7c4f8d8b575f0293f94cc0e156d6d24',
      generationConfig: '0b7407a4e53a677f826e03c75d409e6f830663932bf43dda3b08c5efa2223279',
      config: '5a6429d21d7a3379dd0861b74510f9f7076f32b563bffc9fcb072482d55ab3be',
    }),
    // The light model is as light without a card: only this one is worth 176 MB more.
    graphics: {
      graphicsEncoder: 'whisper-small/encoder-gpu.onnx',
      graphicsEncoderSingle: 'whisper-small/encoder-gpu-single.onnx',
    },
  },
  {
    id: 'whisper-base',
    name: 'Whisper base (rapide, moins précis)',
    languages: ['fr'],
    memoryBytes: 730 * MEGABYTE,
    files: whisperFiles('base', {
      ...SAME_IN_BOTH_SIZES,
      encoder: '3e345e977b55620a37c0c2b2af0644e019afdfad562dcf71eb929bb7274285f9',
      decoder: 'a6beb6baabb66f00b6a686d828c95ffca6146d51900cbad0266cad38f64cf861',
      generationConfig: '3bba359e33fdd6dc1c10f71846a477d339b0242f462f70ea1dd73274caa38d05',
      config: 'd1d347fdb422e6347c2f843a90d375aa67ea3f4b3e20d2c3075f9a9f6243685b',
    }),
  },
];
