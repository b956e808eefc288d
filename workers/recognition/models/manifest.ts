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

/** What a graphics card hears with: an encoder in floats of 16 bits, and its graph in 32 with the same weights. */
export type GraphicsRole = 'graphicsEncoder' | 'graphicsEncoderSingle';

export interface ModelFile<Role = FileRole> {
  readonly role: Role;
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
  /** One of each role where the model can be heard with on a graphics card; fetched only where there is one. */
  readonly graphics?: readonly ModelFile<GraphicsRole>[];
}

/** `manifest.json` beside the prepared model folders: what the page may load, best model first. */
export interface ModelManifest {
  readonly format: 1;
  readonly models: readonly ModelEntry[];
}

/** The bytes of a model's files, checked against the manifest by who read them. */
export type ModelFiles = { readonly id: string } & Readonly<Record<FileRole, ArrayBuffer>>;

export type GraphicsFiles = Readonly<Record<GraphicsRole, ArrayBuffer>>;
