import '../../../web/offline/guard';
import { proxy, transfer, wrap, type Remote } from 'comlink';
import type {
  FileRole,
  GraphicsFiles,
  ModelEntry,
  ModelFiles,
  ModelManifest,
} from '../../../workers/recognition/models/manifest';
import { availableModels, modelFiles as storedFiles } from '../../../web/engine/model-store';
import { LivePreview } from '../../../web/engine/live-preview';
import type { TranscriberApi, TranscriptionEvent } from '../../../workers/transcriber';
import type { Segment } from '../../../terminology/word';
import type { Engine } from '../recognition-report';
import type { GraphicsApi, GraphicsRun } from './graphics.worker';
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
  /** Voice without words, in seconds; absent where the engine does not say. */
  readonly untold?: readonly { readonly start: number; readonly end: number }[];
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

/** A build finds a worker where the address of its script stands in full. */
const START: Readonly<Record<Engine, () => Worker>> = {
  ours: () =>
    new Worker(new URL('../../../workers/transcriber.ts', import.meta.url), { type: 'module' }),
  'ours greedy': () =>
    new Worker(new URL('./greedy.worker.ts', import.meta.url), { type: 'module' }),
  pipeline: () => new Worker(new URL('./peer.worker.ts', import.meta.url), { type: 'module' }),
  'whisper.cpp': () =>
    new Worker(new URL('./whisper-cpp.worker.ts', import.meta.url), { type: 'module' }),
};

type Heard = Pick<EngineRun, 'text' | 'segments' | 'untold'>;

/** Sound in, text out. */
type Hear = (samples: Float32Array, onWords: () => void) => Promise<Heard>;

/** Where ten minutes of sound lie as a stored dictation does: out of the page, to be read piece by piece. */
const KEPT = { cache: 'bench-sound', key: '/kept' };

const engines = new Map<Engine, Hear>();
/** With five beams, for the live preview as well. */
let ours: Remote<TranscriberApi> | undefined;
const workers: Worker[] = [];

function start<T>(engine: Engine): Remote<T> {
  const worker = START[engine]();
  workers.push(worker);
  return wrap<T>(worker);
}

async function fetched<Role extends string>(
  files: readonly { readonly role: Role; readonly path: string }[],
): Promise<Record<Role, ArrayBuffer>> {
  const bytes = files.map(async ({ role, path }) => [
    role,
    await (await fetch(`/models/${path}`)).arrayBuffer(),
  ]);
  return Object.fromEntries(await Promise.all(bytes)) as Record<Role, ArrayBuffer>;
}

async function preparedModel(id: string): Promise<ModelEntry> {
  const manifest = (await (await fetch('/models/manifest.json')).json()) as ModelManifest;
  const model = manifest.models.find((entry) => entry.id === id);
  if (model === undefined) throw new Error(`The model "${id}" is not prepared.`);
  return model;
}

const modelFiles = async (id: string): Promise<ModelFiles> => ({
  id,
  ...(await fetched<FileRole>((await preparedModel(id)).files)),
});

async function openOurs(
  engine: Engine,
  { id, ...buffers }: ModelFiles,
  threads: number,
): Promise<Hear> {
  const transcriber = start<TranscriberApi>(engine);
  const outcome = await transcriber.load(transfer({ id, ...buffers }, Object.values(buffers)), {
    threads,
  });
  if (!outcome.ok) throw new Error(`${outcome.kind}: ${outcome.detail}`);
  if (engine === 'ours') ours = transcriber;
  return (samples, onWords) =>
    heardOf(transcriber, samples.length, {
      read: (from, count) => Promise.resolve(samples.slice(from, from + count)),
      onWords,
    });
}

async function heardOf(
  transcriber: Remote<TranscriberApi>,
  sampleCount: number,
  {
    read,
    onWords,
  }: {
    readonly read: (from: number, count: number) => Promise<Float32Array<ArrayBuffer>>;
    readonly onWords: () => void;
  },
): Promise<Heard> {
  const segments: Segment[] = [];
  const untold: { start: number; end: number }[] = [];
  const heard = await transcriber.transcribe(
    { sampleCount, fromSample: 0 },
    proxy(async (from: number, count: number) => {
      const piece = await read(from, count);
      return transfer(piece, [piece.buffer]);
    }),
    proxy((event: TranscriptionEvent) => {
      if (event.kind !== 'window') return;
      segments.push(...event.segments);
      untold.push(...event.untold);
      if (segments.length > 0) onWords();
    }),
  );
  if (!heard.ok) throw new Error(heard.kind);
  const words = segments.flatMap((segment) => segment.words.map(({ text }) => text));
  return { text: words.join(' '), segments, untold };
}

async function openPeer(engine: Engine, modelId: string, threads: number): Promise<Hear> {
  const peer = start<PeerApi>(engine);
  await peer.load(modelId, { threads });
  return async (samples) => ({ text: await peer.transcribe(samples), segments: [] });
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
  async load(engine: Engine, modelId: string, threads: number): Promise<number> {
    const isOurs = engine === 'ours' || engine === 'ours greedy';
    const files = isOurs ? await modelFiles(modelId) : undefined;
    const start = performance.now();
    engines.set(
      engine,
      files ? await openOurs(engine, files, threads) : await openPeer(engine, modelId, threads),
    );
    return (performance.now() - start) / 1000;
  },

  /** Seconds until the model can hear, its files taken from the browser's own store where they are there already. */
  async modelReady(modelId: string, threads: number): Promise<number> {
    const start = performance.now();
    const { signal } = new AbortController();
    const model = (await availableModels(signal)).find(({ id }) => id === modelId);
    if (model === undefined) throw new Error(`The model "${modelId}" is not prepared.`);
    const files = await storedFiles(signal, model, () => undefined);
    await openOurs('ours', { id: modelId, ...files }, threads);
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

  /** The first seconds of a sound by the processor and by whatever card the browser shows; nothing where it shows none. */
  async onGraphics(
    modelId: string,
    url: string,
    mostSeconds: number,
  ): Promise<GraphicsRun | undefined> {
    const { graphics = [] } = await preparedModel(modelId);
    const files: GraphicsFiles = await fetched(graphics);
    const worker = wrap<GraphicsApi>(
      new Worker(new URL('./graphics.worker.ts', import.meta.url), { type: 'module' }),
    );
    const samples = (await samplesOf([url])).slice(0, mostSeconds * SAMPLE_RATE);
    return worker.run(await modelFiles(modelId), files, samples);
  },

  unload(): void {
    for (const worker of workers.splice(0)) worker.terminate();
    engines.clear();
    ours = undefined;
  },

  /** Keeps sounds, one after the other and cut after `mostSeconds`, for `runKept` of a page opened after this one. */
  async keep(urls: readonly string[], mostSeconds: number): Promise<void> {
    const samples = (await samplesOf(urls)).slice(0, mostSeconds * SAMPLE_RATE);
    await (await caches.open(KEPT.cache)).put(KEPT.key, new Response(samples));
  },

  /** Runs our engine over what was kept. @returns seconds of sound */
  async runKept(): Promise<number> {
    const kept = await (await caches.open(KEPT.cache)).match(KEPT.key);
    if (kept === undefined || ours === undefined) throw new Error('Nothing is kept, or loaded.');
    const sound = await kept.blob();
    const bytes = Float32Array.BYTES_PER_ELEMENT;
    await heardOf(ours, sound.size / bytes, {
      read: async (from, count) =>
        new Float32Array(await sound.slice(from * bytes, (from + count) * bytes).arrayBuffer()),
      onWords: () => undefined,
    });
    return sound.size / bytes / SAMPLE_RATE;
  },

  /** Runs an engine over sounds played one after the other. */
  async run(engine: Engine, urls: readonly string[]): Promise<EngineRun> {
    const samples = await samplesOf(urls);
    const hear = engines.get(engine);
    if (hear === undefined) throw new Error(`"${engine}" is not loaded.`);
    const start = performance.now();
    const elapsed = (): number => (performance.now() - start) / 1000;
    let firstWordsSeconds = 0;
    const heard = await hear(samples, () => void (firstWordsSeconds ||= elapsed()));
    const seconds = elapsed();
    return {
      ...heard,
      seconds,
      soundSeconds: samples.length / SAMPLE_RATE,
      firstWordsSeconds: firstWordsSeconds || seconds,
    };
  },
};

export type Bench = typeof bench;

Object.assign(window, { bench });
