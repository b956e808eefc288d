import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ort from 'onnxruntime-node';
import { installedPackageFolder } from '../../../scripts/model-preparation';
import {
  buildGraphs,
  type Graphs,
  type PublishedFiles,
} from '../../../workers/recognition/graph/build-graphs';
import { GraphDecoder } from '../../../workers/recognition/graph-decoder';
import type { Runtime, Session } from '../../../workers/recognition/runtime';
import { SpeechFrontEnd, type Features } from '../../../workers/recognition/speech-front-end';
import { StepDecoder } from '../../../workers/recognition/step-decoder';
import { frenchPrompt, type GenerationConfig } from '../../../workers/recognition/whisper-tokens';
import { sessionEncoder } from '../../../workers/recognition/window-encoder';
import { sharedFolder } from '../../bench/dictations';
import { readWav } from '../../bench/wav';

/** The native runtime under the type of the browser's: same operators, same weights, several times faster. */
export const runtime = ort as unknown as Runtime;

const SAMPLE_RATE = 16_000;
const FRAMES_PER_SECOND = 100;

const modelFolder = (size: string): string =>
  join(installedPackageFolder(`sts-whisper-${size}`), `models/Xenova/whisper-${size}`);

/** The published files of a size of Whisper. */
export function published(size: 'base' | 'small' = 'base'): PublishedFiles {
  const file = (name: string): Uint8Array => readFileSync(join(modelFolder(size), name));
  const json = (name: string): unknown =>
    JSON.parse(readFileSync(join(modelFolder(size), name), 'utf8'));
  return {
    encoder: file('onnx/encoder_model_quantized.onnx'),
    decoder: file('onnx/decoder_model_merged_quantized.onnx'),
    config: json('config.json'),
    generationConfig: json('generation_config.json'),
  };
}

export function built(files: PublishedFiles): Graphs {
  const graphs = buildGraphs(files);
  if (!graphs.ok) throw new Error(graphs.detail);
  return graphs.value;
}

export const open = (model: Uint8Array): Promise<Session> =>
  runtime.InferenceSession.create(model, { intraOpNumThreads: 1, logSeverityLevel: 3 });

export const generation = (files: PublishedFiles): GenerationConfig =>
  files.generationConfig as GenerationConfig;

export async function graphDecoder(files: PublishedFiles, graphs: Graphs): Promise<GraphDecoder> {
  return new GraphDecoder(runtime, {
    encoder: sessionEncoder(runtime, await open(graphs.encoder)),
    decoder: await open(graphs.decoder),
    prompt: frenchPrompt(generation(files)),
    vocabulary: 51_865,
  });
}

/** Whisper base token by token over the published graphs. */
export async function stepDecoder(files: PublishedFiles): Promise<StepDecoder> {
  return new StepDecoder(runtime, {
    encoder: sessionEncoder(runtime, await open(files.encoder)),
    decoder: await open(files.decoder),
    shape: {
      layers: 6,
      heads: 8,
      width: 512,
      vocabulary: 51_865,
      alignmentHeads: generation(files).alignment_heads,
    },
    prompt: frenchPrompt(generation(files)),
  });
}

export function frontEnd(): SpeechFrontEnd {
  const json = (name: string): object =>
    JSON.parse(readFileSync(join(modelFolder('base'), name), 'utf8')) as object;
  return new SpeechFrontEnd({
    tokenizer: json('tokenizer.json'),
    tokenizerConfig: json('tokenizer_config.json'),
    preprocessorConfig: json('preprocessor_config.json'),
  });
}

/** Whether the speech material lies beside the repository; tests of real sound are skipped where it does not. */
export const hasSpeech = existsSync(join(sharedFolder(), 'speech'));

/** Log-mel of a stretch of the speech material. */
export function heard(path: string, start: number, seconds: number): Promise<Features> {
  const samples = readWav(readFileSync(join(sharedFolder(), 'speech', path)));
  return frontEnd().features(samples.slice(start * SAMPLE_RATE, (start + seconds) * SAMPLE_RATE));
}

/** Log-mel of a made-up voice: a gliding pitch, its harmonics under moving formants, in syllables. */
export function madeUpVoice(seconds: number): Promise<Features> {
  const samples = Float32Array.from({ length: seconds * SAMPLE_RATE }, (_, i) => {
    const t = i / SAMPLE_RATE;
    const syllable = Math.max(0, Math.sin(2 * Math.PI * 3 * t));
    let sample = 0;
    for (let harmonic = 1; harmonic < 20; harmonic++) {
      const pitch = 120 + 20 * Math.sin(t);
      const distance = (harmonic * pitch - 500 - 300 * Math.sin(2.3 * t)) / 200;
      sample += Math.exp(-distance * distance) * Math.sin(2 * Math.PI * harmonic * pitch * t);
    }
    return 0.1 * syllable * sample;
  });
  return frontEnd().features(samples);
}

/** The first seconds of a window's features: the encoder takes any even number of frames. */
export function cut({ data, melBins, frames }: Features, seconds: number): Features {
  const kept = seconds * FRAMES_PER_SECOND;
  const cutData = new Float32Array(melBins * kept);
  for (let bin = 0; bin < melBins; bin++) {
    cutData.set(data.subarray(bin * frames, bin * frames + kept), bin * kept);
  }
  return { data: cutData, melBins, frames: kept };
}
