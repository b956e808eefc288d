import '../../../web/offline/guard';
import { proxy, transfer, wrap, type Remote } from 'comlink';
import type {
  FileRole,
  ModelFiles,
  ModelManifest,
} from '../../../workers/recognition/models/manifest';
import { availableModels, modelFiles as storedFiles } from '../../../web/engine/model-store';
import { LivePreview } from '../../../web/engine/live-preview';
import type { TranscriberApi, TranscriptionEvent } from '../../../workers/transcriber';
import type { Segment } from '../../../terminology/word';
import type { PeerApi } from './peer.worker';

/** What one engine made of one sound. */
export interface EngineRun {
  readonly text: string;
  readonly seconds: number;
  readonly soundSeconds: number;
  /** From the start of the work to the first words, where the engine gives any before the end. */
  readonly firstWordsSeconds: number;
  /** With times and confidence, where the engine gives them. */
  readonly segments: readonly Segment[];
}

/** What the live preview made of a sound played in its own time. */
export interface PreviewRun {
  /** Seconds from a voice to the first text that holds it, the worst of each look. */
  readonly delays: readonly number[];
  /** What was settled, and what was last shown behind it. */
  readonly text: string;
}

const SAMPLE_RATE = 16_000;
/** The recorder writes half a second at a time. */
const PIECE = SAMPLE_RATE / 2;

let ours: Remote<TranscriberApi> | undefined;
let peer: Remote<PeerApi> | undefined;
const workers: Worker[] = [];

async function modelFiles(id: string): Promise<ModelFiles> {
  const manifest = (await (await fetch('/models/manifest.json')).json()) as ModelManifest;
  const model = manifest.models.find((entry) => entry.id === id);
  if (model === undefined) throw new Error(`The model "${id}" is not prepared.`);
  const files = model.files.map(async ({ role, path }): Promise<[FileRole, ArrayBuffer]> => [
    role,
    await (await fetch(`/models/${path}`)).arrayBuffer(),
  ]);
  return { id, ...Object.fromEntries(await Promise.all(files)) } as ModelFiles;
}

async function openOurs({ id, ...buffers }: ModelFiles, threads: number): Promise<void> {
  const worker = new Worker(new URL('../../../workers/transcriber.ts', import.meta.url), {
    type: 'module',
  });
  workers.push(worker);
  ours = wrap<TranscriberApi>(worker);
  const outcome = await ours.load(transfer({ id, ...buffers }, Object.values(buffers)), {
    threads,
  });
  if (!outcome.ok) throw new Error(`${outcome.kind}: ${outcome.detail}`);
}

async function samplesOf(urls: readonly string[]): Promise<Float32Array> {
  const parts: Float32Array[] = [];
  for (const url of urls) {
    const context = new OfflineAudioContext(1, 1, SAMPLE_RATE);
    const sound = await context.decodeAudioData(await (await fetch(url)).arrayBuffer());
    parts.push(sound.getChannelData(0));
  }
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const bench = {
  isIsolated: (): boolean => crossOriginIsolated,

  /** Opens one engine; @returns the seconds it took. */
  async load(engine: 'ours' | 'pipeline', modelId: string, threads: number): Promise<number> {
    const files = engine === 'ours' ? await modelFiles(modelId) : undefined;
    const start = performance.now();
    if (files !== undefined) {
      await openOurs(files, threads);
    } else {
      const worker = new Worker(new URL('./peer.worker.ts', import.meta.url), { type: 'module' });
      workers.push(worker);
      peer = wrap<PeerApi>(worker);
      await peer.load(modelId, { threads });
    }
    return (performance.now() - start) / 1000;
  },

  /** Seconds until the model can hear, its files taken from the browser's own store where they are there already. */
  async modelReady(modelId: string, threads: number): Promise<number> {
    const start = performance.now();
    const { signal } = new AbortController();
    const model = (await availableModels(signal)).find(({ id }) => id === modelId);
    if (model === undefined) throw new Error(`The model "${modelId}" is not prepared.`);
    const files = await storedFiles(signal, model, () => undefined);
    await openOurs({ id: modelId, ...files }, threads);
    return (performance.now() - start) / 1000;
  },

  /** Plays a sound in its own time into the live preview. */
  async preview(url: string): Promise<PreviewRun> {
    const samples = await samplesOf([url]);
    const start = performance.now();
    const elapsed = (): number => (performance.now() - start) / 1000;
    const delays: number[] = [];
    let heardUntil = 0;
    let said = 0;
    let [settled, open] = ['', ''];
    const live = new LivePreview(
      async (waiting) => {
        const [before, now] = [heardUntil, said];
        const outcome = await ours?.preview(transfer(waiting, [waiting.buffer]));
        if (outcome?.ok !== true) throw new Error(outcome?.kind ?? 'not loaded');
        // The oldest sound that this text is the first to show.
        delays.push(elapsed() - before / SAMPLE_RATE);
        heardUntil = now;
        const { text, settledSamples } = outcome.value;
        open = settledSamples > 0 ? '' : text;
        if (settledSamples > 0) settled += ` ${text}`;
        return outcome.value;
      },
      () => undefined,
    );
    while (said < samples.length) {
      const next = Math.min(said + PIECE, samples.length);
      await new Promise((done) => setTimeout(done, (next / SAMPLE_RATE - elapsed()) * 1000));
      const piece = samples.slice(said, next);
      said = next;
      live.push(piece);
    }
    live.stop();
    return { delays, text: `${settled} ${open}` };
  },

  unload(): void {
    for (const worker of workers.splice(0)) worker.terminate();
    ours = undefined;
    peer = undefined;
  },

  /** Runs an engine over sounds played one after the other, cut after `mostSeconds`. */
  async run(
    engine: 'ours' | 'pipeline',
    urls: readonly string[],
    mostSeconds = Infinity,
  ): Promise<EngineRun> {
    const samples = (await samplesOf(urls)).slice(0, mostSeconds * SAMPLE_RATE);
    const soundSeconds = samples.length / SAMPLE_RATE;
    const start = performance.now();
    const elapsed = (): number => (performance.now() - start) / 1000;
    if (engine === 'pipeline') {
      const text = (await peer?.transcribe(samples)) ?? '';
      return {
        text,
        seconds: elapsed(),
        soundSeconds,
        firstWordsSeconds: elapsed(),
        segments: [],
      };
    }
    const segments: Segment[] = [];
    let firstWordsSeconds = 0;
    const outcome = await ours?.transcribe(
      { sampleCount: samples.length, fromSample: 0 },
      proxy((from: number, count: number) => {
        const piece = samples.slice(from, from + count);
        return Promise.resolve(transfer(piece, [piece.buffer]));
      }),
      proxy((event: TranscriptionEvent) => {
        if (event.kind !== 'window') return;
        segments.push(...event.segments);
        if (segments.length > 0) firstWordsSeconds ||= elapsed();
      }),
    );
    if (outcome?.ok !== true) throw new Error(outcome?.kind ?? 'not loaded');
    const words = segments.flatMap((segment) => segment.words.map(({ text }) => text));
    const seconds = elapsed();
    return { text: words.join(' '), seconds, soundSeconds, firstWordsSeconds, segments };
  },
};

export type Bench = typeof bench;

Object.assign(window, { bench });
