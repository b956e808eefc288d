/** A line of a table as it stands in the file. */
export interface TableRow {
  /** Line of the file on which it starts, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export type TableFailure = 'open-quote' | 'too-many-rows' | 'too-wide';

const DELIMITERS = [';', ',', '\t', '|'] as const;
const SAMPLE_LINES = 20;
export const MOST_ROWS = 10_000;
const MOST_CELLS = 200;
const LONGEST_CELL = 2_000;

/** Which of the usual delimiters cuts the first lines into the same number of cells, more than one; most cells wins. */
export function delimiterOf(text: string): string {
  const lines = text
    .split(/\r\n|\r|\n/, SAMPLE_LINES)
    .map((line) => line.slice(0, LONGEST_CELL).replace(/"[^"]*"/g, ''))
    .filter((line) => line.trim() !== '');
  const scores = DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const [first = 0] = counts;
    const agreeing = counts.filter((count) => count === first).length;
    return { delimiter, score: first === 0 ? 0 : agreeing * 100 + first };
  });
  const [best] = scores.toSorted((one, other) => other.score - one.score);
  return best?.delimiter ?? ';';
}

/** Cells of delimited text as RFC 4180 has it; a quote inside a bare cell is a letter like another. */
class TableReader {
  readonly rows: TableRow[] = [];
  readonly #text: string;
  readonly #delimiter: string;
  #at = 0;
  #line = 1;

  constructor(text: string, delimiter: string) {
    this.#text = text;
    this.#delimiter = delimiter;
  }

  read(): TableFailure | undefined {
    while (this.#at < this.#text.length) {
      const failure = this.#row();
      if (failure) return failure;
      if (this.rows.length > MOST_ROWS) return 'too-many-rows';
    }
    return undefined;
  }

  #row(): TableFailure | undefined {
    const line = this.#line;
    const cells: string[] = [];
    for (;;) {
      const cell = this.#text[this.#at] === '"' ? this.#quoted() : this.#bare();
      if (cell === undefined) return 'open-quote';
      if (cell.length > LONGEST_CELL || cells.length >= MOST_CELLS) return 'too-wide';
      cells.push(cell.trim());
      if (this.#text[this.#at] !== this.#delimiter) break;
      this.#at++;
    }
    this.#endOfLine();
    if (cells.some((cell) => cell !== '')) this.rows.push({ line, cells });
    return undefined;
  }

  #bare(): string {
    const from = this.#at;
    while (this.#at < this.#text.length && !this.#isEnd(this.#text[this.#at])) this.#at++;
    return this.#text.slice(from, this.#at);
  }

  /** After the closing quote, what stands before the delimiter belongs to the cell too. */
  #quoted(): string | undefined {
    let cell = '';
    let from = ++this.#at;
    for (;;) {
      const quote = this.#text.indexOf('"', from);
      if (quote < 0) return undefined;
      cell += this.#text.slice(from, quote);
      this.#at = quote + 1;
      if (this.#text[this.#at] !== '"') break;
      cell += '"';
      from = this.#at + 1;
    }
    this.#line += cell.split('\n').length - 1;
    return cell + this.#bare();
  }

  #isEnd = (letter: string | undefined): boolean =>
    letter === this.#delimiter || letter === '\n' || letter === '\r';

  #endOfLine(): void {
    if (this.#text[this.#at] === '\r') this.#at++;
    if (this.#text[this.#at] === '\n') this.#at++;
    this.#line++;
  }
}

/** Rows that are not empty, or why there is no table. */
export function tableRows(text: string, delimiter: string): readonly TableRow[] | TableFailure {
  const reader = new TableReader(text, delimiter);
  return reader.read() ?? reader.rows;
}
