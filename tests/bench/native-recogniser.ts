import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ort from 'onnxruntime-node';
import { MODELS_FOLDER } from '../../scripts/prepared-models';
import type { Segment } from '../../terminology/word';
import type {
  ModelEntry,
  ModelFiles,
  ModelManifest,
} from '../../workers/recognition/models/manifest';
import { openRecogniser } from '../../workers/recognition/open-recogniser';
import type { Runtime } from '../../workers/recognition/runtime';
import { SpeechFrontEnd } from '../../workers/recognition/speech-front-end';
import {
  Transcription,
  type Recogniser,
  type TranscriptionEvent,
} from '../../workers/recognition/transcription';

function preparedModel(id: string): ModelEntry {
  const manifest = JSON.parse(
    readFileSync(join(MODELS_FOLDER, 'manifest.json'), 'utf8'),
  ) as ModelManifest;
  const model = manifest.models.find((entry) => entry.id === id);
  if (model === undefined) throw new Error(`The model "${id}" is not prepared.`);
  return model;
}

/** Changes with any file of the model. */
export const preparedStamp = (id: string): string =>
  createHash('sha256')
    .update(JSON.stringify(preparedModel(id).files))
    .digest('hex')
    .slice(0, 12);

/** The prepared files of a model, as the page would hand them over. */
export function preparedFiles(id: string): ModelFiles {
  const model = preparedModel(id);
  const bytes = (path: string): ArrayBuffer =>
    new Uint8Array(readFileSync(join(MODELS_FOLDER, path))).buffer;
  return {
    id,
    ...Object.fromEntries(model.files.map(({ role, path }) => [role, bytes(path)])),
  } as ModelFiles;
}

const parsed = (bytes: ArrayBuffer): object =>
  JSON.parse(new TextDecoder().decode(bytes)) as object;

/** What lies around a prepared model, without the model. */
export function preparedFrontEnd(id: string): SpeechFrontEnd {
  const { tokenizer, tokenizerConfig, preprocessorConfig } = preparedFiles(id);
  return new SpeechFrontEnd({
    tokenizer: parsed(tokenizer),
    tokenizerConfig: parsed(tokenizerConfig),
    preprocessorConfig: parsed(preprocessorConfig),
  });
}

/** The recogniser of the worker on the native runtime: same code, same weights, several times faster. */
export const openNativeRecogniser = (id: string): Promise<Recogniser> =>
  openRecogniser(ort as unknown as Runtime, preparedFiles(id));

export interface Heard {
  readonly events: readonly TranscriptionEvent[];
  readonly segments: readonly Segment[];
  readonly text: string;
}

/** Transcribes samples held in memory. */
export async function hear(recogniser: Recogniser, samples: Float32Array): Promise<Heard> {
  const events: TranscriptionEvent[] = [];
  await new Transcription(
    recogniser,
    { sampleCount: samples.length, fromSample: 0 },
    {
      read: (start, count) => Promise.resolve(samples.slice(start, start + count)),
      onEvent: (event) => void events.push(event),
    },
  ).run();
  const segments = events.flatMap((event) => (event.kind === 'window' ? event.segments : []));
  const text = segments.flatMap(({ words }) => words.map((word) => word.text)).join(' ');
  return { events, segments, text };
}
