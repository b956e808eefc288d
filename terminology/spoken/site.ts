import type { Pair } from './command';
import type { Settings } from './settings';
import type { Body, Break, Doubt, Emphasis, Gap } from './piece';
import type { Token } from './token';

/** Where a rule looks: a token and what has been decided before it. */
export interface Site {
  readonly tokens: readonly Token[];
  readonly at: number;
  readonly settings: Settings;
  readonly lineStart: boolean;
  readonly sentenceStart: boolean;
  readonly open: ReadonlySet<Pair>;
  readonly emphasis: Emphasis | undefined;
  /** Short forms already spelled out. */
  readonly introduced: ReadonlySet<string>;
  /** What was found so far, in order. */
  readonly done: readonly Match[];
}

/** What a rule makes of the tokens from its site up to `to`. */
export type Found = Body & {
  readonly to: number;
  readonly written: string;
  readonly certainty?: number;
  readonly doubts?: readonly Doubt[];
  readonly before?: Gap;
  readonly after?: Gap;
  readonly breakBefore?: Break;
  readonly breakAfter?: Break;
  readonly emphasis?: Emphasis;
  readonly struck?: true;
  /** How many matches before it give way to it (a name that is spelled out next). */
  readonly replaces?: number;
  /** What a case command changes. */
  readonly shapes?: 'capital-next' | 'capitals-next' | 'capitals-previous';
  /** An emphasis that starts or ends here. */
  readonly turns?: { readonly style: Emphasis; readonly on: boolean };
  /** What a deletion strikes. */
  readonly deletes?: 'word' | 'sentence' | 'line';
};

export type Match = Found & { readonly from: number };

/** A rule: what it makes of a site, or nothing. */
export type Rule = (site: Site) => Found | undefined;
