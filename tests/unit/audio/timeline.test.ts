import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Edit,
  goingOn,
  lengthOf,
  piecesOf,
  sliceSpans,
  type Span,
  spansOf,
} from '../../../web/dossier/timeline';

interface Said {
  readonly edits: readonly Edit[];
  readonly lengths: ReadonlyMap<string, number>;
}

const lengths = new Map([
  ['début', 100],
  ['suite', 50],
  ['ajout', 20],
]);
const lengthOfTake = (takeId: string): number => lengths.get(takeId) ?? 0;
const spans = (...edits: Edit[]): readonly Span[] => spansOf(edits, lengthOfTake);
const append = (takeId: string): Edit => ({ kind: 'append', takeId });

describe('a recording', () => {
  test('appended to has the takes in order', () => {
    expect(spans(append('début'), append('suite'))).toEqual([
      { takeId: 'début', from: 0, to: 100 },
      { takeId: 'suite', from: 0, to: 50 },
    ]);
  });

  test('inserted into opens at the point and keeps both sides', () => {
    expect(spans(append('début'), { kind: 'insert', takeId: 'ajout', at: 30 })).toEqual([
      { takeId: 'début', from: 0, to: 30 },
      { takeId: 'ajout', from: 0, to: 20 },
      { takeId: 'début', from: 30, to: 100 },
    ]);
  });

  test('overwritten loses only as much as was said', () => {
    expect(spans(append('début'), { kind: 'overwrite', takeId: 'ajout', at: 30 })).toEqual([
      { takeId: 'début', from: 0, to: 30 },
      { takeId: 'ajout', from: 0, to: 20 },
      { takeId: 'début', from: 50, to: 100 },
    ]);
  });

  test('overwritten near its end grows', () => {
    const result = spans(append('début'), { kind: 'overwrite', takeId: 'suite', at: 90 });
    expect(lengthOf(result)).toBe(140);
  });

  test('does not mind a take that never got a piece', () => {
    expect(spans(append('début'), append('perdue'))).toEqual([
      { takeId: 'début', from: 0, to: 100 },
    ]);
  });

  test('goes on behind what was inserted before the pause', () => {
    expect(goingOn({ kind: 'insert', at: 30 }, 20)).toEqual({ kind: 'insert', at: 50 });
    expect(goingOn({ kind: 'append' }, 20)).toEqual({ kind: 'append' });
  });

  test('names the stored pieces that hold it', () => {
    expect(piecesOf([{ takeId: 'début', from: 30, to: 100 }], 40)).toEqual([
      { takeId: 'début', index: 0, from: 30, to: 40 },
      { takeId: 'début', index: 1, from: 0, to: 40 },
      { takeId: 'début', index: 2, from: 0, to: 20 },
    ]);
  });
});

const said: fc.Arbitrary<Said> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('append', 'insert', 'overwrite'),
      at: fc.nat(400),
      length: fc.nat(120),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((steps) => ({
    edits: steps.map(({ kind, at }, index) => ({ kind, at, takeId: `${index}` }) as Edit),
    lengths: new Map(steps.map(({ length }, index) => [`${index}`, length])),
  }));

/** The same operations on an array of samples: slow, and plainly right. */
function spoken({ edits, lengths: takes }: Said): string[] {
  return edits.reduce<string[]>((sound, edit) => {
    const length = takes.get(edit.takeId)!;
    const take = Array.from({ length }, (_, sample) => `${edit.takeId}:${sample}`);
    if (edit.kind === 'append') return [...sound, ...take];
    const rest = edit.kind === 'insert' ? edit.at : edit.at + length;
    return [...sound.slice(0, edit.at), ...take, ...sound.slice(rest)];
  }, []);
}

const heard = (parts: readonly Span[]): string[] =>
  parts.flatMap(({ takeId, from, to }) =>
    Array.from({ length: to - from }, (_, step) => `${takeId}:${from + step}`),
  );

describe('whatever was recorded, inserted and overwritten', () => {
  const of = ({ edits, lengths: takes }: Said): readonly Span[] =>
    spansOf(edits, (takeId) => takes.get(takeId)!);

  test('is heard as it would be on a tape', () => {
    fc.assert(
      fc.property(said, (steps) => {
        expect(heard(of(steps))).toEqual(spoken(steps));
      }),
    );
  });

  test('can be cut anywhere', () => {
    fc.assert(
      fc.property(said, fc.nat(500), fc.nat(500), (steps, from, to) => {
        expect(heard(sliceSpans(of(steps), from, to))).toEqual(spoken(steps).slice(from, to));
      }),
    );
  });

  test('is found again in its pieces', () => {
    fc.assert(
      fc.property(said, fc.integer({ min: 1, max: 50 }), (steps, pieceLength) => {
        const fromPieces = piecesOf(of(steps), pieceLength).flatMap(({ takeId, index, from, to }) =>
          Array.from(
            { length: to - from },
            (_, step) => `${takeId}:${index * pieceLength + from + step}`,
          ),
        );
        expect(fromPieces).toEqual(spoken(steps));
      }),
    );
  });
});
