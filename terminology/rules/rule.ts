import type { Finding, Passage } from './finding';
import type { Knowledge } from './knowledge';
import type { ReadParagraph } from './reading';
import type { ReportContext } from './report';
import type { Section } from './section';

/** What a rule may know beside the text. */
export interface RuleContext extends ReportContext {
  /** Undefined where the lexicon could not be read: rules that need it say nothing. */
  readonly knowledge: Knowledge | undefined;
}

type Said = Pick<Finding, 'risk' | 'message' | 'doubt'> & Partial<Pick<Finding, 'fixes'>>;

/** What a rule finds in one paragraph. */
export interface Found extends Said {
  readonly from: number;
  readonly to: number;
  readonly evidence?: readonly { readonly from: number; readonly to: number }[];
}

/** What a rule finds in the whole report. */
export interface FoundInReport extends Said, Passage {
  readonly evidence?: readonly Passage[];
}

/** Sees one paragraph and nothing else of the report. */
export interface ParagraphRule {
  /** File name. */
  readonly name: string;
  check(paragraph: ReadParagraph, context: RuleContext): readonly Found[];
}

/** Facts of one paragraph with its place in the report. */
export interface Gathered<Facts> {
  readonly paragraph: number;
  readonly section: Section;
  readonly facts: Facts;
}

/** Sees the whole report through facts gathered paragraph by paragraph; a change gathers its paragraph only. */
export interface ReportRule<Facts = unknown> {
  /** File name. */
  readonly name: string;
  gather(paragraph: ReadParagraph, context: RuleContext): Facts;
  conclude(report: readonly Gathered<Facts>[], context: RuleContext): readonly FoundInReport[];
}
