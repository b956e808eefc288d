/** A ProseMirror node or step as JSON; only `editor/` looks inside. */
export type EditorJson = Readonly<Record<string, unknown>>;

/** The report as last saved whole; later edits stand in its journal. */
export interface ReportSnapshot {
  readonly format: 1;
  readonly dictationId: string;
  readonly document: EditorJson;
  /** Number of journal entries that `document` already contains. */
  readonly version: number;
  /** Caret and selection, so that one finds everything as one left it. */
  readonly selection?: { readonly anchor: number; readonly head: number };
}

/** The steps of one editor transaction. */
export interface JournalEntry {
  readonly dictationId: string;
  /** From 1, without a gap. */
  readonly version: number;
  readonly steps: readonly EditorJson[];
}

export interface StoredReport {
  readonly snapshot: ReportSnapshot | undefined;
  /** In order, all after the snapshot. */
  readonly journal: readonly JournalEntry[];
}
