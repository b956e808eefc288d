import { gunzip } from '../packed-file';
import { parseBdpmNames, parseBdpmSubstances } from './bdpm';
import { decodeText, firstDamagedLine } from './decode';
import {
  type DroppedFile,
  type FileKind,
  type Imported,
  type ImportProblem,
  type Parsed,
  problem,
} from './imported';
import { parseCcam, parseCim10, parseLines, parseOrphanet, parseTerms } from './labels';

const PARSERS: Readonly<Record<FileKind, (text: string) => Parsed>> = {
  'bdpm-names': parseBdpmNames,
  'bdpm-substances': parseBdpmSubstances,
  ccam: parseCcam,
  orphanet: parseOrphanet,
  cim10: parseCim10,
  csv: parseTerms,
  lines: parseLines,
};

/**
 * Tells what a dropped file is by its contents, whatever its name, and reads it. Gzipped files are opened. A file that
 * is none of the known kinds, or is damaged, comes back as a sentence with its line.
 */
export async function readDropped(file: DroppedFile): Promise<Imported> {
  const text = await textOf(file);
  if (typeof text !== 'string') return text;
  const kind = kindOf(text);
  if (typeof kind !== 'string') return kind;
  const parsed = PARSERS[kind](text);
  return parsed.ok ? { ...parsed, kind } : parsed;
}

async function textOf({ name, bytes }: DroppedFile): Promise<string | ImportProblem> {
  if (bytes.length === 0) return problem(`Le fichier ${name} est vide.`);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isGzip) return decodeText(bytes);
  try {
    return decodeText(await gunzip(bytes));
  } catch {
    return problem(
      `Le fichier comprimé ${name} est incomplet ou abîmé. Téléchargez-le de nouveau.`,
    );
  }
}

/** What kind of list a text is, by its first lines. */
function kindOf(text: string): FileKind | ImportProblem {
  const start = text.trimStart().slice(0, 4000);
  const [line = ''] = start.split('\n', 1);
  const cells = line.split('\t');
  if (start.startsWith('<')) return xmlKind(start);
  if (start.startsWith('[') || start.startsWith('{')) return 'ccam';
  if (/^\d{8}$/.test(cells[0] ?? '')) return bdpmKind(cells);
  const damaged = firstDamagedLine(start);
  if (damaged !== undefined)
    return problem(
      "Ce fichier n'est pas du texte : Plume lit la BDPM, la CCAM, la CIM-10, Orphanet, un tableau CSV ou une liste de termes.",
      damaged,
    );
  if (/^"?code"?[,;\t]/i.test(line) && /long|libell/i.test(line)) return 'cim10';
  if (/[;,\t]/.test(line) && isTable(start)) return 'csv';
  return 'lines';
}

const xmlKind = (start: string): FileKind | ImportProblem =>
  start.includes('<JDBOR')
    ? 'orphanet'
    : problem("Ce fichier XML n'est pas une classification d'Orphanet.", 1);

function bdpmKind(cells: readonly string[]): FileKind | ImportProblem {
  if (cells.length >= 12) return 'bdpm-names';
  if (cells.length >= 8) return 'bdpm-substances';
  return problem(
    'Ce fichier de la base publique des médicaments ne contient pas de noms utiles : déposez CIS_bdpm.txt et CIS_COMPO_bdpm.txt.',
    1,
  );
}

/** A table has as many separators in its second line as in its first. */
function isTable(start: string): boolean {
  const [first = '', second = ''] = start.split('\n');
  const sign = ['\t', ';', ','].find((separator) => first.includes(separator)) ?? ',';
  const columns = first.split(sign).length;
  return second !== '' && second.split(sign).length >= columns;
}
