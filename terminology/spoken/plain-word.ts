import type { Doubt } from './piece';
import type { Match } from './site';
import type { Token } from './token';
import { typeset } from './typography';

/** A token that no rule takes: its own letters, typeset. */
export function plainWord(token: Token, at: number, doubts: readonly Doubt[] = []): Match {
  return { kind: 'word', from: at, to: at + 1, written: typeset(token.core), doubts };
}
