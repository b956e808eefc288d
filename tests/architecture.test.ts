import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const MAX_LINES = 400;

/** Rooms of the house, most precise first. */
const ROOMS = [
  'web/words',
  'web/dossier',
  'web/vault',
  'web/audio',
  'web/engine',
  'web/editor',
  'web/commands',
  'web/review',
  'web/screens',
  'web/ui',
  'web/filing',
  'web/offline',
  'web',
  'workers',
  'terminology',
] as const;
type Room = (typeof ROOMS)[number];

const ALL_OF_WEB = ROOMS.filter((room) => room.startsWith('web'));

const MAY_IMPORT: Readonly<Record<Room, readonly Room[]>> = {
  terminology: [],
  workers: ['terminology'],
  'web/words': ['web/dossier'],
  'web/ui': [],
  'web/dossier': ['terminology'],
  'web/vault': ['web/dossier', 'terminology'],
  'web/audio': ['web/dossier', 'terminology'],
  'web/editor': ['web/dossier', 'terminology'],
  'web/engine': ['web/dossier', 'terminology'],
  'web/filing': ['web/dossier', 'terminology'],
  'web/commands': ['web/dossier'],
  'web/offline': [],
  'web/review': [
    'web/editor',
    'web/audio',
    'web/engine',
    'web/commands',
    'web/ui',
    'web/dossier',
    'web/words',
    'terminology',
  ],
  'web/screens': [...ALL_OF_WEB.filter((room) => room !== 'web'), 'terminology'],
  web: ALL_OF_WEB,
};

const PACKAGES: readonly { readonly name: RegExp; readonly rooms: readonly Room[] }[] = [
  { name: /^dexie/, rooms: ['web/vault'] },
  { name: /^@tiptap\//, rooms: ['web/editor'] },
  { name: /^comlink/, rooms: ['web/engine', 'workers'] },
  { name: /^(@xenova\/transformers|onnxruntime|onnx-proto|@ricky0123)/, rooms: ['workers'] },
  { name: /^dompurify/, rooms: ['web/editor'] },
  { name: /^dictation_support/, rooms: ['web/audio'] },
  { name: /^mediabunny/, rooms: ['web/audio'] },
  { name: /^diff$/, rooms: ['web/dossier'] },
  { name: /^uplot/, rooms: ['web/screens'] },
];

interface Import {
  readonly from: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const sources = execFileSync(
  'git',
  ['ls-files', '-co', '--exclude-standard', 'web', 'workers', 'terminology'],
  {
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((path) => /\.(ts|svelte)$/.test(path) && existsSync(path));

const read = (path: string): string => readFileSync(path, 'utf8');

const roomOf = (path: string): Room | undefined =>
  ROOMS.find((room) => path === room || path.startsWith(`${room}/`));

function importsOf(path: string): Import[] {
  const text = read(path);
  const statement =
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|new URL\(\s*['"]([^'"]+)['"]\s*,\s*import\.meta/g;
  return [...text.matchAll(statement)].map((match) => ({
    from: path,
    target: match[2] ?? match[3] ?? match[4] ?? '',
    typeOnly: match[1] !== undefined,
  }));
}

function breaksRule({ from, target, typeOnly }: Import): boolean {
  const room = roomOf(from)!;
  if (!target.startsWith('.')) {
    const rule = PACKAGES.find(({ name }) => name.test(target));
    const isBuild = from.startsWith('terminology/build/');
    return rule !== undefined && !rule.rooms.includes(room) && !isBuild;
  }
  const path = normalize(join(dirname(from), target));
  const other = roomOf(path);
  if (other === undefined) return true;
  if (other === room || MAY_IMPORT[room].includes(other)) return false;
  const startsWorker = room === 'web/engine' && /^workers\/[a-z]+(\.ts)?(\?|$)/.test(path);
  const worklet = room === 'web/audio' && path.includes('capture.worklet');
  // A sentence for each kind of failure is checked against the kinds themselves.
  const namesKinds = room === 'web/words' && (other.startsWith('web/') || other === 'terminology');
  const forgotten = typeOnly && (other === 'workers' || namesKinds);
  return !(forgotten || startsWorker || worklet);
}

describe('the house', () => {
  test('has source files to look at', () => {
    expect(sources.length).toBeGreaterThan(5);
  });

  test('keeps its import rules', () => {
    const broken = sources.flatMap(importsOf).filter(breaksRule);
    expect(broken.map(({ from, target }) => `${from} → ${target}`)).toEqual([]);
  });

  test('has no default export but components and worklets', () => {
    const offenders = sources.filter(
      (path) => path.endsWith('.ts') && /^export default /m.test(read(path)),
    );
    expect(offenders).toEqual([]);
  });

  test('has no barrel but a deliberate index.ts', () => {
    const offenders = sources.filter((path) => {
      const statements = read(path)
        .split(/;\s*\n/)
        .filter((line) => line.trim() !== '');
      return (
        !path.endsWith('/index.ts') &&
        statements.length > 1 &&
        statements.every((line) => /^\s*export\s[^=]*from\s/.test(line))
      );
    });
    expect(offenders).toEqual([]);
  });

  test('keeps files small', () => {
    const long = sources.filter((path) => read(path).split('\n').length > MAX_LINES);
    expect(long).toEqual([]);
  });

  test('names no file utils, helpers, types or misc', () => {
    expect(
      sources.filter((path) => /\/(utils?|helpers?|types|misc)\.(ts|svelte)$/.test(path)),
    ).toEqual([]);
  });
});
