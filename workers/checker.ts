import './guard';
import { expose } from 'comlink';
import { draftedText, type DraftedText } from '../terminology/draft/drafted-text';
import { MendedSegments } from '../terminology/draft/mended-segments';
import { commonWordTest } from '../terminology/draft/proper-names';
import type { Lexicon } from '../terminology/lexicon/lexicon';
import { loadLexicon } from '../terminology/lexicon/load';
import type { OwnTerm } from '../terminology/lexicon/own-words';
import { Suggester } from '../terminology/lexicon/suggest';
import type { Usage } from '../terminology/lexicon/usage';
import { UsageReader } from '../terminology/lexicon/usage-reader';
import type { TermCard } from '../terminology/lexicon/term-card';
import { packMarks, TextMarker } from '../terminology/lexicon/text-marker';
import { loadSounds } from '../terminology/phonetic/load';
import { PhoneticRepair } from '../terminology/phonetic/repair';
import { SoundLexicon } from '../terminology/phonetic/sound-lexicon';
import { Findings, type FindingsAnswer, type FindingsRequest } from '../terminology/rules/findings';
import { Knowledge as WordKnowledge } from '../terminology/rules/knowledge';
import { remembered, type MemoryRule } from '../terminology/memory/apply';
import type { KnownNames } from '../terminology/memory/known-names';
import {
  lessonOf,
  type Judgement,
  type Lesson,
  type PersonEdit,
} from '../terminology/memory/lessons';
import { pairFault, type Pair, type PairFault } from '../terminology/memory/pair';
import { wordJudgement } from '../terminology/memory/word-judgement';
import type { SpokenOptions } from '../terminology/spoken';
import type { Segment } from '../terminology/word';
import { readLexiconFile } from './lexicon-data';
import { PracticeWords, type KeptEdition } from './practice-words';

export interface DraftRequest {
  readonly dictationId: string;
  /** One list of segments a window, in order. */
  readonly windows: readonly (readonly Segment[])[];
  readonly writtenUntil: number;
  readonly isComplete: boolean;
  /** How the practice wants it written, and the day of the dictation. */
  readonly spoken: SpokenOptions;
  /** What the practice has learnt and switched on. */
  readonly rules: readonly MemoryRule[];
}

export interface Draft extends DraftedText {
  /** False where the lexicon could not be read: the words are as the recogniser spelt them. */
  readonly hasLexicon: boolean;
}

/** Findings of one report; other reports make the worker forget it. */
export interface ReportFindingsRequest extends FindingsRequest {
  readonly reportId: string;
}

interface Knowledge {
  readonly lexicon: Lexicon;
  readonly suggester: Suggester;
  readonly words: WordKnowledge;
  readonly mended: MendedSegments;
  readonly marker: TextMarker;
  readonly isCommonWord: (folded: string) => boolean;
}

const practice = new PracticeWords();
let shipped: ReturnType<typeof openShipped> | undefined;
let knowledge: Promise<Knowledge | undefined> | undefined;

const openShipped = () =>
  Promise.all([loadLexicon(readLexiconFile), loadSounds(readLexiconFile)] as const);

/** Loaded once; where it fails, it is tried again with the next draft. */
async function openKnowledge(): Promise<Knowledge | undefined> {
  for (;;) {
    knowledge ??= makeKnowledge().catch(() => {
      shipped = undefined;
      knowledge = undefined;
      return undefined;
    });
    const asked = knowledge;
    const known = await asked;
    // The practice may have added words while it was made.
    if (known === undefined || asked === knowledge) return known;
  }
}

async function makeKnowledge(): Promise<Knowledge> {
  shipped ??= openShipped();
  const { lexicon, sounds } = await practice.on(...(await shipped));
  // Its indexes are 11 MB: both find words in the same.
  const soundLexicon = new SoundLexicon(lexicon, sounds);
  const suggester = new Suggester(soundLexicon);
  return {
    lexicon,
    suggester,
    words: new WordKnowledge(lexicon, suggester),
    mended: new MendedSegments(new PhoneticRepair(lexicon, soundLexicon)),
    marker: new TextMarker(lexicon),
    isCommonWord: commonWordTest(lexicon),
  };
}

let checked: { readonly reportId: string; readonly findings: Findings } | undefined;

/** The findings of one report at a time are kept; without a lexicon, afresh at each call until it can be read. */
function findingsOf(reportId: string, words: WordKnowledge | undefined): Findings {
  if (checked?.reportId === reportId && checked.findings.knowledge === words)
    return checked.findings;
  const findings = new Findings(words);
  checked = { reportId, findings };
  return findings;
}

const api = {
  /** Written French of what was heard, from `writtenUntil` seconds on. */
  async draft({
    dictationId,
    windows,
    writtenUntil,
    isComplete,
    spoken: asked,
    rules,
  }: DraftRequest): Promise<Draft> {
    const known = await openKnowledge();
    const repaired = known?.mended.of(dictationId, windows) ?? windows.flat();
    const { isDrug } = wordJudgement(known?.lexicon);
    const segments = repaired.map((segment) => remembered(segment, rules, isDrug));
    const spoken = { ...asked, ...(known && { isCommonWord: known.isCommonWord }) };
    const text = draftedText(segments, { writtenUntil, isComplete, spoken });
    return { ...text, hasLexicon: known !== undefined };
  },

  /** What should be looked at in a report; only paragraphs that were never sent need to be. */
  async findings({ reportId, ...request }: ReportFindingsRequest): Promise<FindingsAnswer> {
    const known = await openKnowledge();
    return findingsOf(reportId, known?.words).update(request);
  },

  /** What the edits of a report teach; names are never learnt. */
  async lessons(edits: readonly PersonEdit[], names: KnownNames): Promise<Lesson[]> {
    const known = await openKnowledge();
    const judgement: Judgement = { ...wordJudgement(known?.lexicon), names };
    return edits.flatMap((edit) => lessonOf(edit, judgement) ?? []);
  },

  /** Why a pair can be no rule, one answer a pair. */
  async pairFaults(pairs: readonly Pair[]): Promise<(PairFault | undefined)[]> {
    const known = await openKnowledge();
    return pairs.map((pair) => pairFault(pair, wordJudgement(known?.lexicon)));
  },

  /** Nearest words of the lexicon for one it does not know, best first; none for one it knows. */
  async suggest(word: string): Promise<readonly string[]> {
    const known = await openKnowledge();
    if (!known || known.lexicon.knows(word) || known.lexicon.partsOf(word)) return [];
    return known.suggester.suggest(word).map(({ form }) => form);
  },

  /** Terms and unknown words of each paragraph, as `packMarks` has them; undefined where the lexicon cannot be read. */
  async marks(
    paragraphs: readonly string[],
  ): Promise<readonly Uint32Array<ArrayBuffer>[] | undefined> {
    const known = await openKnowledge();
    return known && paragraphs.map((text) => packMarks(known.marker.marks(text)));
  },

  /** What the lexicon says of the term at an offset of a paragraph. */
  async card(paragraph: string, offset: number): Promise<TermCard | undefined> {
    return (await openKnowledge())?.marker.cardAt(paragraph, offset);
  },

  /** Takes what a practice imported; false where it can no longer be opened. */
  takeImported(kept: KeptEdition | undefined): Promise<boolean> {
    knowledge = undefined;
    return practice.takeImported(kept);
  },

  /** Medical words that a report uses, without those of these names; undefined without a lexicon. */
  async wordsOf(text: string, names: readonly string[]): Promise<readonly string[] | undefined> {
    const known = await openKnowledge();
    return known && new UsageReader(known.lexicon).of(text, names);
  },

  /** Takes what a practice writes often; what is asked afterwards is weighed by it. */
  takeUsage(usage: Usage): void {
    knowledge = undefined;
    practice.takeUsage(usage);
  },

  /** Takes the own words of a practice; what is asked afterwards knows them. */
  takeOwnWords(own: readonly OwnTerm[]): void {
    knowledge = undefined;
    practice.takeOwn(own);
  },
};

export type CheckerApi = typeof api;

expose(api);
