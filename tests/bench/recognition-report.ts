import { WORD_CLASSES } from './safety-words';
import { scoreCharacters, scoreClasses, scoreTerms, scoreWords } from './scoring';
import { SOUND_SETS, type BenchSound, type SoundSet } from './sounds';

export const ENGINES = ['ours', 'pipeline'] as const;
export type Engine = (typeof ENGINES)[number];

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

/** Figures by set and engine, the ratio of the two engines over the sounds that both have heard. */
export function figuresOf(runs: readonly ScoredRun[]): Figures {
  const vocabulary = runs.flatMap(({ sound }) => sound.terms);
  const figures: Record<string, number> = {};
  const of = (engine: Engine, set?: SoundSet): ScoredRun[] =>
    runs.filter((run) => run.engine === engine && (set === undefined || run.sound.set === set));
  for (const set of SOUND_SETS)
    for (const engine of ENGINES) {
      const heard = of(engine, set);
      if (heard.length === 0) continue;
      for (const [name, value] of Object.entries(accuracy(heard, vocabulary)))
        figures[`${set}.${engine}.${name}`] = value;
    }
  const shared = of('ours').filter(({ sound }) =>
    of('pipeline').some((run) => run.sound.id === sound.id),
  );
  const timed = (heard: readonly ScoredRun[]): readonly ScoredRun[] =>
    heard.filter(({ isTimed }) => isTimed);
  const speed = (heard: readonly ScoredRun[]): number =>
    total(heard, ({ seconds }) => seconds) / total(heard, ({ soundSeconds }) => soundSeconds);
  for (const engine of ENGINES) {
    const heard = timed(of(engine));
    if (heard.length > 0) figures[`${engine}.seconds per second`] = round(speed(heard));
  }
  if (shared.length > 0) {
    const ids = new Set(shared.map(({ sound }) => sound.id));
    const peer = of('pipeline').filter(({ sound }) => ids.has(sound.id));
    const timedPeer = timed(peer);
    const timedToo = timed(shared).filter(({ sound }) =>
      timedPeer.some((run) => run.sound.id === sound.id),
    );
    const both = new Set(timedToo.map(({ sound }) => sound.id));
    if (both.size > 0)
      figures['time against the pipeline'] = round(
        speed(timedToo) / speed(timedPeer.filter(({ sound }) => both.has(sound.id))),
      );
    const wrong = (heard: readonly ScoredRun[]): number =>
      total(
        heard,
        ({ sound: { reference, freeEnds }, text }) =>
          scoreWords(reference, text, { freeEnds }).errors,
      );
    figures['words wrong against the pipeline'] = round(wrong(shared) / Math.max(1, wrong(peer)));
  }
  return figures;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Two columns, aligned. */
export function table(figures: Figures): string {
  const width = Math.max(...Object.keys(figures).map(({ length }) => length));
  return Object.entries(figures)
    .map(([name, value]) => `${name.padEnd(width)}  ${value}`)
    .join('\n');
}
