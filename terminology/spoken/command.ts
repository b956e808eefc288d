import type { Break } from './piece';

/** What a spoken command does. Marks close up to the word before (or after, for openers) by French rules. */
export type Command =
  | { readonly does: 'mark'; readonly mark: Mark; readonly then?: Break }
  | { readonly does: 'break'; readonly size: Break }
  | { readonly does: 'open' | 'close'; readonly pair: Pair; readonly needsClose?: true }
  | { readonly does: 'quote' }
  | { readonly does: 'join'; readonly sign: string }
  | { readonly does: 'dash' }
  | { readonly does: 'capital' }
  | { readonly does: 'capitals' }
  | { readonly does: 'emphasis'; readonly style: 'bold' | 'italic' | 'underline' | 'capitals' }
  | { readonly does: 'plain'; readonly style: 'bold' | 'italic' | 'underline' | 'capitals' }
  | { readonly does: 'delete'; readonly what: 'word' | 'sentence' | 'line' }
  | { readonly does: 'end' };

export type Mark = '.' | ',' | ';' | ':' | '?' | '!' | '…';
export type Pair = 'parenthesis' | 'quotes' | 'bracket';

/** A line of the list that the application shows and prints. */
export interface CommandLine {
  /** What to say first, then other ways. */
  readonly said: readonly string[];
  /** What it does, in French, for the list. */
  readonly effect: string;
  readonly command: Command;
  /** Ways recognition mishears it: understood, never shown. */
  readonly misheard?: readonly string[];
}

/** All pairs of a beginning and an end. */
export const join = (left: readonly string[], right: readonly string[]): string[] =>
  left.flatMap((first) => right.map((second) => `${first} ${second}`));
