import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import { newIdentifier } from '../dossier/identifier';
import { blanksOf, type Blank } from './blank';

const textOf = ({ content }: Slice): string => content.textBetween(0, content.size, '\n');

/** Every node after what stands in it, as `change` gives it back; left out where it gives nothing. */
function mapped(fragment: Fragment, change: (node: Node) => Node | undefined): Fragment {
  const nodes: Node[] = [];
  fragment.forEach((node) => {
    const changed = change(node.copy(mapped(node.content, change)));
    if (changed) nodes.push(changed);
  });
  return Fragment.fromArray(nodes);
}

const inSlice = (slice: Slice, change: (node: Node) => Node | undefined): Slice =>
  new Slice(mapped(slice.content, change), slice.openStart, slice.openEnd);

const renamed = (blank: Node, attrs: Partial<Blank> = {}): Node =>
  blank.type.create({ ...blank.attrs, ...attrs, id: newIdentifier() }, null, blank.marks);

function withoutEvidence(node: Node): Node | undefined {
  if (node.type.name === 'spokenCommand') return undefined;
  const plain = node.mark(node.marks.filter(({ type }) => type.name !== 'heard'));
  const nothing = { start: 0, end: 0, question: '', answer: '' };
  return node.type.name === 'blank' ? renamed(plain, nothing) : plain;
}

/**
 * Words keep their sound when they are moved within their own report. From anywhere else they come as typed by hand:
 * the seconds would be those of another recording, or made up.
 */
export class PastedEvidence {
  #copied: Slice | undefined;

  copied(slice: Slice): Slice {
    this.#copied = slice;
    return slice;
  }

  /** @param doc the report before: a blank that stands in it already is pasted as another one. */
  pasted(slice: Slice, doc: Node): Slice {
    if (!this.#copied || textOf(this.#copied) !== textOf(slice)) {
      return inSlice(slice, withoutEvidence);
    }
    const taken = new Set(blanksOf(doc).map(({ id }) => id));
    return inSlice(slice, (node) =>
      node.type.name === 'blank' && taken.has(String(node.attrs.id)) ? renamed(node) : node,
    );
  }
}
