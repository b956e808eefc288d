import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EditorState } from '@tiptap/pm/state';
import { draftedText } from '../../../terminology/draft/drafted-text';
import { MendedSegments } from '../../../terminology/draft/mended-segments';
import { commonWordTest } from '../../../terminology/draft/proper-names';
import type { Lexicon } from '../../../terminology/lexicon/lexicon';
import { loadLexicon } from '../../../terminology/lexicon/load';
import { Suggester } from '../../../terminology/lexicon/suggest';
import { TextMarker } from '../../../terminology/lexicon/text-marker';
import { wordJudgement } from '../../../terminology/memory/word-judgement';
import { loadSounds } from '../../../terminology/phonetic/load';
import { PhoneticRepair } from '../../../terminology/phonetic/repair';
import { SoundLexicon } from '../../../terminology/phonetic/sound-lexicon';
import { Findings } from '../../../terminology/rules/findings';
import { isForTheEar } from '../../../terminology/rules/for-the-ear';
import { Knowledge } from '../../../terminology/rules/knowledge';
import { optionsOf, USUAL_HABITS } from '../../../terminology/spoken/habits';
import type { Segment, Word } from '../../../terminology/word';
import { playlistOf, type Playlist } from '../../../web/audio/playlist';
import { doubtfulPassages } from '../../../web/editor/doubtful';
import { appendDraft } from '../../../web/editor/draft';
import { wordsOf } from '../../../web/editor/heard-words';
import { emptyDocument } from '../../../web/editor/history';
import { paragraphText } from '../../../web/editor/paragraph-text';
import { blocksOf, paragraphOf } from '../../../web/editor/report-paragraphs';
import { passagesToHear, type Doubts, type PassageToHear } from '../../../web/editor/to-hear';
import { soundOf } from '../../../web/editor/verdicts';
import { draftWords, type DraftWord } from './errors';

const DATA = join(import.meta.dirname, '../../../terminology/data');
const DAY = '2026-11-22';

type Doc = EditorState['doc'];

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A passage that the application leads to, in the order in which it does. */
export interface Stop {
  readonly kind: 'finding' | 'unknown' | 'doubtful';
  /** Hearing its sound is all that it asks for. */
  readonly isForTheEar: boolean;
  readonly from: number;
  readonly to: number;
  /** What it plays; absent where nothing was said. */
  readonly sound: Span | undefined;
  /** Words of the sentence that explains it. */
  readonly messageWords: number;
  /** What one key would write in its place. */
  readonly fix: string | undefined;
  /** What other keys would write. */
  readonly otherFixes: readonly string[];
}

/** A draft as it stands in the application, however one goes through it. */
export interface OpenedDraft {
  readonly words: readonly DraftWord[];
  readonly stops: readonly Stop[];
  /** What was heard, before anything was written of it. */
  readonly heard: readonly Word[];
  /** Voice without words. */
  readonly untold: readonly Span[];
  /** To the end of the last voice. */
  readonly soundSeconds: number;
  readonly doc: Doc;
  /** What is heard besides doubts and what is at stake: alerts, words no list has, drugs. */
  readonly places: readonly Pick<Stop, 'from' | 'to'>[];
}

/** An opened draft with what condensed listening is about, and what it plays. */
export interface ReviewedDraft extends OpenedDraft {
  readonly toHear: readonly PassageToHear[];
  readonly list: Playlist;
}

/** What was heard of one dictation, as `recognition.ts` keeps it. */
export interface KeptDraft {
  readonly id: string;
  readonly segments?: readonly Segment[];
  readonly untold?: readonly Span[];
}

const read = (name: string): Promise<Uint8Array<ArrayBuffer>> =>
  Promise.resolve(new Uint8Array(readFileSync(join(DATA, name))));

/** The application's own way from what was heard to what it leads to, with its shipped lexicon. */
export async function openReview() {
  const [lexicon, sounds] = await Promise.all([loadLexicon(read), loadSounds(read)]);
  const soundLexicon = new SoundLexicon(lexicon, sounds);
  const repair = new PhoneticRepair(lexicon, soundLexicon);
  const suggester = new Suggester(soundLexicon);
  const marker = new TextMarker(lexicon);
  const isCommonWord = commonWordTest(lexicon);

  const open = ({ segments = [], untold = [] }: KeptDraft): OpenedDraft => {
    const mended = new MendedSegments(repair).of('draft', [segments]);
    const spoken = { ...optionsOf(USUAL_HABITS, undefined), day: DAY, isCommonWord };
    const text = draftedText(mended, { writtenUntil: -1, isComplete: true, spoken });
    const state = EditorState.create({ doc: emptyDocument() });
    const { doc } = state.apply(appendDraft(state, text));
    const findings = findingStops(doc, new Knowledge(lexicon, suggester));
    const unknown = unknownStops(doc, marker);
    const heard = segments.flatMap(({ words }) => words);
    return {
      words: draftWords(wordsOf(doc)),
      stops: [...findings, ...unknown, ...doubtfulStops(doc)],
      heard,
      untold,
      soundSeconds: Math.max(...[...heard, ...untold].map(({ end }) => end)),
      doc,
      places: [...findings, ...unknown, ...drugsIn(doc, marker)],
    };
  };
  return { open, isDrug: drugTest(lexicon) };
}

/** @param doubts the application's own where left out. */
export function reviewed(draft: OpenedDraft, doubts?: Doubts): ReviewedDraft {
  const { doc, places, untold, soundSeconds } = draft;
  const toHear = passagesToHear(doc, places, doubts);
  return { ...draft, toHear, list: playlistOf([...toHear, ...untold], soundSeconds) };
}

const drugTest = (lexicon: Lexicon): ((word: string) => boolean) => wordJudgement(lexicon).isDrug;

function findingStops(doc: Doc, knowledge: Knowledge): Stop[] {
  const blocks = blocksOf(doc);
  const changed = blocks.map((block) => ({ id: block.id, paragraph: paragraphOf(block) }));
  const rules = new Findings(knowledge);
  const request = { context: { day: DAY }, order: changed.map(({ id }) => id), changed };
  let answer = rules.update(request);
  while (!answer.isComplete) answer = rules.update(request);
  return answer.findings.map(({ paragraph, from, to, message, fixes, rule }) => {
    const start = blocks[paragraph]?.start ?? 0;
    const place = { from: start + from, to: start + to };
    const [first, ...others] = fixes.map(({ text }) => text);
    return {
      kind: 'finding',
      isForTheEar: isForTheEar(rule),
      ...place,
      sound: soundOf(doc, place),
      messageWords: message.split(' ').length,
      fix: first,
      otherFixes: others,
    };
  });
}

function unknownStops(doc: Doc, marker: TextMarker): Stop[] {
  return blocksOf(doc).flatMap(({ node, start }) =>
    marker
      .marks(paragraphText(node))
      .filter(({ categories }) => categories.length === 0)
      .map(({ from, to }) => plainStop(doc, 'unknown', { from: start + from, to: start + to })),
  );
}

const drugsIn = (doc: Doc, marker: TextMarker): { from: number; to: number }[] =>
  blocksOf(doc).flatMap(({ node, start }) =>
    marker
      .marks(paragraphText(node))
      .filter(({ categories }) => categories.includes('drug'))
      .map(({ from, to }) => ({ from: start + from, to: start + to })),
  );

const doubtfulStops = (doc: Doc): Stop[] =>
  doubtfulPassages(doc).map((passage) => ({
    ...plainStop(doc, 'doubtful', passage),
    sound: passage,
  }));

const plainStop = (
  doc: Doc,
  kind: Stop['kind'],
  { from, to }: { readonly from: number; readonly to: number },
): Stop => ({
  kind,
  isForTheEar: false,
  from,
  to,
  sound: soundOf(doc, { from, to }),
  messageWords: 0,
  fix: undefined,
  otherFixes: [],
});
