import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { BENCH_PAGE_FOLDER, openBenchBrowser, type BenchBrowser } from './browser';
import { recordFigures } from './figures';
import { busyReason, machineKind, type MachineKind } from './machine';
import type { Bench, EngineRun } from './page/page';
import { rendererMemory } from '../renderer-memory';
import { prepareGgml } from './peers/whisper-ggml';
import {
  ENGINES,
  figuresOf,
  table,
  type Engine,
  type Figures,
  type ScoredRun,
} from './recognition-report';
import { scoreWords } from './scoring';
import { benchSounds, type BenchSound } from './sounds';

declare global {
  interface Window {
    readonly bench: Bench;
  }
}

export interface RecognitionOptions {
  readonly modelId: string;
  readonly threads: number;
  /** Sets or parts of names; all sounds where empty. */
  readonly sounds: readonly string[];
  readonly engines: readonly Engine[];
  /** Ten minutes of sound for the memory, one for the first words; ours only. */
  readonly endurance: boolean;
  /** The model from the store, and the preview of two voices played in their own time. */
  readonly preview: boolean;
  /** Sounds that the pipeline hears as well; all where empty. */
  readonly peerSounds: readonly string[];
  /** Folder for what was heard of each dictation, as the later benches read it. */
  readonly drafts: string | undefined;
  /** Forgets what an interrupted run has measured. */
  readonly fresh: boolean;
}

export interface BenchResults {
  readonly machine: MachineKind;
  readonly date: string;
  readonly model: string;
  readonly threads: number;
  readonly figures: Figures;
  /** Why the timings are not to be published. */
  readonly busy?: string;
}

const say = (line: string): void =>
  console.log(`[${new Date().toISOString().slice(11, 19)}] ${line}`);

/** A run, and whether the machine did nothing else when its bench began. */
interface NotedRun extends EngineRun {
  readonly quiet: boolean;
}

interface EngineNotes {
  readonly build: string;
  readonly runs: Record<string, NotedRun>;
}

/** Built files carry a hash of their content in their names. */
const ENGINE_FILES: Readonly<Record<Engine, RegExp>> = {
  ours: /^(transcriber|ort)-/,
  'ours greedy': /^(greedy\.worker|ort)-/,
  pipeline: /^(peer\.worker|ort)-/,
  'whisper.cpp': /^(whisper-cpp\.worker|shout)/,
};

const MODELS = join(import.meta.dirname, '..', '..', '.models', 'manifest.json');

/** What an engine is made of: what it measured before counts as long as this is the same. */
function buildOf(engine: Engine): string {
  const files = readdirSync(join(BENCH_PAGE_FOLDER, 'assets'))
    .filter((name) => ENGINE_FILES[engine].test(name))
    .sort()
    .join();
  if (!engine.startsWith('ours')) return files;
  return `${files} ${createHash('sha256').update(readFileSync(MODELS)).digest('hex')}`;
}

/** Runs already measured with this very build of their engine, so that an interrupted bench goes on where it was. */
class Notebook {
  readonly #path: string;
  readonly #notes: Partial<Record<Engine, EngineNotes>>;
  readonly #isQuiet: boolean;

  constructor({ modelId, threads, fresh }: RecognitionOptions, isQuiet: boolean) {
    this.#isQuiet = isQuiet;
    this.#path = join(BENCH_PAGE_FOLDER, '..', `recognition-${modelId}-${threads}.json`);
    this.#notes =
      existsSync(this.#path) && !fresh
        ? (JSON.parse(readFileSync(this.#path, 'utf8')) as Partial<Record<Engine, EngineNotes>>)
        : {};
  }

  async measure(engine: Engine, sound: string, run: () => Promise<EngineRun>): Promise<NotedRun> {
    const build = buildOf(engine);
    const noted = this.#notes[engine];
    const notes = noted?.build === build ? noted : (this.#notes[engine] = { build, runs: {} });
    const known = notes.runs[sound];
    if (known && (known.quiet || !this.#isQuiet)) return known;
    const measured = { ...(await run()), quiet: this.#isQuiet };
    notes.runs[sound] = measured;
    writeFileSync(this.#path, JSON.stringify(this.#notes));
    return measured;
  }
}

/** whisper.cpp takes minutes a window in WebAssembly: two human voices, not all. */
const FEW_SOUNDS = ['consulat', 'rights-broadband-sample2'];

function soundsOf(engine: Engine, { peerSounds }: RecognitionOptions): Set<string> {
  const heard = { pipeline: peerSounds, 'whisper.cpp': FEW_SOUNDS, ours: [], 'ours greedy': [] };
  return new Set(benchSounds(heard[engine]).map(({ id }) => id));
}

async function scoreEngines(
  { page }: BenchBrowser,
  notebook: Notebook,
  options: RecognitionOptions,
): Promise<ScoredRun[]> {
  const { modelId, threads, sounds, engines, drafts } = options;
  const heardBy = new Map(engines.map((engine) => [engine, soundsOf(engine, options)]));
  const wanted = benchSounds(sounds);
  const runs: ScoredRun[] = [];
  for (const engine of engines) {
    const seconds = await page.evaluate(
      ([name, model, count]) => window.bench.load(name, model, count),
      [engine, modelId, threads] as const,
    );
    say(`${engine} loaded in ${seconds.toFixed(1)} s`);
  }
  // Sound by sound, one engine after the other: what disturbs the machine disturbs both.
  for (const [i, sound] of wanted.entries())
    for (const engine of engines) {
      if (!heardBy.get(engine)?.has(sound.id)) continue;
      const run = await notebook.measure(engine, sound.id, () =>
        page.evaluate(([name, url]) => window.bench.run(name, [url]), [engine, sound.url] as const),
      );
      const { text, seconds, soundSeconds, quiet } = run;
      runs.push({ engine, sound, text, seconds, soundSeconds, isTimed: quiet });
      if (drafts !== undefined && engine === 'ours' && sound.set === 'dictations')
        keepDraft(drafts, sound.id, run);
      say(
        `${i + 1}/${wanted.length} ${sound.id}, ${engine}: ${seconds.toFixed(1)} s for ${soundSeconds.toFixed(1)} s`,
      );
    }
  await page.evaluate(() => window.bench.unload());
  return runs;
}

function keepDraft(folder: string, soundId: string, { segments, untold }: EngineRun): void {
  const [id = '', voice = ''] = soundId.split('.');
  const words = segments.flatMap((segment) => segment.words);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, `${soundId}.json`),
    JSON.stringify({ id, voice, words, segments, untold }),
  );
}

const LONG_SECONDS = 600;
const SAMPLING_MS = 500;

/**
 * Ten minutes of dictations one after the other, read as a stored dictation is; the memory of the renderer from before the model
 * is loaded. The page that put the sound there is another one, and this one has done nothing else.
 */
async function measureEndurance(
  { page }: BenchBrowser,
  { modelId, threads }: RecognitionOptions,
): Promise<Figures> {
  const voices = benchSounds(['dictations']).filter(({ id }) => id.endsWith('kokoro-siwis'));
  const [minute] = voices;
  if (minute === undefined) return {};
  const repeated = Array.from({ length: 2 }, (): readonly BenchSound[] => voices).flat();
  const keeping = await page.context().newPage();
  await keeping.goto(page.url());
  await keeping.waitForFunction(() => 'bench' in window);
  await keeping.evaluate(([urls, most]) => window.bench.keep(urls, most), [
    repeated.map(({ url }) => url),
    LONG_SECONDS,
  ] as const);
  await keeping.close();
  const memory = await rendererMemory(page);
  await page.evaluate(([model, count]) => window.bench.load('ours', model, count), [
    modelId,
    threads,
  ] as const);
  const first = await page.evaluate((url) => window.bench.run('ours', [url]), minute.url);
  say(
    `first words of ${first.soundSeconds.toFixed(0)} s of sound after ${first.firstWordsSeconds.toFixed(1)} s`,
  );
  const samples: number[] = [];
  const timer = setInterval(() => samples.push(memory?.largest.now() ?? 0), SAMPLING_MS);
  const soundSeconds = await page.evaluate(() => window.bench.runKept());
  clearInterval(timer);
  const firstWords = Math.round(first.firstWordsSeconds * 10) / 10;
  const figures = { 'first words of a minute, seconds': firstWords };
  // Linux keeps the peak by threads and adds it up late: a sample may stand above it.
  const peak = memory && Math.max(memory.largest.peak(), ...samples);
  await page.evaluate(() => window.bench.unload());
  if (peak === undefined) return figures;
  const megabytes = (bytes: number): number => Math.round(bytes / 1e6);
  const third = samples.slice(Math.ceil(samples.length * 0.3));
  return {
    ...figures,
    [`memory over ${Math.round(soundSeconds / 60)} minutes, peak MB`]: megabytes(peak),
    'memory from the third minute, peak MB': megabytes(Math.max(...third)),
    'memory from the third minute, least MB': megabytes(Math.min(...third)),
  };
}

/** How long the model takes from the browser's own store, in a page opened anew. */
async function measureReadiness(
  { page }: BenchBrowser,
  { modelId, threads }: RecognitionOptions,
): Promise<Figures> {
  const ready = (): Promise<number> =>
    page.evaluate(([model, count]) => window.bench.modelReady(model, count), [
      modelId,
      threads,
    ] as const);
  await ready();
  await page.reload();
  await page.waitForFunction(() => 'bench' in window);
  const seconds = await ready();
  await page.evaluate(() => window.bench.unload());
  return { 'model ready from the store, seconds': Math.round(seconds * 10) / 10 };
}

/** A dictation and a human voice played in their own time into the live preview. */
async function measurePreview(
  { page }: BenchBrowser,
  { modelId, threads }: RecognitionOptions,
): Promise<Figures> {
  const sounds = benchSounds(['gastro-01.kokoro-homme', 'rights-broadband-sample1']);
  await page.evaluate(([model, count]) => window.bench.load('ours', model, count), [
    modelId,
    threads,
  ] as const);
  const delays: number[] = [];
  let [wrong, words] = [0, 0];
  for (const { url, reference } of sounds) {
    const run = await page.evaluate((sound) => window.bench.preview(sound), url);
    const { errors, length } = scoreWords(reference, run.text);
    delays.push(...run.delays);
    wrong += errors;
    words += length;
  }
  await page.evaluate(() => window.bench.unload());
  delays.sort((a, b) => a - b);
  const second = (at: number): number => Math.round((delays[at] ?? 0) * 10) / 10;
  return {
    'preview: voice to text, median seconds': second(delays.length >> 1),
    'preview: voice to text, worst seconds': second(delays.length - 1),
    'preview: words wrong %': Math.round((1000 * wrong) / Math.max(1, words)) / 10,
  };
}

/** Measures recognition in Chromium, ours beside its peers, on the same sounds in one run. */
export async function benchRecognition(options: RecognitionOptions): Promise<BenchResults> {
  // `npm run bench` has looked before it began this one, which by now loads the machine itself.
  const busy = process.env.PLUME_FIGURES === undefined ? busyReason() : undefined;
  if (options.engines.includes('whisper.cpp')) prepareGgml(options.modelId);
  const browser = await openBenchBrowser();
  try {
    const endurance = options.endurance ? await measureEndurance(browser, options) : {};
    const runs = await scoreEngines(browser, new Notebook(options, busy === undefined), options);
    const preview = options.preview
      ? {
          ...(await measureReadiness(browser, options)),
          ...(await measurePreview(browser, options)),
        }
      : {};
    return {
      machine: machineKind(),
      date: new Date().toISOString().slice(0, 10),
      model: options.modelId,
      threads: options.threads,
      figures: { ...figuresOf(runs), ...endurance, ...preview },
      ...(busy !== undefined && { busy }),
    };
  } finally {
    await browser.close();
  }
}

const list = (text: string): string[] => text.split(',').filter((part) => part !== '');

/** `npx tsx tests/bench/recognition.ts --sounds=human,endo-01 --engines=ours --model=whisper-base --out=results.json` */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      model: { type: 'string', default: 'whisper-small' },
      threads: { type: 'string', default: '2' },
      sounds: { type: 'string', default: '' },
      engines: { type: 'string', default: ENGINES.join() },
      endurance: { type: 'boolean', default: false },
      preview: { type: 'boolean', default: false },
      'peer-sounds': { type: 'string', default: '' },
      drafts: { type: 'string' },
      fresh: { type: 'boolean', default: false },
      out: { type: 'string' },
    },
  });
  const results = await benchRecognition({
    modelId: values.model,
    threads: Number(values.threads),
    sounds: list(values.sounds),
    engines: ENGINES.filter((engine) => list(values.engines).includes(engine)),
    endurance: values.endurance,
    preview: values.preview,
    peerSounds: list(values['peer-sounds']),
    drafts: values.drafts,
    fresh: values.fresh,
  });
  console.log(table(results.figures));
  recordFigures('recognition', results.figures);
  if (results.busy !== undefined)
    console.log(`The machine is busy (${results.busy}): timings are not published.`);
  else if (values.out !== undefined) {
    mkdirSync(dirname(values.out), { recursive: true });
    writeFileSync(values.out, `${JSON.stringify(results, null, 2)}\n`);
  }
}

if (process.argv[1] === import.meta.filename) await main();
