import type { Node } from '@tiptap/pm/model';
import { closeHistory } from '@tiptap/pm/history';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { wordsOf } from './heard-words';
import { paragraphText, textBlocks } from './paragraph-text';

/** What is looked for; capitals, accents, kinds of spaces and apostrophes count only where `isExact`. */
export interface Search {
  readonly text: string;
  readonly isExact: boolean;
}

/** Where it stands; positions of the document, half-open. */
export interface Hit {
  readonly from: number;
  readonly to: number;
}

/** A text in which letters look alike, and for each of its units the place of the letter it came from. */
interface Folded {
  readonly text: string;
  readonly places: readonly number[];
}

const plainLetter = (letter: string): string =>
  letter
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace('œ', 'oe')
    .replace('æ', 'ae')
    .replace(/[’ʼ]/u, "'")
    // A line break, or a sign of the editor, stands between two words like a space, but is none.
    .replace(/[^\S\n]/u, ' ');

function folded(text: string, isExact: boolean): Folded {
  let written = '';
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    const plain = isExact ? letter : plainLetter(letter);
    for (let unit = 0; unit < plain.length; unit++) places.push(at);
    written += plain;
    at += letter.length;
  }
  places.push(at);
  return { text: written, places };
}

/** Finds a text in blocks; a block never changes, so that each is read once. */
export class Finder {
  readonly search: Search;
  readonly #wanted: string;
  readonly #ofBlock = new WeakMap<Node, readonly Hit[]>();

  constructor(search: Search) {
    this.search = search;
    this.#wanted = folded(search.text, search.isExact).text;
  }

  /** Every place in order; none overlaps another. */
  hits(doc: Node): readonly Hit[] {
    if (this.#wanted === '') return [];
    return textBlocks(doc).flatMap(({ node, start }) =>
      this.#inBlock(node).map(({ from, to }) => ({ from: start + from, to: start + to })),
    );
  }

  #inBlock(block: Node): readonly Hit[] {
    const known = this.#ofBlock.get(block);
    if (known) return known;
    const { text, places } = folded(paragraphText(block), this.search.isExact);
    const hits: Hit[] = [];
    const { length } = this.#wanted;
    for (let at = text.indexOf(this.#wanted); at >= 0; at = text.indexOf(this.#wanted, at)) {
      const from = places[at] ?? 0;
      // An accent written apart belongs to the letter before it.
      const to = places.slice(at + length).find((place) => place > (places[at + length - 1] ?? 0));
      hits.push({ from, to: to ?? from });
      at += length;
    }
    this.#ofBlock.set(block, hits);
    return hits;
  }
}

/** The hit after a place, else the first; before it, else the last. */
export const nextHit = (hits: readonly Hit[], from: number, direction: 1 | -1): Hit | undefined =>
  direction === 1
    ? (hits.find((hit) => hit.from >= from) ?? hits[0])
    : (hits.findLast((hit) => hit.from < from) ?? hits.at(-1));

/** A word found whatever its capitals keeps the one it begins with; µ has none: "Μg" would be another unit. */
function inPlaceOf(there: string, search: Search, text: string): string {
  const isRaised = /^\p{Lu}/u.test(there) && !/^\p{Lu}/u.test(search.text);
  return !search.isExact && isRaised && /^[^µμ]/u.test(text)
    ? text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)
    : text;
}

/** Marks of a text written over a hit: words wholly in it are heard from the first to the last. */
function marksOver(doc: Node, { from, to }: Hit) {
  const marks = doc.nodeAt(from)?.marks ?? [];
  const heard = marks.find(({ type }) => type.name === 'heard');
  const words = wordsOf(doc).filter((word) => word.from < to && word.to > from);
  const isWhole = words.every((word) => word.from >= from && word.to <= to);
  if (!heard || !isWhole || words.length < 2) return marks;
  const spanning = heard.type.create({
    ...heard.attrs,
    start: Math.min(...words.map(({ start }) => start)),
    end: Math.max(...words.map(({ end }) => end)),
    heard: words.map((word) => word.heard).join(' '),
    written: doc.textBetween(from, to),
    proposals: [],
  });
  return spanning.addToSet(marks);
}

/** Writes a text over hits, in one step of the history; the words keep their sound. */
export function replaceHits(
  state: EditorState,
  { hits, search }: { readonly hits: readonly Hit[]; readonly search: Search },
  text: string,
): Transaction {
  const { tr, doc, schema } = state;
  // From the end, so that the places of the others hold.
  for (const hit of hits.toReversed()) {
    const written = inPlaceOf(doc.textBetween(hit.from, hit.to), search, text);
    if (written === '') tr.delete(hit.from, hit.to);
    else tr.replaceWith(hit.from, hit.to, schema.text(written, marksOver(doc, hit)));
  }
  return closeHistory(tr);
}
