import { tokenise } from '../lexicon/tokens';

/** How often each word stands in medical labels and terms; hyphenated words count as a whole and by part. */
export class LabelCounts {
  readonly #counts = new Map<string, number>();
  #total = 0;

  add(label: string, withLigatures: (word: string) => string): void {
    for (const word of wordsOf(label)) {
      const form = withLigatures(word);
      const parts = form.includes('-') ? [form, ...form.split('-')] : [form];
      for (const part of parts) this.#counts.set(part, (this.#counts.get(part) ?? 0) + 1);
      this.#total += 1;
    }
  }

  of(form: string): number {
    return this.#counts.get(form.toLowerCase()) ?? 0;
  }

  /** log10 of occurrences in a thousand million words; a word never seen counts 0.3, as in the prototype. */
  zipf(form: string): number {
    return Math.log10(((this.of(form) + 0.3) / Math.max(1, this.#total)) * 1e9);
  }

  forms(): IterableIterator<string> {
    return this.#counts.keys();
  }
}

/** Lower-case words of a label, hyphens kept, elided articles left out. */
export function wordsOf(label: string): string[] {
  const words: string[] = [];
  const tokens = tokenise(label.normalize('NFC').toLowerCase());
  tokens.forEach(({ text, joint }, at) => {
    const elided = text.length <= 2 && tokens[at + 1]?.joint === 'apostrophe';
    if (elided) return;
    if (joint === 'hyphen' && words.length > 0) words.push(`${words.pop() ?? ''}-${text}`);
    else words.push(text);
  });
  return words.filter((word) => /^[\p{L}-]{2,}$/u.test(word));
}
