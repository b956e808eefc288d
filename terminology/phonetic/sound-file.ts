import { packFile, unpackFile, type Column } from '../lexicon/packed-file';
import type { SoundTries } from './sound-index';
import type { GeneralSoundTable, SoundTable } from './sound-table';
import type { SoundTrie } from './sound-trie';

const FORMAT = 1;

/** Bytes of a table, before compression; see `packed-file.ts`. */
export function packSounds(table: SoundTable): Uint8Array<ArrayBuffer> {
  const { name, words, terms, rows } = table;
  const columns = new Map<string, Column>([['rows', rows], ...triesColumns(table)]);
  return packFile({ head: { format: FORMAT, name, words, terms }, columns });
}

export function packGeneralSounds(table: GeneralSoundTable): Uint8Array<ArrayBuffer> {
  const { forms, zipf } = table;
  const columns = new Map<string, Column>([
    ['forms', forms],
    ['zipf', zipf],
    ...triesColumns(table),
  ]);
  return packFile({ head: { format: FORMAT }, columns });
}

/** Throws a sentence when the bytes are not those of `packSounds`. */
export function unpackSounds(bytes: Uint8Array<ArrayBuffer>): SoundTable {
  const { head, columns } = unpackFile(bytes);
  const { format, name, words, terms } = head;
  if (
    format !== FORMAT ||
    typeof name !== 'string' ||
    typeof words !== 'number' ||
    typeof terms !== 'number'
  )
    throw new Error('Not a file of sounds of a lexicon layer');
  return { name, words, terms, rows: numbers(columns, 'rows'), ...tries(columns) };
}

/** Throws a sentence when the bytes are not those of `packGeneralSounds`. */
export function unpackGeneralSounds(bytes: Uint8Array<ArrayBuffer>): GeneralSoundTable {
  const { head, columns } = unpackFile(bytes);
  const forms = columns.get('forms');
  if (head['format'] !== FORMAT || forms === undefined || ArrayBuffer.isView(forms))
    throw new Error('Not a file of sounds of general French');
  return { forms, zipf: bytesOf(columns, 'zipf'), ...tries(columns) };
}

type Columns = ReadonlyMap<string, Column>;

const DIRECTIONS = ['forward', 'backward'] as const;

const triesColumns = (tries: SoundTries): [string, Column][] =>
  DIRECTIONS.flatMap((direction): [string, Column][] => {
    const { sound, depth, count, entries } = tries[direction];
    return [
      [`${direction}.sound`, sound],
      [`${direction}.depth`, depth],
      [`${direction}.count`, count],
      [`${direction}.entries`, entries],
    ];
  });

const tries = (columns: Columns): SoundTries => ({
  forward: trie(columns, 'forward'),
  backward: trie(columns, 'backward'),
});

const trie = (columns: Columns, direction: string): SoundTrie => ({
  sound: bytesOf(columns, `${direction}.sound`),
  depth: bytesOf(columns, `${direction}.depth`),
  count: bytesOf(columns, `${direction}.count`),
  entries: numbers(columns, `${direction}.entries`),
});

function numbers(columns: Columns, name: string): Uint32Array {
  const column = columns.get(name);
  if (column instanceof Uint32Array) return column;
  throw new Error(`The file of sounds has no column ${name}`);
}

function bytesOf(columns: Columns, name: string): Uint8Array {
  const column = columns.get(name);
  if (column instanceof Uint8Array) return column;
  throw new Error(`The file of sounds has no column ${name}`);
}
