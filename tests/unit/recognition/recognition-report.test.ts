import { describe, expect, test } from 'vitest';
import { figuresOf, table, type Engine, type ScoredRun } from '../../bench/recognition-report';

const REFERENCE = 'sous le consulat il devient conservateur des eaux et forêts';

function run(engine: Engine, id: string, changes: Partial<ScoredRun> = {}): ScoredRun {
  const sound = {
    id,
    set: 'human' as const,
    url: '',
    reference: REFERENCE,
    terms: [],
    freeEnds: false,
  };
  return { engine, sound, text: REFERENCE, seconds: 1, soundSeconds: 4, isTimed: true, ...changes };
}

const ONE_WRONG = REFERENCE.replace('eaux', 'os');
const TWO_WRONG = ONE_WRONG.replace('forêts', 'forets vertes');

describe('engines side by side', () => {
  test('are compared over the sounds that both have heard', () => {
    const figures = figuresOf([
      run('ours greedy', 'a', { seconds: 2, text: ONE_WRONG }),
      run('ours greedy', 'heard by ours alone', { seconds: 100 }),
      run('pipeline', 'a', { seconds: 5 }),
      run('whisper.cpp', 'a', { seconds: 8, text: TWO_WRONG }),
    ]);
    expect(figures).toMatchObject({
      'ours greedy.time against pipeline': 0.4,
      'ours greedy.time against whisper.cpp': 0.25,
      'ours greedy.words wrong against whisper.cpp': 0.5,
      'whisper.cpp.seconds per second': 2,
      'human.whisper.cpp.words wrong %': 20,
    });
    expect(figures).not.toHaveProperty(['ours.time against pipeline']);
  });

  test('have no speed where the machine was busy, but words', () => {
    const busy = { isTimed: false };
    const figures = figuresOf([run('ours', 'a', busy), run('pipeline', 'a', busy)]);
    expect(Object.keys(figures).filter((name) => /time|seconds/.test(name))).toEqual([]);
    expect(figures).toHaveProperty(['ours.words wrong against pipeline'], 0);
  });

  test('stand in columns', () => {
    const lines = table({
      'human.ours.words wrong %': 7.5,
      'human.whisper.cpp.words wrong %': 9,
      'whisper.cpp.seconds per second': 2,
      'memory, peak MB': 1200,
    }).split('\n');
    expect(lines).toEqual([
      '                       ours  whisper.cpp',
      'human.words wrong %     7.5            9',
      'seconds per second                     2',
      'memory, peak MB      1200',
    ]);
  });
});
