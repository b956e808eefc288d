import { tokenise } from './tokens';

interface Counted {
  count: number;
  /** Occurrences after the first word of a label, and how many of them had a capital. */
  inside: number;
  capitals: number;
  written: string;
}

/** How often each word stands in medical labels and terms; hyphenated words count as a whole and by part. */
export class LabelCounts {
  readonly #words = new Map<string, Counted>();
  #total = 0;

  add(label: string, withLigatures: (word: string) => string): void {
    for (const [at, word] of wordsOf(label).entries()) {
      const form = withLigatures(word);
      this.#count(form, at > 0);
      if (form.includes('-'))
        form.split('-').forEach((part, order) => this.#count(part, at + order > 0));
      this.#total += 1;
    }
  }

  #count(word: string, isInside: boolean): void {
    const key = word.toLowerCase();
    const counted = this.#words.get(key) ?? { count: 0, inside: 0, capitals: 0, written: key };
    const isCapital = key !== word;
    counted.count += 1;
    if (isInside) counted.inside += 1;
    if (isInside && isCapital) {
      counted.capitals += 1;
      counted.written = word;
    }
    this.#words.set(key, counted);
  }

  of(form: string): number {
    return this.#words.get(form.toLowerCase())?.count ?? 0;
  }

  /** The word as labels write it: with its capitals where they nearly always do ("Crohn", "HIV"), else without. */
  written(word: string): string {
    const counted = this.#words.get(word.toLowerCase());
    const isProper =
      counted !== undefined && counted.capitals > 0 && counted.capitals >= 0.9 * counted.inside;
    return isProper ? counted.written : word.toLowerCase();
  }

  /** log10 of occurrences in a thousand million words; a word never seen counts 0.3, as in the prototype. */
  zipf(form: string): number {
    return Math.log10(((this.of(form) + 0.3) / Math.max(1, this.#total)) * 1e9);
  }
}

/** Words of a label as written, hyphens kept, elided articles and numbers left out. */
export function wordsOf(label: string): string[] {
  const words: string[] = [];
  const tokens = tokenise(label.normalize('NFC'));
  tokens.forEach(({ text, joint }, at) => {
    const elided = text.length <= 2 && tokens[at + 1]?.joint === 'apostrophe';
    if (elided) return;
    if (joint === 'hyphen' && words.length > 0) words.push(`${words.pop() ?? ''}-${text}`);
    else words.push(text);
  });
  return words.filter((word) => /^\p{L}[\p{L}-]+$/u.test(word));
}
