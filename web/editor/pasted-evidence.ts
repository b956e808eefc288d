import { Fragment, Slice, type Node } from '@tiptap/pm/model';

const textOf = ({ content }: Slice): string => content.textBetween(0, content.size, '\n');

function withoutHeard(fragment: Fragment): Fragment {
  const nodes: Node[] = [];
  fragment.forEach((node) => {
    const marks = node.marks.filter(({ type }) => type.name !== 'heard');
    if (node.type.name !== 'spokenCommand') {
      nodes.push(node.copy(withoutHeard(node.content)).mark(marks));
    }
  });
  return Fragment.fromArray(nodes);
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

  pasted(slice: Slice): Slice {
    if (this.#copied && textOf(this.#copied) === textOf(slice)) return slice;
    return new Slice(withoutHeard(slice.content), slice.openStart, slice.openEnd);
  }
}
