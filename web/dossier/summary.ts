import type { MissingKind } from '../../terminology/summary/conservation/critical';
import type { FaultKind } from '../../terminology/summary/conservation/fault';
import type { Heading } from '../../terminology/summary/heading';
import type { Limit } from '../../terminology/summary/summarise';

/** A passage of the report that summary lines come from, found again by its words when the report has changed. */
export interface SourcePassage {
  readonly paragraph: number;
  readonly from: number;
  readonly to: number;
  readonly quote: string;
}

/** What a line says and the report does not. */
export interface UnsupportedItem {
  readonly kind: FaultKind;
  readonly message: string;
  readonly inReport?: SourcePassage;
}

export interface SummaryLine {
  readonly id: string;
  readonly heading: Heading;
  readonly text: string;
  /** From the sentences of the report, or taken over from a model. */
  readonly origin: 'extracted' | 'generated';
  /** Absent where a model wrote the line. */
  readonly source?: SourcePassage;
  /** A person has changed the words: the line is kept when the summary is made again. */
  readonly isEdited: boolean;
  readonly unsupported: readonly UnsupportedItem[];
}

/** What the report says that the lines lack. */
export interface MissingItem {
  readonly kind: MissingKind;
  readonly source: SourcePassage;
}

/** A summary that was put into the report, or copied, although the report does not support all of it. */
export interface Override {
  readonly reason: string;
  /** Lines with what was not supported, as they stood. */
  readonly lines: readonly string[];
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Identifier of the person. */
  readonly by: string;
}

export interface Summary {
  readonly format: 1;
  readonly lines: readonly SummaryLine[];
  readonly missing: readonly MissingItem[];
  readonly limits: readonly (Limit | 'no-lexicon')[];
  /** Of the text it was made from, to tell whether the report has changed since. */
  readonly textHash: number;
  readonly at: number;
  readonly overrides: readonly Override[];
}

/** FNV-1a over the UTF-16 units of a text, as an unsigned 32-bit number. */
export function textHash(paragraphs: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const paragraph of paragraphs) {
    for (let at = 0; at < paragraph.length; at++)
      hash = Math.imul(hash ^ paragraph.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ 0x0a, 0x01000193);
  }
  return hash >>> 0;
}

/** A line as it is read: with a capital. */
export const shown = (text: string): string =>
  text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);

const isOfSameSentence = (a: SummaryLine, b: SummaryLine): boolean =>
  a.source !== undefined && a.source.quote === b.source?.quote;

/** A summary made again: what a person wrote stays, in place of the new line of the same sentence. */
export function withEdits(
  fresh: readonly SummaryLine[],
  old: readonly SummaryLine[],
): SummaryLine[] {
  const kept = old.filter(({ isEdited, origin }) => isEdited || origin === 'generated');
  const others = kept.filter((line) => !fresh.some((other) => isOfSameSentence(line, other)));
  return [
    ...fresh.map((line) => kept.find((other) => isOfSameSentence(line, other)) ?? line),
    ...others,
  ];
}
