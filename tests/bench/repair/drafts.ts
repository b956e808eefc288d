import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Word } from '../../../terminology/word';
import { hear, openNativeRecogniser } from '../native-recogniser';
import { readWav } from '../wav';

/** What the machine heard of one dictation said by one voice: a file `<id>.<voice>.json` of a folder of drafts. */
export interface Draft {
  readonly id: string;
  readonly voice: string;
  readonly words: readonly Word[];
}

/** Every draft of a folder, sorted by name. */
export const readDrafts = (folder: string): Draft[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Draft);

/** Transcribes each `<id>.<voice>.wav` (16 kHz mono) that has no draft yet, with the recogniser of the worker. */
export async function makeDrafts(
  wavFolder: string,
  to: string,
  model = 'whisper-small',
): Promise<void> {
  mkdirSync(to, { recursive: true });
  const missing = readdirSync(wavFolder)
    .filter((name) => name.endsWith('.wav'))
    .map((name) => basename(name, '.wav'))
    .filter((name) => !existsSync(join(to, `${name}.json`)));
  if (missing.length === 0) return;
  const recogniser = await openNativeRecogniser(model);
  for (const name of missing) {
    const [id = '', voice = ''] = name.split('.');
    const { segments } = await hear(
      recogniser,
      readWav(readFileSync(join(wavFolder, `${name}.wav`))),
    );
    const words: Word[] = segments.flatMap((segment) => segment.words);
    const draft: Draft = { id, voice, words };
    writeFileSync(join(to, `${name}.json`), JSON.stringify(draft, undefined, 1));
    console.log(`${id} (${voice}): ${words.length} words`);
  }
}
