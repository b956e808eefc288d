import type { Family } from '../../terminology/lexicon/import/edition';

/** One file of the lexicon of a practice, for a person to see. */
export interface KeptFile {
  readonly key: string;
  readonly family: Family;
  readonly title: string;
  readonly licence: string;
  /** ISO date of the edition, where the file tells. */
  readonly date?: string;
  /** Lines or records read. */
  readonly rows: number;
  /** In milliseconds. */
  readonly addedAt: number;
}

/** All files a practice imported, compiled together; replaced as a whole, so that a bad import changes nothing. */
export interface PracticeLexicon {
  readonly format: 1;
  readonly files: readonly KeptFile[];
  readonly words: number;
  readonly terms: number;
  /** Gzipped: what the files said, the layer made of them, and its sounds. */
  readonly parts: Uint8Array<ArrayBuffer>;
  readonly layer: Uint8Array<ArrayBuffer>;
  readonly sounds: Uint8Array<ArrayBuffer>;
}

/** The one record of `lexicon-layers`. */
export const PRACTICE_LEXICON = 'practice';

/** Files of each family, in the order of the families' names. */
export function byFamily(
  files: readonly KeptFile[],
): { readonly family: Family; readonly files: readonly KeptFile[] }[] {
  const families = [...new Set(files.map(({ family }) => family))].sort();
  return families.map((family) => ({
    family,
    files: files.filter((file) => file.family === family),
  }));
}
