import { WORD_CLASSES } from './safety-words';
import { scoreCharacters, scoreClasses, scoreTerms, scoreWords } from './scoring';
import { SOUND_SETS, type BenchSound } from './sounds';

export const ENGINES = ['ours', 'ours greedy', 'pipeline', 'whisper.cpp'] as const;
export type Engine = (typeof ENGINES)[number];

/** Who stands beside whom: the peers are greedy. */
const COMPARED: readonly { readonly engine: Engine; readonly peer: Engine }[] = [
  { engine: 'ours', peer: 'pipeline' },
  { engine: 'ours greedy', peer: 'pipeline' },
  { engine: 'ours greedy', peer: 'whisper.cpp' },
];

/** What an engine made of a sound, and in how long. */
export interface ScoredRun {
  readonly engine: Engine;
  readonly sound: BenchSound;
  readonly text: string;
  readonly seconds: number;
  readonly soundSeconds: number;
  /** Measured on a quiet machine: its seconds may be published. */
  readonly isTimed: boolean;
}

/** Percent, or seconds of work per second of sound, by name: `dictations.ours.words wrong %`. */
export type Figures = Readonly<Record<string, number>>;

const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10;

const total = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0);

function accuracy(runs: readonly ScoredRun[], vocabulary: readonly string[]): Figures {
  const scored = runs.map(({ sound, text }) => {
    const { reference, terms, freeEnds } = sound;
    return {
      words: scoreWords(reference, text, { freeEnds }),
      characters: scoreCharacters(reference, text, { freeEnds }),
      terms: scoreTerms(reference, text, { terms, vocabulary }),
      classes: scoreClasses(reference, text, { freeEnds }),
    };
  });
  const wantedTerms = total(scored, ({ terms }) => terms.wanted);
  return {
    'words wrong %': percent(
      total(scored, ({ words }) => words.errors),
      total(scored, ({ words }) => words.length),
    ),
    'characters wrong %': percent(
      total(scored, ({ characters }) => characters.errors),
      total(scored, ({ characters }) => characters.length),
    ),
    ...(wantedTerms > 0 && {
      'terms wrong %': percent(
        total(scored, ({ terms }) => terms.missed.length),
        wantedTerms,
      ),
      'terms never said': total(scored, ({ terms }) => terms.falseAlarms.length),
      ...Object.fromEntries(
        WORD_CLASSES.map((kind) => [
          `${kind} wrong %`,
          percent(
            total(scored, ({ classes }) => classes[kind].wrong + classes[kind].added),
            total(scored, ({ classes }) => classes[kind].wanted),
          ),
        ]),
      ),
    }),
  };
}

const wordErrors = ({ sound: { reference, freeEnds }, text }: ScoredRun): number =>
  scoreWords(reference, text, { freeEnds }).errors;

const seconds = (run: ScoredRun): number => run.seconds;

/** Ratios over the sounds that both have heard; of times, where both were measured in quiet. */
function comparison(
  runs: readonly ScoredRun[],
  peers: readonly ScoredRun[],
  peer: string,
): Figures {
  const pairs = runs.flatMap((run) => {
    const other = peers.find(({ sound }) => sound.id === run.sound.id);
    return other ? [{ run, other }] : [];
  });
  const timed = pairs.filter(({ run, other }) => run.isTimed && other.isTimed);
  const ratio = (compared: typeof pairs, of: (run: ScoredRun) => number): number =>
    round(total(compared, ({ run }) => of(run)) / (total(compared, ({ other }) => of(other)) || 1));
  return {
    ...(timed.length > 0 && { [`time against ${peer}`]: ratio(timed, seconds) }),
    ...(pairs.length > 0 && { [`words wrong against ${peer}`]: ratio(pairs, wordErrors) }),
  };
}

function speed(runs: readonly ScoredRun[]): Figures {
  const timed = runs.filter(({ isTimed }) => isTimed);
  if (timed.length === 0) return {};
  const ratio = total(timed, seconds) / total(timed, ({ soundSeconds }) => soundSeconds);
  return { 'seconds per second': round(ratio) };
}

/** Figures by set and engine, then the speed of each engine and how it stands beside its peers. */
export function figuresOf(runs: readonly ScoredRun[]): Figures {
  const vocabulary = runs.flatMap(({ sound }) => sound.terms);
  const figures: Record<string, number> = {};
  const add = (prefix: string, found: Figures): void => {
    for (const [name, value] of Object.entries(found)) figures[`${prefix}.${name}`] = value;
  };
  const of = (engine: Engine): ScoredRun[] => runs.filter((run) => run.engine === engine);
  for (const set of SOUND_SETS)
    for (const engine of ENGINES) {
      const heard = of(engine).filter(({ sound }) => sound.set === set);
      if (heard.length > 0) add(`${set}.${engine}`, accuracy(heard, vocabulary));
    }
  for (const engine of ENGINES) {
    add(engine, speed(of(engine)));
    for (const { peer } of COMPARED.filter((pair) => pair.engine === engine))
      add(engine, comparison(of(engine), of(peer), peer));
  }
  return figures;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** `dictations.ours.words wrong %` → the engine, and the name without it; no engine for what was measured of ours alone. */
function cell(name: string): { readonly row: string; readonly engine?: Engine } {
  const engine = ENGINES.find((each) => `.${name}`.includes(`.${each}.`));
  return engine ? { row: name.replace(`${engine}.`, ''), engine } : { row: name };
}

/** One row a figure, one column an engine. */
export function table(figures: Figures): string {
  const rows = new Map<string, Partial<Record<Engine, string>>>();
  const alone: [string, number][] = [];
  for (const [name, value] of Object.entries(figures)) {
    const { row, engine } = cell(name);
    if (engine) rows.set(row, { ...rows.get(row), [engine]: String(value) });
    else alone.push([row, value]);
  }
  const columns = ENGINES.filter((engine) => [...rows.values()].some((row) => engine in row));
  const width = Math.max(
    ...[...rows.keys(), ...alone.map(([name]) => name)].map((name) => name.length),
  );
  const line = (name: string, cells: Partial<Record<Engine, string>>): string =>
    [
      name.padEnd(width),
      ...columns.map((engine) => (cells[engine] ?? '').padStart(Math.max(6, engine.length))),
    ]
      .join('  ')
      .trimEnd();
  return [
    line('', Object.fromEntries(columns.map((engine) => [engine, engine]))),
    ...[...rows].map(([name, cells]) => line(name, cells)),
    ...alone.map(([name, value]) => `${name.padEnd(width)}  ${value}`),
  ].join('\n');
}
