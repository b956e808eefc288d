import { join } from 'node:path';

export type DictationStyle = 'commands' | 'natural' | 'mixed';

/** A fictitious dictation of the speech material: what is said, and what a good secretary types. */
export interface ReferenceDictation {
  readonly id: string;
  readonly documentType: string;
  readonly specialty: string;
  /** Whether punctuation is spoken, left out, or sometimes spoken. */
  readonly style: DictationStyle;
  readonly spoken: string;
  readonly written: string;
  readonly terms: readonly string[];
}

/** Where the speech material lies: `PLUME_SHARED`, else `shared` beside the repository. It may be missing. */
export const sharedFolder = (): string =>
  process.env['PLUME_SHARED'] ?? join(import.meta.dirname, '..', '..', '..', 'shared');

const isStyle = (text: string): text is DictationStyle =>
  text === 'commands' || text === 'natural' || text === 'mixed';

function parseBlock(block: string): ReferenceDictation {
  const [heading = ''] = block.split('\n', 1);
  const [id = '', documentType = '', specialty = '', style = ''] = heading
    .split('|')
    .map((part) => part.trim());
  const body = /^spoken: (.*)\nwritten: ([\s\S]*?)\nterms: (.*)$/m.exec(block);
  if (body === null || !isStyle(style))
    throw new Error(`Dictation "${id}" is not in the format of dictations.txt.`);
  const [, spoken = '', written = '', terms = ''] = body;
  return {
    id,
    documentType,
    specialty,
    style,
    spoken: spoken.trim(),
    written: written.trim(),
    terms: terms.split(';').map((term) => term.trim()),
  };
}

/** Parses `dictations.txt` (format: the README beside it); throws a sentence on a block of another form. */
export const parseDictations = (text: string): ReferenceDictation[] =>
  text.split(/^== /m).slice(1).map(parseBlock);
