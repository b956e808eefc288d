import type { Mark, Node, Schema } from '@tiptap/pm/model';
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { DraftedText } from '../../terminology/draft/drafted-text';
import { between, type Heard as HeardWordOf, type Piece } from '../../terminology/spoken';
import type { Heard, Origin } from './heard-mark';

const RISK_DRUG = 2;
const RISK_SPELLING = 7;

const heardText = (words: readonly HeardWordOf[]): string =>
  words.map(({ text, glued }, index) => (index === 0 || glued ? text : ` ${text}`)).join('');

function originOf({ kind, heard, written }: Piece): Origin {
  const isPlain = kind === 'word' || kind === 'typography';
  const mending = heard[0]?.mending;
  if (isPlain && mending?.level === 'repaired') return mending.rule ? 'memory' : 'repaired';
  if (kind !== 'word') return kind;
  return heardText(heard) === written ? 'machine' : 'typography';
}

/** What should be looked at, worst first: what the speaker's words leave open, then what the lexicon doubts. */
function reasonOf({ doubts, heard }: Piece): Pick<Heard, 'risk' | 'reason'> {
  const [worst] = [...doubts].sort((a, b) => a.risk - b.risk);
  if (worst) return { risk: worst.risk, reason: worst.message };
  const mending = heard[0]?.mending;
  if (!mending) return { risk: 0, reason: '' };
  if (mending.level === 'proposed') {
    return {
      risk: mending.isDrug ? RISK_DRUG : RISK_SPELLING,
      reason: `Mot inconnu ici : peut-être « ${mending.proposals[0] ?? ''} ».`,
    };
  }
  return mending.isDrug
    ? {
        risk: RISK_DRUG,
        reason: `Médicament rétabli d’après ${mending.rule ? 'la mémoire de correction' : 'le son'} : entendu « ${mending.heard} ».`,
      }
    : { risk: 0, reason: '' };
}

/** What a date, a time or a quantity is, whatever the way it is typed. */
function valueOf(piece: Piece): string {
  if (piece.kind === 'date') return piece.iso ?? '';
  if (piece.kind === 'unit') return [...piece.values, piece.unit].join(' ');
  return piece.kind === 'number' ? piece.values.join(' ') : '';
}

/** Words mended together share one origin, so that they are shown and put back together. */
function heardOf(piece: Piece): Heard | undefined {
  const [first] = piece.heard;
  const last = piece.heard.at(-1);
  if (!first || !last) return undefined;
  const { mending } = first;
  const isRepaired = mending?.level === 'repaired';
  return {
    start: isRepaired ? mending.start : first.start,
    end: isRepaired ? mending.end : last.end,
    confidence: Math.min(...piece.heard.map(({ confidence }) => confidence)),
    heard: isRepaired ? mending.heard : heardText(piece.heard),
    written: piece.written,
    origin: originOf(piece),
    proposals: mending?.proposals ?? [],
    breaks: piece.breakAfter !== undefined,
    value: valueOf(piece),
    ...reasonOf(piece),
  };
}

function marksOf(schema: Schema, piece: Piece): Mark[] {
  const heard = heardOf(piece);
  const { emphasis, struck } = piece;
  return [
    ...(heard ? [schema.mark('heard', { ...heard })] : []),
    ...(emphasis && emphasis !== 'capitals' ? [schema.mark(emphasis)] : []),
    ...(struck ? [schema.mark('struck')] : []),
  ];
}

function inlineOf(schema: Schema, piece: Piece): Node[] {
  const [first] = piece.heard;
  const last = piece.heard.at(-1);
  if (piece.written !== '') return [schema.text(piece.written, marksOf(schema, piece))];
  if (!first || !last) return [];
  const { start } = first;
  return [schema.node('spokenCommand', { heard: heardText(piece.heard), start, end: last.end })];
}

/** Words that ask for a person and leave no text of their own ("non pardon") stand struck beside what they struck. */
const shown = (piece: Piece): Piece =>
  piece.written === '' && piece.kind !== 'note' && piece.doubts.length > 0
    ? { ...piece, written: heardText(piece.heard), struck: true, before: 'space', after: 'space' }
    : piece;

/** Lines of the draft as they are laid out; the first goes on where the report ends. */
class Layout {
  readonly #schema: Schema;
  readonly blocks: { readonly type: string; readonly content: Node[] }[];
  #previous: Piece | undefined;

  constructor(schema: Schema, previous: Piece | undefined) {
    this.#schema = schema;
    this.#previous = previous;
    this.blocks = [{ type: 'paragraph', content: [] }];
  }

  add(piece: Piece): void {
    if (piece.kind === 'note') {
      this.#note(piece);
      return;
    }
    const isVisible = piece.written !== '';
    const joint = this.#previous ? between(this.#previous, piece) : '';
    if (joint.startsWith('\n')) this.#breakLines(joint.length);
    else if (isVisible && joint !== '') this.#block.push(this.#schema.text(joint));
    this.#write(piece);
    if (isVisible || piece.breakAfter) this.#previous = piece;
  }

  /** "point à la ligne, nouveau paragraphe" is one empty line, not two. */
  #breakLines(wanted: number): void {
    const standing =
      this.blocks.length - 1 - this.blocks.findLastIndex(({ content }) => content.length > 0);
    const there = Math.min(standing, this.blocks.length - 1);
    for (let line = there; line < wanted; line += 1) this.#newBlock('paragraph');
  }

  /** A text of the practice may have several lines, each with the same words behind it. */
  #write(piece: Piece): void {
    const [first = '', ...others] = piece.written.split('\n');
    this.#block.push(...inlineOf(this.#schema, { ...piece, written: first }));
    for (const line of others) {
      this.#newBlock('paragraph');
      if (line !== '') this.#block.push(...inlineOf(this.#schema, { ...piece, written: line }));
    }
  }

  get #block(): Node[] {
    return this.blocks.at(-1)?.content ?? [];
  }

  #newBlock(type: string): void {
    this.blocks.push({ type, content: [] });
  }

  #note(piece: Piece): void {
    const text = piece.written || heardText(piece.heard);
    this.#newBlock('asideNote');
    this.#block.push(this.#schema.text(text, marksOf(this.#schema, { ...piece, written: text })));
    this.#newBlock('paragraph');
    this.#previous = undefined;
  }
}

/** Writes what is new of the draft at the end of the report; the caret, the selection and the undo history stay. */
export function appendDraft(
  state: EditorState,
  { previous, pieces }: Pick<DraftedText, 'previous' | 'pieces'>,
): Transaction {
  const { tr, selection, doc, schema } = state;
  const layout = new Layout(schema, previous);
  for (const piece of pieces) layout.add(shown(piece));
  const [first, ...others] = layout.blocks;
  const last = doc.lastChild;
  const goesOn = last?.type.name === 'paragraph';
  if (first && goesOn) tr.insert(doc.content.size - 1, first.content);
  const added = (first && !goesOn ? [first, ...others] : others).map(({ type, content }) =>
    schema.node(type, null, content),
  );
  tr.insert(tr.doc.content.size, added);

  const end = pieces.findLast(({ heard }) => heard.length > 0)?.heard.at(-1)?.end;
  if (end !== undefined) tr.setDocAttribute('writtenUntil', end);
  const { anchor, head } = selection;
  tr.setSelection(TextSelection.between(tr.doc.resolve(anchor), tr.doc.resolve(head)));
  return tr.setMeta('addToHistory', false);
}

/** Seconds of the sound up to which the draft is written. */
export const writtenUntil = (doc: Node): number => Number(doc.attrs.writtenUntil);
