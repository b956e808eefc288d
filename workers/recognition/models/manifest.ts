/** What a file of a model is for. A recogniser needs one of each. */
export type FileRole =
  | 'encoder'
  | 'decoder'
  | 'voiceDetection'
  | 'tokenizer'
  | 'tokenizerConfig'
  | 'preprocessorConfig'
  | 'generationConfig'
  | 'config';

export interface ModelFile {
  readonly role: FileRole;
  /** Relative to the manifest, with `/`; models may share a file. */
  readonly path: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

export interface ModelEntry {
  readonly id: string;
  /** What the user reads. */
  readonly name: string;
  /** ISO 639-1 codes of the languages it is offered for. */
  readonly languages: readonly string[];
  /** Memory the worker needs to run it, measured (see the model's card). */
  readonly memoryBytes: number;
  readonly files: readonly ModelFile[];
}

/** `manifest.json` beside the prepared model folders: what the page may load, best model first. */
export interface ModelManifest {
  readonly format: 1;
  readonly models: readonly ModelEntry[];
}

/** The bytes of a model's files, checked against the manifest by who read them. */
export type ModelFiles = { readonly id: string } & Readonly<Record<FileRole, ArrayBuffer>>;
