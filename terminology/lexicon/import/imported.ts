import type { Category } from '../category';

/** The kinds of file a practice can drop on the app. */
export type FileKind =
  'bdpm-names' | 'bdpm-substances' | 'ccam' | 'orphanet' | 'cim10' | 'csv' | 'lines';

export interface DroppedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface ImportedEntry {
  readonly form: string;
  readonly categories: readonly Category[];
  /** Union of `FLAG` bits. */
  readonly flags: number;
  readonly note?: string | undefined;
}

/** What a file holds, before it is compiled: also what the preview shows. */
export interface ImportedList {
  readonly title: string;
  readonly licence: string;
  /** ISO date of the edition, where the file tells. */
  readonly date?: string;
  /** Lines or records read. */
  readonly rows: number;
  readonly entries: readonly ImportedEntry[];
  /** Long labels: their words and frequent word groups are taken, not the labels as they stand. */
  readonly labels: readonly string[];
  /** Marketed strengths ("500 mg") by drug name as in `entries`. */
  readonly strengths: ReadonlyMap<string, readonly string[]>;
}

export interface ImportProblem {
  readonly ok: false;
  /** What is wrong and what to do, in French, for the person who dropped the file. */
  readonly sentence: string;
  /** First line that is wrong, from 1, where there is one. */
  readonly line?: number;
}

/** A list as its parser gives it. */
export type Parsed = { readonly ok: true; readonly list: ImportedList } | ImportProblem;

export type Imported =
  { readonly ok: true; readonly kind: FileKind; readonly list: ImportedList } | ImportProblem;

export const problem = (sentence: string, line?: number): ImportProblem =>
  line === undefined ? { ok: false, sentence } : { ok: false, sentence, line };

export const listOf = (
  facts: Pick<ImportedList, 'title' | 'licence' | 'rows'> & Partial<ImportedList>,
): ImportedList => ({ entries: [], labels: [], strengths: new Map(), ...facts });
