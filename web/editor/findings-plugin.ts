import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { groupedBy } from '../../terminology/grouped-by';
import type { Finding } from '../../terminology/rules/finding';
import type { FindingsAnswer, FindingsRequest } from '../../terminology/rules/findings';
import { HARMFUL_RISK } from './attention';
import { wordBefore } from './heard-words';
import { blockBefore, textBlocks } from './paragraph-text';
import { blocksOf, paragraphOf, type NumberedBlock } from './report-paragraphs';
import { REST_MILLISECONDS } from './typing';

export type ParagraphsRequest = Omit<FindingsRequest, 'context'>;
/** Asks the worker that knows the rules. */
export type AskFindings = (request: ParagraphsRequest) => Promise<FindingsAnswer>;

/** A finding where it stands now; `from` and `to` are positions of the document. */
export interface PlacedFinding extends Omit<Finding, 'paragraph' | 'evidence'> {
  readonly text: string;
  /** Seconds of its sound, or of the word before it; undefined where nothing was said. */
  readonly start: number | undefined;
}

interface Answered {
  readonly order: readonly number[];
  readonly findings: readonly Finding[];
}

const key = new PluginKey<DecorationSet>('findings');

interface Spec {
  readonly finding: Finding;
}

const findingOf = ({ spec }: Decoration): Finding => (spec as Spec).finding;

interface Place {
  readonly from: number;
  readonly to: number;
}

/** Where the findings of an answer stand now; those of blocks that have changed since stand nowhere. */
function placesOf(answer: Answered, blocks: readonly NumberedBlock[]): Map<Finding, Place> {
  const byId = new Map(blocks.map((block) => [block.id, block]));
  const places = new Map<Finding, Place>();
  for (const finding of answer.findings) {
    const start = byId.get(answer.order[finding.paragraph] ?? -1)?.start;
    if (start === undefined) continue;
    places.set(finding, { from: start + finding.from, to: start + finding.to });
  }
  return places;
}

const decorate = (finding: Finding, { from, to }: Place): Decoration =>
  Decoration.inline(from, to, { class: finding.risk <= HARMFUL_RISK ? 'critical' : 'notable' }, {
    finding,
  } satisfies Spec);

const saysTheSame = (a: Finding, b: Finding): boolean =>
  a.id === b.id &&
  a.risk === b.risk &&
  a.doubt === b.doubt &&
  a.message === b.message &&
  a.fixes.length === b.fixes.length &&
  a.fixes.every(({ text, label }, at) => text === b.fixes[at]?.text && label === b.fixes[at].label);

/**
 * Blocks that changed since the question keep what was known of them until the next answer. What is found again stays
 * as it is: the editor draws a block anew for each decoration that is another one.
 */
function answered(set: DecorationSet, answer: Answered, doc: Node): DecorationSet {
  const blocks = blocksOf(doc);
  const places = placesOf(answer, blocks);
  const ids = new Set(answer.order);
  const gone = set
    .find()
    .filter(({ from }) => ids.has(blocks[blockBefore(blocks, from)]?.id ?? -1));
  const standing = groupedBy(gone, ({ from }) => from);
  const kept = new Set<Decoration>();
  for (const [finding, { from, to }] of places) {
    const same = standing
      .get(from)
      ?.find((one) => one.to === to && !kept.has(one) && saysTheSame(findingOf(one), finding));
    if (!same) continue;
    kept.add(same);
    places.delete(finding);
  }
  if (gone.length === kept.size && places.size === 0) return set;
  return set.remove(gone.filter((one) => !kept.has(one))).add(
    doc,
    [...places].map(([finding, place]) => decorate(finding, place)),
  );
}

const isAnswer = (meta: unknown): meta is Answered => meta !== undefined && meta !== null;

function apply(tr: Transaction, set: DecorationSet): DecorationSet {
  const mapped = tr.docChanged ? set.map(tr.mapping, tr.doc) : set;
  const meta: unknown = tr.getMeta(key);
  return isAnswer(meta) ? answered(mapped, meta, tr.doc) : mapped;
}

/** Asks once typing pauses, one question at a time; a change made meanwhile is asked about next. */
class Questions {
  readonly #view: EditorView;
  readonly #ask: AskFindings;
  readonly #sent = new Set<number>();
  #asked: Node | undefined;
  #answered: Node | undefined;
  #asking: Promise<void> | undefined;
  #isClosed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(view: EditorView, ask: AskFindings) {
    this.#view = view;
    this.#ask = ask;
  }

  /** What stands there now was looked through by every rule that works. */
  get isChecked(): boolean {
    return this.#answered === this.#view.state.doc;
  }

  /** Asks about the document as it stands, unless it was asked about; settles when nothing is left to ask. */
  update(): Promise<void> {
    if (!this.#asking && this.#hasQuestion) this.#asking = this.#askAll();
    return this.#asking ?? Promise.resolve();
  }

  /** What the report is about has changed: everything is asked again, after an answer that is under way. */
  again(): Promise<void> {
    this.#asked = undefined;
    this.#answered = undefined;
    return this.update();
  }

  /** The text has changed. */
  soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.update(), REST_MILLISECONDS);
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  get #hasQuestion(): boolean {
    return !this.#isClosed && this.#asked !== this.#view.state.doc;
  }

  async #askAll(): Promise<void> {
    try {
      while (this.#hasQuestion) await this.#once();
    } finally {
      this.#asking = undefined;
    }
  }

  async #once(): Promise<void> {
    const { doc } = this.#view.state;
    const blocks = blocksOf(doc);
    const order = blocks.map(({ id }) => id);
    // Before the answer, so that what is asked again meanwhile stays to be asked.
    this.#asked = doc;
    const answer = await this.#answerTo(blocks, order).catch(() => undefined);
    if (this.#isClosed || !answer) return;
    const { findings, missing, isComplete } = answer;
    for (const id of missing) this.#sent.delete(id);
    if (missing.length > 0 || !isComplete) this.#asked = undefined;
    if (missing.length > 0) return;
    if (this.#asked === doc) this.#answered = doc;
    const { state } = this.#view;
    this.#view.dispatch(
      state.tr.setMeta(key, { order, findings } satisfies Answered).setMeta('addToHistory', false),
    );
  }

  async #answerTo(
    blocks: readonly NumberedBlock[],
    order: readonly number[],
  ): Promise<FindingsAnswer> {
    const fresh = blocks.filter(({ id }) => !this.#sent.has(id));
    const changed = fresh.map((block) => ({ id: block.id, paragraph: paragraphOf(block) }));
    const answer = await this.#ask({ order, changed });
    // The worker forgets what is no longer in the report, and so do we.
    this.#sent.clear();
    for (const id of order) this.#sent.add(id);
    return answer;
  }
}

const asking = new WeakMap<EditorView, Questions>();

/** Asks about the same text again, for another patient, author or document type. */
export const askAgain = (view: EditorView): void => void asking.get(view)?.again();

/** Whether all that the rules say of the text as it stands is known. */
export const isChecked = (view: EditorView): boolean => asking.get(view)?.isChecked ?? false;

/** The same once the question under way is answered; one that failed is asked once more. */
export async function checked(view: EditorView): Promise<boolean> {
  const questions = asking.get(view);
  await questions?.update();
  if (questions && !questions.isChecked) await questions.again();
  return questions?.isChecked ?? false;
}

/** Keeps what should be looked at with the text: mapped through each change, asked again for changed blocks. */
export const findingsPlugin = (ask: AskFindings): Plugin =>
  new Plugin<DecorationSet>({
    key,
    state: { init: () => DecorationSet.empty, apply },
    props: { decorations: (state) => key.getState(state) },
    view: (view) => {
      const questions = new Questions(view, ask);
      asking.set(view, questions);
      void questions.update();
      return {
        update: (_, before) => {
          if (before.doc !== view.state.doc) questions.soon();
        },
        destroy: () => questions.close(),
      };
    },
  });

/** Whether a transaction brings an answer of the rules. */
export const hasAnswer = (tr: Transaction): boolean => isAnswer(tr.getMeta(key));

/** Worst first: by risk, then doubt, then place. */
const byDanger = (a: PlacedFinding, b: PlacedFinding): number =>
  a.risk - b.risk || b.doubt - a.doubt || a.from - b.from;

/** What was last read of a finding, and of which block; a block never changes. */
const read = new WeakMap<
  Finding,
  { readonly block: Node | undefined; readonly placed: PlacedFinding }
>();

/** The same object for the same thing at the same place: who shows it need not look again. */
function placedIn(doc: Node, decoration: Decoration): PlacedFinding {
  const { from, to } = decoration;
  const finding = findingOf(decoration);
  const blocks = textBlocks(doc);
  const block = blocks[blockBefore(blocks, from)]?.node;
  const known = read.get(finding);
  if (known && known.block === block && known.placed.from === from) return known.placed;
  const { text, start } =
    known && known.block === block
      ? known.placed
      : { text: doc.textBetween(from, to), start: wordBefore(doc, from)?.start };
  const { id, risk, rule, message, fixes, doubt } = finding;
  const placed = { id, risk, rule, message, fixes, doubt, from, to, text, start };
  read.set(finding, { block, placed });
  return placed;
}

/** What should be looked at now, worst first. */
export const findingsIn = (state: EditorState): PlacedFinding[] =>
  (key.getState(state) ?? DecorationSet.empty)
    .find()
    .map((decoration) => placedIn(state.doc, decoration))
    .sort(byDanger);

/** Writes a fix in place of what was found; the words keep their sound. */
export function writeFix(
  state: EditorState,
  { from, to }: Pick<PlacedFinding, 'from' | 'to'>,
  text: string,
): Transaction {
  const marks = state.doc.nodeAt(from)?.marks ?? [];
  return state.tr.replaceWith(from, to, state.schema.text(text, marks)).scrollIntoView();
}
