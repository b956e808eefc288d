import { compileSounds } from '../../phonetic/sound-table';
import { packSounds } from '../../phonetic/sound-file';
import { packLayer } from '../layer-file';
import type { Lexicon } from '../lexicon';
import { gunzip, gzip } from '../packed-file';
import { compileImport } from './compile-import';
import type { FileKind, Imported, ImportedList } from './imported';

/** What a file is a part of: files of one family are shown, replaced and removed together. */
export type Family = 'bdpm' | 'ccam' | 'cim10' | 'orphanet' | 'list';

const FAMILIES: Readonly<Record<FileKind, Family>> = {
  'bdpm-names': 'bdpm',
  'bdpm-substances': 'bdpm',
  ccam: 'ccam',
  cim10: 'cim10',
  orphanet: 'orphanet',
  csv: 'list',
  lines: 'list',
};

/** One file of the lexicon of a practice, as it was read. */
export interface EditionPart {
  /** The same for a newer edition of the same file. */
  readonly key: string;
  readonly family: Family;
  /** When it was read, in milliseconds. */
  readonly addedAt: number;
  readonly list: ImportedList;
}

type Read = Extract<Imported, { ok: true }>;

/** A file that was read as a part: lists of one's own are told apart by their names, so are the classifications of Orphanet. */
export function editionPart({ kind, list }: Read, fileName: string, addedAt: number): EditionPart {
  const family = FAMILIES[kind];
  if (family !== 'list' && family !== 'orphanet') return { key: kind, family, addedAt, list };
  const name = fileName.replace(/\.[^.]+$/, '');
  const titled = family === 'list' ? { ...list, title: name } : list;
  return { key: `${family}:${name}`, family, addedAt, list: titled };
}

/** Old parts with the new ones in place of those of the same key. */
export const withNewer = (
  old: readonly EditionPart[],
  newer: readonly EditionPart[],
): EditionPart[] => [...old.filter(({ key }) => !newer.some((part) => part.key === key)), ...newer];

/** Bytes to keep, each gzipped: what the files said, the layer made of them, and its sounds. */
export interface PackedEdition {
  readonly parts: Uint8Array<ArrayBuffer>;
  readonly layer: Uint8Array<ArrayBuffer>;
  readonly sounds: Uint8Array<ArrayBuffer>;
  readonly words: number;
  readonly terms: number;
}

export interface EditionOptions {
  readonly base: Lexicon;
  /** Told the share done, 0 to 1. */
  readonly progress: (share: number) => void;
}

const COMPILED = 0.6;
const SOUNDED = 0.85;

/** Compiles all files of a practice into one layer on top of the shipped lexicon: each layer more costs time at every word. */
export async function packEdition(
  parts: readonly EditionPart[],
  { base, progress }: EditionOptions,
): Promise<PackedEdition> {
  const lists = parts.map(({ list }) => list);
  const layer = compileImport(lists, base, {
    name: 'practice',
    progress: (share) => progress(share * COMPILED),
  });
  const sounds = packSounds(compileSounds(layer));
  progress(SOUNDED);
  const packed = {
    parts: await gzip(new TextEncoder().encode(JSON.stringify(parts, keepMaps))),
    layer: await gzip(packLayer(layer)),
    sounds: await gzip(sounds),
    words: layer.words.forms.length,
    terms: layer.terms.forms.length,
  };
  progress(1);
  return packed;
}

/** Reads what `packEdition` kept of the files. Throws on other bytes. */
export async function unpackParts(bytes: Uint8Array<ArrayBuffer>): Promise<EditionPart[]> {
  const text = new TextDecoder().decode(await gunzip(bytes));
  return JSON.parse(text, restoreMaps) as EditionPart[];
}

const keepMaps = (_: string, value: unknown): unknown =>
  value instanceof Map ? { map: [...value] } : value;

const restoreMaps = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'map' in value && Array.isArray(value.map)
    ? new Map(value.map as [unknown, unknown][])
    : value;
