import './guard';
import { expose } from 'comlink';
import cim10Url from '../terminology/data/cim10.lex?url';
import cim10SoundsUrl from '../terminology/data/cim10.sounds?url';
import generalUrl from '../terminology/data/general.lex?url';
import generalSoundsUrl from '../terminology/data/general.sounds?url';
import medicalUrl from '../terminology/data/medical.lex?url';
import medicalSoundsUrl from '../terminology/data/medical.sounds?url';
import { draftedText, type DraftedText } from '../terminology/draft/drafted-text';
import { MendedSegments } from '../terminology/draft/mended-segments';
import { commonWordTest } from '../terminology/draft/proper-names';
import type { Lexicon } from '../terminology/lexicon/lexicon';
import { loadLexicon } from '../terminology/lexicon/load';
import { Suggester } from '../terminology/lexicon/suggest';
import { loadSounds } from '../terminology/phonetic/load';
import { PhoneticRepair } from '../terminology/phonetic/repair';
import { SoundLexicon } from '../terminology/phonetic/sound-lexicon';
import { Findings, type FindingsAnswer, type FindingsRequest } from '../terminology/rules/findings';
import { Knowledge as WordKnowledge } from '../terminology/rules/knowledge';
import { remembered, type MemoryRule } from '../terminology/memory/apply';
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

const DATA: Readonly<Record<string, string>> = {
  'general.lex': generalUrl,
  'medical.lex': medicalUrl,
  'cim10.lex': cim10Url,
  'general.sounds': generalSoundsUrl,
  'medical.sounds': medicalSoundsUrl,
  'cim10.sounds': cim10SoundsUrl,
};

async function read(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(DATA[name] ?? name);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
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
  readonly isCommonWord: (folded: string) => boolean;
}

let knowledge: Promise<Knowledge | undefined> | undefined;

/** Loaded once; where it fails, it is tried again with the next draft. */
function openKnowledge(): Promise<Knowledge | undefined> {
  knowledge ??= Promise.all([loadLexicon(read), loadSounds(read)])
    .then(([lexicon, sounds]) => {
      const suggester = new Suggester(new SoundLexicon(lexicon, sounds));
      return {
        lexicon,
        suggester,
        words: new WordKnowledge(lexicon, suggester),
        mended: new MendedSegments(new PhoneticRepair(lexicon, sounds)),
        isCommonWord: commonWordTest(lexicon),
      };
    })
    .catch(() => {
      knowledge = undefined;
      return undefined;
    });
  return knowledge;
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

  /** What the edits of a report teach; `names` of the practice are never learnt. */
  async lessons(edits: readonly PersonEdit[], names: readonly string[]): Promise<Lesson[]> {
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
};

export type CheckerApi = typeof api;

expose(api);
