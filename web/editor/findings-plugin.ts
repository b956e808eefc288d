import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import type { Finding } from '../../terminology/rules/finding';
import type { FindingsAnswer, FindingsRequest } from '../../terminology/rules/findings';
import { HARMFUL_RISK } from './attention';
import { wordNear, wordsOf } from './heard-words';
import { blocksOf, paragraphOf, type NumberedBlock } from './report-paragraphs';

export type ParagraphsRequest = Omit<FindingsRequest, 'context'>;
/** Asks the worker that knows the rules. */
export type AskFindings = (request: ParagraphsRequest) => Promise<FindingsAnswer>;

/** A finding where it stands now; `from` and `to` are positions of the document. */
export interface PlacedFinding extends Omit<Finding, 'paragraph' | 'evidence'> {
  readonly text: string;
  /** Seconds of its sound, or of the word before it; undefined where nothing was said. */
  readonly start: number | undefined;
  /** Other passages that it rests on, in the document of when it was found. */
  readonly evidence: readonly { readonly from: number; readonly to: number }[];
}

interface Answered {
  readonly order: readonly number[];
  readonly findings: readonly Finding[];
}

const key = new PluginKey<DecorationSet>('findings');

function decorationsFor(answer: Answered, blocks: readonly NumberedBlock[]): Decoration[] {
  const byId = new Map(blocks.map((block) => [block.id, block]));
  const startOf = (paragraph: number): number | undefined =>
    byId.get(answer.order[paragraph] ?? -1)?.start;
  return answer.findings.flatMap((finding) => {
    const start = startOf(finding.paragraph);
    if (start === undefined) return [];
    const evidence = finding.evidence.flatMap(({ paragraph, from, to }) => {
      const at = startOf(paragraph);
      return at === undefined ? [] : [{ from: at + from, to: at + to }];
    });
    const look = { class: finding.risk <= HARMFUL_RISK ? 'critical' : 'notable' };
    const spec = { finding: { ...finding, evidence } };
    return [Decoration.inline(start + finding.from, start + finding.to, look, spec)];
  });
}

/** Blocks that changed since the question keep what was known of them until the next answer. */
function answered(set: DecorationSet, answer: Answered, doc: Node): DecorationSet {
  const blocks = blocksOf(doc);
  const ids = new Set(answer.order);
  const kept = blocks
    .filter(({ id }) => !ids.has(id))
    .flatMap(({ start, node }) => set.find(start, start + node.content.size));
  return DecorationSet.create(doc, [...decorationsFor(answer, blocks), ...kept]);
}

const isAnswer = (meta: unknown): meta is Answered => meta !== undefined && meta !== null;

function apply(tr: Transaction, set: DecorationSet): DecorationSet {
  const mapped = tr.docChanged ? set.map(tr.mapping, tr.doc) : set;
  const meta: unknown = tr.getMeta(key);
  return isAnswer(meta) ? answered(mapped, meta, tr.doc) : mapped;
}

/** Asks after each change, one question at a time; a change made meanwhile is asked about next. */
class Questions {
  readonly #view: EditorView;
  readonly #ask: AskFindings;
  readonly #sent = new Set<number>();
  #asked: Node | undefined;
  #answered: Node | undefined;
  #asking: Promise<void> | undefined;
  #isClosed = false;

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

  close(): void {
    this.#isClosed = true;
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
          if (before.doc !== view.state.doc) void questions.update();
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

/** What should be looked at now, worst first. */
export function findingsIn(state: EditorState): PlacedFinding[] {
  const { doc } = state;
  const words = wordsOf(doc);
  return (key.getState(state) ?? DecorationSet.empty)
    .find()
    .map(({ from, to, spec }): PlacedFinding => {
      const { finding } = spec as { readonly finding: PlacedFinding };
      const text = doc.textBetween(from, to);
      return { ...finding, from, to, text, start: wordNear(words, from)?.start };
    })
    .sort(byDanger);
}

/** Writes a fix in place of what was found; the words keep their sound. */
export function writeFix(
  state: EditorState,
  { from, to }: Pick<PlacedFinding, 'from' | 'to'>,
  text: string,
): Transaction {
  const marks = state.doc.nodeAt(from)?.marks ?? [];
  return state.tr.replaceWith(from, to, state.schema.text(text, marks)).scrollIntoView();
}
