import { unsupportedIn } from './conservation/conserve';
import type { Unsupported } from './conservation/fault';
import { ReportIndex } from './conservation/report-index';
import type { Heading } from './heading';
import { outline } from './outline';
import type { Reader } from './reading';

/** A line that somebody else wrote, compared with the report. */
export interface WrittenLine {
  readonly heading: Heading;
  readonly text: string;
  /** Empty where the report says all of it. */
  readonly unsupported: readonly Unsupported[];
}

const LINE_END = /\n+|(?<=[.!?])\s+(?=[\p{Lu}•-])/u;
const SIGNS = /^(?:[-–•*]|\d+[.)])\s+/;

const cleaned = (line: string): string => line.trim().replace(SIGNS, '');

/** Cuts a text into lines as it comes; the last one stays open until it ends. */
export class LineCutter {
  readonly #onLine: (line: string) => void;
  #open = '';
  #count = 0;

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  add(part: string): void {
    const lines = (this.#open + part).split(LINE_END);
    this.#open = lines.pop() ?? '';
    for (const line of lines) this.#give(line);
  }

  /** Ends the last line. @returns how many there were. */
  end(): number {
    this.#give(this.#open);
    this.#open = '';
    return this.#count;
  }

  #give(line: string): void {
    const text = cleaned(line);
    if (text === '') return;
    this.#count += 1;
    this.#onLine(text);
  }
}

/** Compares lines with their report one by one. */
export function lineChecker(
  reader: Reader,
  paragraphs: readonly string[],
): (text: string) => WrittenLine {
  const report = new ReportIndex(reader.read(paragraphs));
  return (text) => {
    const sentences = reader.readLine(text);
    const [first] = outline([text], sentences);
    return {
      heading: first?.heading === 'motive' ? 'findings' : (first?.heading ?? 'findings'),
      text,
      unsupported: unsupportedIn(report, sentences),
    };
  };
}
