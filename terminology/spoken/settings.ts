/** A phrase of the practice and the text it stands for ("formule de politesse"). */
export interface OwnCommand {
  readonly said: string;
  readonly text: string;
}

/** What the practice does with a short form. */
export interface Abbreviation {
  readonly short: string;
  readonly long: string;
  readonly mode: 'keep' | 'expand' | 'expand-once';
}

/** Where a number stands, and so how it is typed. */
export type NumberContext =
  | 'measure'
  | 'decimal'
  | 'label'
  | 'age'
  | 'dose-form'
  | 'frequency'
  | 'clock'
  | 'course'
  | 'above-ten'
  | 'value'
  | 'count';

export interface SpokenOptions {
  readonly ownCommands?: readonly OwnCommand[];
  readonly abbreviations?: readonly Abbreviation[];
  /** Digits or letters by context; what is left out follows `NUMBER_STYLES`. */
  readonly numbers?: Partial<Readonly<Record<NumberContext, 'digits' | 'letters'>>>;
  /** Section titles of the document type, beside the usual ones. */
  readonly sections?: readonly string[];
  /** Day of the dictation, "2026-11-22": gives "ce jour" its date and two-digit years their century. */
  readonly day?: string;
  /** A pause after a full stop starts a new line where no layout is dictated. */
  readonly paragraphPauseSeconds?: number;
  /** True for words (folded) that take no capital; tells "Tension" from "Tours" after a stray full stop. */
  readonly isCommonWord?: (folded: string) => boolean;
}

/**
 * Digits where a figure is read off or compared, letters where it only counts things up to ten. After the Lexique des
 * règles typographiques en usage à l'Imprimerie nationale (2002, "Nombres": ages, dates, measures in figures, small
 * quantities in letters), with the figures that medical typing adds: doses, scores, stages, courses of treatment.
 */
export const NUMBER_STYLES: Readonly<Record<NumberContext, 'digits' | 'letters'>> = {
  measure: 'digits',
  decimal: 'digits',
  label: 'digits',
  age: 'digits',
  'dose-form': 'digits',
  frequency: 'digits',
  clock: 'digits',
  course: 'digits',
  'above-ten': 'digits',
  value: 'digits',
  count: 'letters',
};

export interface Settings {
  readonly options: SpokenOptions;
  readonly numbers: Readonly<Record<NumberContext, 'digits' | 'letters'>>;
}

export const settle = (options: SpokenOptions): Settings => ({
  options,
  numbers: { ...NUMBER_STYLES, ...options.numbers },
});
