import './guard';
import { expose } from 'comlink';
import {
  editionPart,
  type EditionPart,
  type Family,
  packEdition,
  type PackedEdition,
  unpackParts,
  withNewer,
} from '../terminology/lexicon/import/edition';
import { readDropped } from '../terminology/lexicon/import/recognise';
import type { Lexicon } from '../terminology/lexicon/lexicon';
import { loadLexicon } from '../terminology/lexicon/load';
import { readLexiconFile } from './lexicon-data';

/** What stands in a file, for a person to see. */
export interface PartFacts extends Pick<EditionPart, 'key' | 'family' | 'addedAt'> {
  readonly title: string;
  readonly licence: string;
  /** ISO date of the edition, where the file tells. */
  readonly date?: string;
  /** Lines or records read. */
  readonly rows: number;
}

/** What a file is, before anything is kept of it. */
export type FileReading =
  | {
      readonly ok: true;
      readonly fileName: string;
      readonly facts: PartFacts;
      /** Some of its terms, to see whether it was read right. */
      readonly examples: readonly string[];
    }
  | { readonly ok: false; readonly fileName: string; readonly sentence: string };

export interface CompileRequest {
  /** Files of the lexicon that stands; those read last take the place of their older editions. */
  readonly kept: Uint8Array<ArrayBuffer> | undefined;
  /** Left out of the new one. */
  readonly without?: Family;
}

export interface CompiledEdition extends PackedEdition {
  readonly facts: readonly PartFacts[];
}

type Tell = (share: number) => void;

const EXAMPLES = 4;

let parts: readonly EditionPart[] = [];
let base: Promise<Lexicon> | undefined;

async function readFile(file: File): Promise<FileReading> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = await readDropped({ name: file.name, bytes });
  if (!read.ok) return { ok: false, fileName: file.name, sentence: read.sentence };
  const part = editionPart(read, file.name, Date.now());
  parts = withNewer(parts, [part]);
  const { list } = part;
  const { length } = list.entries;
  const forms = length > 0 ? list.entries.map(({ form }) => form) : list.labels;
  const examples = Array.from(
    { length: Math.min(EXAMPLES, forms.length) },
    (_, at) => forms[Math.floor((at * forms.length) / EXAMPLES)] ?? '',
  );
  return { ok: true, fileName: file.name, facts: factsOf(part), examples };
}

const factsOf = ({ key, family, addedAt, list }: EditionPart): PartFacts => {
  const { title, licence, date, rows } = list;
  const facts = { key, family, addedAt, title, licence, rows };
  return date === undefined ? facts : { ...facts, date };
};

const api = {
  /** Tells what each file is; what was read well is remembered until the next call. */
  async read(files: readonly File[], tell: Tell): Promise<readonly FileReading[]> {
    parts = [];
    const readings: FileReading[] = [];
    for (const file of files) {
      readings.push(await readFile(file));
      tell(readings.length / files.length);
    }
    return readings;
  },

  /** Compiles what was read last with what is kept; undefined where nothing is left. */
  async compile(
    { kept, without }: CompileRequest,
    tell: Tell,
  ): Promise<CompiledEdition | undefined> {
    base ??= loadLexicon(readLexiconFile);
    const old = kept === undefined ? [] : await unpackParts(kept);
    const all = withNewer(
      old.filter(({ family }) => family !== without),
      parts,
    );
    if (all.length === 0) return undefined;
    const edition = await packEdition(all, { base: await base, progress: tell });
    return { ...edition, facts: all.map(factsOf) };
  },
};

export type ImporterApi = typeof api;

expose(api);
