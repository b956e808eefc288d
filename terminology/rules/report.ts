import type { Risk } from './finding';
import type { PatientIdentity } from './patient-identity';

export type ParagraphKind = 'heading' | 'paragraph' | 'item' | 'aside';

/** Who wrote a stretch before any person touched it; `hand` for what a person typed. */
export type StretchOrigin =
  | 'hand'
  | 'machine'
  | 'repaired'
  /** Written by the correction memory of the practice. */
  | 'memory'
  | 'typography'
  | 'punctuation'
  | 'command'
  | 'number'
  | 'unit'
  | 'date'
  | 'abbreviation'
  | 'section'
  | 'correction'
  | 'note';

/** What is known of the words `[from, to)` of a paragraph's text, in UTF-16 units. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly origin: StretchOrigin;
  /** Probability in [0, 1] that what stands there was heard right; 1 where it was typed. */
  readonly confidence: number;
  /** The words as heard; empty where it was typed. */
  readonly heard: string;
  /** Taken back by the speaker: shown, but no part of the report. */
  readonly isStruck?: boolean;
  /** What recognition, repair or the spoken parser say of it. */
  readonly doubt?: {
    readonly risk: Risk;
    readonly reason: string;
    /** What else it could be, best first. */
    readonly proposals: readonly string[];
  };
}

/** Stands in the text for a blank: a passage nobody could hear. */
export const BLANK = '\uFFFC';

/** One block of the report. Each position of the editor is one UTF-16 unit of `text`; a line break inside is "\n". */
export interface ReportParagraph {
  readonly kind: ParagraphKind;
  readonly text: string;
  /** In order, without overlap; text outside them was typed by hand. */
  readonly stretches: readonly Stretch[];
}

/** What the report is about; the same for all its paragraphs. */
export interface ReportContext {
  /** Day of the dictation, "2026-11-22". */
  readonly day: string;
  readonly patient?: PatientIdentity;
  /** Name of the doctor who dictates. */
  readonly author?: string;
  /** Of the product's document types, such as "operatoire". */
  readonly documentType?: string;
  /** Titles that the template wants, as they are written. */
  readonly sections?: readonly string[];
}
