import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dictation, DictationState } from '../../../web/dossier/dictation';
import {
  isLocked,
  isRefusal,
  moved,
  movesFrom,
  NOTHING_MISSING,
  refusal,
  waits,
  type Circumstances,
  type Move,
} from '../../../web/dossier/life';
import type { Person, Role } from '../../../web/dossier/person';
import { dictation } from '../../builders';

const person = (role: Role): Person => ({ id: role, name: role, role });

const circumstances = (change: Partial<Circumstances> = {}): Circumstances => ({
  person: person('secretary'),
  at: 10,
  missing: NOTHING_MISSING,
  reason: '',
  ...change,
});

const inState = (phase: 'drafted' | 'in-review' | 'queried' | 'to-sign' | 'returned' | 'signed') =>
  dictation({ state: { phase } });

function after(start: Dictation, ...moves: [Move, Partial<Circumstances>?][]): Dictation {
  return moves.reduce((now, [move, change]) => {
    const next = moved(now, move, circumstances(change));
    if (isRefusal(next)) throw new Error(`${move}: ${next.kind}`);
    return next;
  }, start);
}

describe('the life of a dictation', () => {
  test('goes from the draft to the record, and every move is kept', () => {
    const filed = after(
      inState('drafted'),
      ['take', { at: 1 }],
      ['ask', { at: 2 }],
      ['answer', { at: 3 }],
      ['release', { at: 4 }],
      ['return', { at: 5, person: person('doctor'), reason: ' Revoir la dose ' }],
      ['take', { at: 6 }],
      ['release', { at: 7 }],
      ['sign', { at: 8, person: person('doctor') }],
      ['file', { at: 9 }],
    );
    expect(filed.state).toEqual({ phase: 'filed' });
    expect(filed.stages?.map(({ to }) => to)).toEqual([
      'in-review',
      'queried',
      'in-review',
      'to-sign',
      'returned',
      'in-review',
      'to-sign',
      'signed',
      'filed',
    ]);
    expect(filed.stages?.[4]).toEqual({
      from: 'to-sign',
      to: 'returned',
      at: 5,
      by: 'doctor',
      reason: 'Revoir la dose',
    });
  });

  test('does not release what is open, unless a reason says why', () => {
    const missing = { ...NOTHING_MISSING, findings: 2 };
    expect(moved(inState('in-review'), 'release', circumstances({ missing }))).toEqual({
      kind: 'missing',
      missing,
    });
    const released = after(inState('in-review'), ['release', { missing, reason: 'Vu avec lui' }]);
    expect(released.stages).toEqual([
      { from: 'in-review', to: 'to-sign', at: 10, by: 'secretary', reason: 'Vu avec lui' },
    ]);
  });

  test('does not release what the rules have not looked through, unless a reason says why', () => {
    const missing = { ...NOTHING_MISSING, isChecked: false };
    expect(refusal(inState('in-review'), 'release', circumstances({ missing }))?.kind).toBe(
      'missing',
    );
    const reason = 'Relu en entier';
    expect(refusal(inState('in-review'), 'release', circumstances({ missing, reason }))).toBe(
      undefined,
    );
  });

  test('never releases or signs an empty report, whatever the reason', () => {
    const empty = circumstances({
      missing: { ...NOTHING_MISSING, hasText: false },
      reason: 'pressé',
      person: person('doctor'),
    });
    expect(moved(inState('in-review'), 'release', empty)).toEqual({ kind: 'empty' });
    expect(moved(inState('to-sign'), 'sign', empty)).toEqual({ kind: 'empty' });
  });

  test('is not signed by accident while a question is open', () => {
    const open = circumstances({
      person: person('doctor'),
      missing: { ...NOTHING_MISSING, queries: 1 },
    });
    expect(refusal(inState('to-sign'), 'sign', open)).toMatchObject({ kind: 'missing' });
  });

  test.each<[Move, Role, 'to-sign' | 'drafted']>([
    ['sign', 'secretary', 'to-sign'],
    ['return', 'secretary', 'to-sign'],
    ['take', 'reader', 'drafted'],
    ['release', 'reader', 'drafted'],
  ])('%s is not for a %s', (move, role, phase) => {
    const asked = circumstances({ person: person(role), reason: 'parce que' });
    expect(refusal(inState(phase), move, asked)).toEqual({ kind: 'not-your-role', move });
  });

  test('wants a word with a return and with an amendment', () => {
    const doctor = circumstances({ person: person('doctor'), reason: '  ' });
    expect(refusal(inState('to-sign'), 'return', doctor)).toEqual({
      kind: 'reason-needed',
      move: 'return',
    });
    expect(refusal(inState('signed'), 'amend', doctor)?.kind).toBe('reason-needed');
  });

  test('keeps to its stages: any walk leaves an unbroken record and never a locked text that moves by itself', () => {
    const move = fc.constantFrom<Move>(
      ...([
        'take',
        'ask',
        'answer',
        'release',
        'recall',
        'return',
        'sign',
        'amend',
        'file',
      ] as const),
    );
    const role = fc.constantFrom<Role>('secretary', 'doctor', 'reader', 'administrator');
    fc.assert(
      fc.property(fc.array(fc.tuple(move, role), { maxLength: 30 }), (steps) => {
        let now: Dictation = inState('drafted');
        for (const [kind, who] of steps) {
          const next = moved(now, kind, circumstances({ person: person(who), reason: 'r' }));
          if (isRefusal(next)) continue;
          expect(movesFrom(now.state.phase)).toContain(kind);
          if (isLocked(now.state) && !isLocked(next.state)) expect(kind).toBe('amend');
          now = next;
        }
        const stages = now.stages ?? [];
        stages.slice(1).forEach(({ from }, index) => expect(from).toBe(stages[index]?.to));
        expect(stages.at(-1)?.to ?? 'drafted').toBe(now.state.phase);
      }),
    );
  });
});

test('waiting is counted by stage, the present one until now', () => {
  const state: DictationState = { phase: 'to-sign' };
  const stages = [
    { from: 'drafted', to: 'in-review', at: 100 },
    { from: 'in-review', to: 'returned', at: 150 },
    { from: 'returned', to: 'in-review', at: 160 },
    { from: 'in-review', to: 'to-sign', at: 200 },
  ] as const;
  const waited = waits(dictation({ createdAt: 40, state, stages }), 1_000);
  expect(Object.fromEntries(waited)).toEqual({
    drafted: 60,
    'in-review': 90,
    returned: 10,
    'to-sign': 800,
  });
});
