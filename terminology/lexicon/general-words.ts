import { lower } from './fold';

const LAST = 1 << 31;
const FINAL = 1 << 30;
const LABEL_SHIFT = 23;
const LABEL_MASK = 0x7f;
const TARGET_MASK = (1 << LABEL_SHIFT) - 1;
const CAPITALISED = 0x80;
const ZIPF_STEPS = 10;

/**
 * Word graph as compiled: each edge is `last | final | label (7 bits) | first edge of the target (23 bits, 0: none)`;
 * children come before their parents and the root is the last node. One attribute byte a word, in alphabetical order of the
 * alphabet: general Zipf × 10, top bit for words only written with a capital.
 */
export interface WordGraph {
  readonly alphabet: string;
  readonly edges: Uint32Array;
  readonly root: number;
  readonly attributes: Uint8Array;
}

export interface GraphVisitor {
  /** Told each letter as a code unit with its depth, 1 for the first; says whether to go on below it. */
  enter(code: number, depth: number): boolean;
  /** Told the rank of the word that the last letter ends. */
  found(index: number): void;
}

/** Every form of general French with its frequency: exact accents, case only where it matters. */
export class GeneralWords {
  readonly size: number;
  readonly #edges: Uint32Array;
  readonly #root: number;
  readonly #attributes: Uint8Array;
  readonly #codes: Uint16Array;
  readonly #labels = new Map<number, number>();
  /** Words that come before those of an edge within its node. */
  readonly #before: Uint32Array;

  constructor(graph: WordGraph) {
    this.#edges = graph.edges;
    this.#root = graph.root;
    this.#attributes = graph.attributes;
    this.#codes = Uint16Array.from(graph.alphabet, (letter) => letter.charCodeAt(0));
    this.size = graph.attributes.length;
    this.#codes.forEach((code, label) => this.#labels.set(code, label));
    this.#before = countBefore(graph.edges);
  }

  /** Whether it is spelled as French spells it; a proper noun needs its capital ("barbara" is unknown). */
  has(form: string): boolean {
    const index = this.indexOf(form);
    if (index < 0) return false;
    return !this.isCapitalised(index) || form.charAt(0) !== form.charAt(0).toLowerCase();
  }

  /** Zipf frequency, 0 to 8; 0 when unknown or never counted. */
  zipf(form: string): number {
    const index = this.indexOf(form);
    return index < 0 ? 0 : this.zipfAt(index);
  }

  /** Rank of a form in the graph, whatever its capitals; -1 when it is not there. */
  indexOf(form: string): number {
    const text = lower(form);
    let node = this.#root;
    let index = 0;
    for (let at = 0; at < text.length; at++) {
      const edge = this.#edgeOf(node, text.charCodeAt(at));
      if (edge < 0) return -1;
      index += this.#before[edge] ?? 0;
      const value = this.#edges[edge] ?? 0;
      if (at === text.length - 1) return (value & FINAL) === 0 ? -1 : index;
      if ((value & FINAL) !== 0) index += 1;
      node = value & TARGET_MASK;
      if (node === 0) return -1;
    }
    return -1;
  }

  zipfAt(index: number): number {
    return ((this.#attributes[index] ?? 0) & ~CAPITALISED) / ZIPF_STEPS;
  }

  isCapitalised(index: number): boolean {
    return ((this.#attributes[index] ?? 0) & CAPITALISED) !== 0;
  }

  /** Walks the graph depth first, in order of rank. */
  walk(visitor: GraphVisitor): void {
    this.#walkFrom(this.#root, 0, 1, visitor);
  }

  /** All forms in order of rank. */
  forms(): string[] {
    const forms: string[] = [];
    const letters: string[] = [];
    this.walk({
      enter(code, depth) {
        letters.length = depth - 1;
        letters.push(String.fromCharCode(code));
        return true;
      },
      found: () => forms.push(letters.join('')),
    });
    return forms;
  }

  #walkFrom(node: number, base: number, depth: number, visitor: GraphVisitor): void {
    for (let edge = node; ; edge++) {
      const value = this.#edges[edge] ?? LAST;
      const index = base + (this.#before[edge] ?? 0);
      if (visitor.enter(this.#codes[(value >>> LABEL_SHIFT) & LABEL_MASK] ?? 0, depth)) {
        const final = (value & FINAL) !== 0;
        if (final) visitor.found(index);
        const target = value & TARGET_MASK;
        if (target !== 0) this.#walkFrom(target, index + (final ? 1 : 0), depth + 1, visitor);
      }
      if ((value & LAST) !== 0) return;
    }
  }

  #edgeOf(node: number, code: number): number {
    const label = this.#labels.get(code);
    if (label === undefined) return -1;
    for (let edge = node; ; edge++) {
      const value = this.#edges[edge] ?? LAST;
      const here = (value >>> LABEL_SHIFT) & LABEL_MASK;
      if (here === label) return edge;
      if (here > label || (value & LAST) !== 0) return -1;
    }
  }
}

/** Words reached through earlier edges of the same node; works in one pass because children come first. */
function countBefore(edges: Uint32Array): Uint32Array {
  const before = new Uint32Array(edges.length);
  const below = new Uint32Array(edges.length);
  let start = 1;
  for (let edge = 1; edge < edges.length; edge++) {
    const value = edges[edge] ?? 0;
    if ((value & LAST) === 0) continue;
    let sum = 0;
    for (let at = start; at <= edge; at++) {
      before[at] = sum;
      const here = edges[at] ?? 0;
      sum += ((here & FINAL) !== 0 ? 1 : 0) + (below[here & TARGET_MASK] ?? 0);
    }
    below[start] = sum;
    start = edge + 1;
  }
  return before;
}

/** Puts an edge into the 32 bits described on `WordGraph`. */
export const packEdge = (
  label: number,
  target: number,
  ends: { readonly last: boolean; readonly final: boolean },
): number =>
  ((ends.last ? LAST : 0) | (ends.final ? FINAL : 0) | (label << LABEL_SHIFT) | target) >>> 0;

/** Attribute byte of a word: see `WordGraph`. */
export const packAttribute = (zipf: number, capitalised: boolean): number =>
  Math.min(0x7f, Math.round(zipf * ZIPF_STEPS)) | (capitalised ? CAPITALISED : 0);
