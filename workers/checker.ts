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

interface Knowledge {
  readonly lexicon: Lexicon;
  readonly suggester: Suggester;
  readonly mended: MendedSegments;
  readonly isCommonWord: (folded: string) => boolean;
}

let knowledge: Promise<Knowledge | undefined> | undefined;

/** Loaded once; where it fails, it is tried again with the next draft. */
function openKnowledge(): Promise<Knowledge | undefined> {
  knowledge ??= Promise.all([loadLexicon(read), loadSounds(read)])
    .then(([lexicon, sounds]) => ({
      lexicon,
      suggester: new Suggester(new SoundLexicon(lexicon, sounds)),
      mended: new MendedSegments(new PhoneticRepair(lexicon, sounds)),
      isCommonWord: commonWordTest(lexicon),
    }))
    .catch(() => {
      knowledge = undefined;
      return undefined;
    });
  return knowledge;
}

const api = {
  /** Written French of what was heard, from `writtenUntil` seconds on. */
  async draft({
    dictationId,
    windows,
    writtenUntil,
    isComplete,
    spoken: asked,
  }: DraftRequest): Promise<Draft> {
    const known = await openKnowledge();
    const segments = known?.mended.of(dictationId, windows) ?? windows.flat();
    const spoken = { ...asked, ...(known && { isCommonWord: known.isCommonWord }) };
    const text = draftedText(segments, { writtenUntil, isComplete, spoken });
    return { ...text, hasLexicon: known !== undefined };
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
