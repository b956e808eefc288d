import type { Finding } from './finding';
import type { Knowledge } from './knowledge';
import { readParagraph, type ReadParagraph } from './reading';
import type { ReportContext, ReportParagraph } from './report';
import type {
  Found,
  FoundInReport,
  Gathered,
  ParagraphRule,
  ReportRule,
  RuleContext,
} from './rule';
import { PARAGRAPH_RULES, REPORT_RULES } from './rules';
import type { Section } from './section';

/** A paragraph under a number that stands for this very text: another text has another number. */
export interface NumberedParagraph {
  readonly id: number;
  readonly paragraph: ReportParagraph;
}

export interface FindingsRequest {
  readonly context: ReportContext;
  /** Numbers of all paragraphs, in the order of the report. */
  readonly order: readonly number[];
  /** At least those that were never sent. */
  readonly changed: readonly NumberedParagraph[];
}

export interface RuleFailure {
  readonly rule: string;
  readonly message: string;
}

export interface FindingsAnswer {
  /** Worst first: by risk, then doubt, then place. `paragraph` is an index of `order`. */
  readonly findings: readonly Finding[];
  /** Rules that broke; the others went on. */
  readonly failures: readonly RuleFailure[];
  /** Paragraphs asked for that were never sent, after a restart: send them. Nothing is found while one is missing. */
  readonly missing: readonly number[];
  /** False where suggestions ran out of time: ask again, and more will be known. */
  readonly isComplete: boolean;
}

interface Known {
  readonly read: ReadParagraph;
  readonly found: readonly (Found & { readonly rule: string })[];
  /** By rule; empty where it broke. */
  readonly facts: readonly (readonly unknown[])[];
  readonly failures: readonly RuleFailure[];
  /** To be checked again: suggestions ran out of time, or the report is about someone else. */
  readonly isShort: boolean;
}

export interface Rules {
  readonly paragraph: readonly ParagraphRule[];
  readonly report: readonly ReportRule[];
}

const ALL_RULES: Rules = { paragraph: PARAGRAPH_RULES, report: REPORT_RULES };
/** Time for suggestions in one call; what is left waits for the next. */
const SUGGESTION_MILLISECONDS = 60;

/** The findings of one report as it is being edited: only changed paragraphs are read again. */
export class Findings {
  readonly knowledge: Knowledge | undefined;
  readonly #rules: Rules;
  #known = new Map<number, Known>();
  #contextKey = '';

  constructor(knowledge: Knowledge | undefined, rules: Rules = ALL_RULES) {
    this.knowledge = knowledge;
    this.#rules = rules;
  }

  /** Never throws: a rule that breaks is reported. */
  update({ context, order, changed }: FindingsRequest): FindingsAnswer {
    const about: RuleContext = { ...context, knowledge: this.knowledge };
    this.knowledge?.allow(SUGGESTION_MILLISECONDS);
    this.#forgetOther(context);
    const sent = new Map(changed.map(({ id, paragraph }) => [id, paragraph]));
    const missing = order.filter((id) => !this.#known.has(id) && !sent.has(id));
    if (missing.length > 0) return { findings: [], failures: [], missing, isComplete: false };
    this.#known = new Map(order.map((id) => [id, this.#knownOf(id, sent.get(id), about)]));
    const paragraphs = order.flatMap((id) => this.#known.get(id) ?? []);
    const failures = paragraphs.flatMap((known) => known.failures);
    const found = [...ofParagraphs(paragraphs), ...this.#ofReport(paragraphs, about, failures)];
    return {
      findings: named(withoutEchoes(found), paragraphs),
      failures: distinct(failures),
      missing,
      isComplete: !paragraphs.some(({ isShort }) => isShort),
    };
  }

  /** What was found for another patient or day is worth nothing; the texts stay read. */
  #forgetOther(context: ReportContext): void {
    const key = JSON.stringify(context);
    if (key === this.#contextKey) return;
    this.#contextKey = key;
    this.#known = new Map([...this.#known].map(([id, known]) => [id, { ...known, isShort: true }]));
  }

  #knownOf(id: number, sent: ReportParagraph | undefined, about: RuleContext): Known {
    const known = this.#known.get(id);
    if (known && !known.isShort) return known;
    const read = known?.read ?? readParagraph(sent ?? EMPTY, this.knowledge);
    const failures: RuleFailure[] = [];
    const found = this.#rules.paragraph.flatMap((rule) =>
      guarded(rule.name, failures, () => rule.check(read, about)).map((one) => ({
        ...one,
        rule: rule.name,
      })),
    );
    const facts = this.#rules.report.map((rule) =>
      guarded(rule.name, failures, () => [rule.gather(read, about)]),
    );
    return { read, found, facts, failures, isShort: this.knowledge?.isShort ?? false };
  }

  #ofReport(paragraphs: readonly Known[], about: RuleContext, failures: RuleFailure[]): Named[] {
    const sections = sectionsOf(paragraphs.map(({ read }) => read));
    return this.#rules.report.flatMap((rule, at) => {
      const gathered = paragraphs.flatMap(({ facts }, paragraph): Gathered<unknown>[] =>
        (facts[at] ?? []).map((one) => ({
          paragraph,
          section: sections[paragraph] ?? 'other',
          facts: one,
        })),
      );
      return guarded(rule.name, failures, () => rule.conclude(gathered, about)).map((one) => ({
        ...one,
        rule: rule.name,
      }));
    });
  }
}

type Named = FoundInReport & { readonly rule: string };

const EMPTY: ReportParagraph = { kind: 'paragraph', text: '', stretches: [] };

/** What a rule gives, or nothing where it breaks. */
function guarded<T>(rule: string, failures: RuleFailure[], run: () => readonly T[]): readonly T[] {
  try {
    return run();
  } catch (error) {
    failures.push({ rule, message: error instanceof Error ? error.message : String(error) });
    return [];
  }
}

const distinct = (failures: readonly RuleFailure[]): RuleFailure[] => [
  ...new Map(failures.map((failure) => [failure.rule, failure])).values(),
];

/** The section each paragraph belongs to: that of the last title, its own included. */
function sectionsOf(paragraphs: readonly ReadParagraph[]): Section[] {
  let current: Section = 'other';
  return paragraphs.map(({ title }) => (current = title?.section ?? current));
}

const ofParagraphs = (paragraphs: readonly Known[]): Named[] =>
  paragraphs.flatMap(({ found }, paragraph) =>
    found.map((one) => ({
      ...one,
      paragraph,
      evidence: (one.evidence ?? []).map((span) => ({ ...span, paragraph })),
    })),
  );

const overlap = (a: Named, b: Named): boolean =>
  a.paragraph === b.paragraph && a.from < b.to && b.from < a.to;

/** Of findings of one risk about the same words, the surest stays, with the fixes of the others. */
function withoutEchoes(found: readonly Named[]): Named[] {
  const kept: Named[] = [];
  for (const one of found.toSorted((a, b) => a.risk - b.risk || b.doubt - a.doubt || place(a, b))) {
    const at = kept.findIndex((other) => other.risk === one.risk && overlap(other, one));
    const surer = kept[at];
    if (surer === undefined) kept.push(one);
    else if ((surer.fixes ?? []).length === 0 && surer.from === one.from && surer.to === one.to)
      kept[at] = { ...surer, fixes: one.fixes ?? [] };
  }
  return kept;
}

const place = (a: FoundInReport, b: FoundInReport): number =>
  a.paragraph - b.paragraph || a.from - b.from;

/** Gives each finding a name that outlives edits elsewhere. */
function named(found: readonly Named[], paragraphs: readonly Known[]): Finding[] {
  const counts = new Map<string, number>();
  const names = new Map<Named, string>();
  for (const one of found.toSorted(place)) {
    const text = paragraphs[one.paragraph]?.read.text.slice(one.from, one.to) ?? '';
    const key = `${one.rule}:${text}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    names.set(one, `${key}:${String(count)}`);
  }
  return found.map((one) => ({
    ...one,
    id: names.get(one) ?? '',
    fixes: one.fixes ?? [],
    evidence: one.evidence ?? [],
  }));
}
