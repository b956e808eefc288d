import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Word } from '../../../terminology/word';
import { loadNativeWhisper, type DecodedText, type NativeWhisper } from './native-whisper';

/** What the machine heard of one dictation said by one voice: a file of a folder of drafts. */
export interface Draft {
  readonly id: string;
  readonly voice: string;
  readonly words: readonly Word[];
}

const SAMPLE_RATE = 16_000;
const LONGEST_SECONDS = 28;

/** Reads every `*.json` of a folder as a {@link Draft}, sorted by name. */
export const readDrafts = (folder: string): Draft[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Draft);

/** Transcribes each 16 kHz mono wav `<id>.<voice>.wav` that has no draft yet; one file at a time. */
export async function makeDrafts(
  wavFolders: readonly string[],
  to: string,
  options: { model: string; beams: number },
): Promise<void> {
  mkdirSync(to, { recursive: true });
  const files = wavFolders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.wav'))
      .map((name) => join(folder, name)),
  );
  const missing = files.filter((file) => !existsSync(draftPath(to, file)));
  if (missing.length === 0) return;
  const whisper = await loadNativeWhisper(options.model);
  for (const file of missing) {
    const [id = '', voice = ''] = basename(file, '.wav').split('.');
    const words: Word[] = [];
    for (const window of windows(readWav(file))) {
      const [text] = await whisper.transcribe(window.samples, options.beams);
      if (text) words.push(...wordsOf(whisper, text, window));
    }
    writeFileSync(
      draftPath(to, file),
      JSON.stringify({ id, voice, words } satisfies Draft, undefined, 1),
    );
    console.error(`${id} ${voice}: ${words.map((word) => word.text).join(' ')}`);
  }
}

const draftPath = (folder: string, wav: string): string =>
  join(folder, `${basename(wav, '.wav')}.json`);

function readWav(path: string): Float32Array {
  const bytes = readFileSync(path);
  const start = bytes.indexOf('data', 12, 'latin1') + 8;
  const samples = new Float32Array(Math.floor((bytes.length - start) / 2));
  for (let i = 0; i < samples.length; i++) samples[i] = bytes.readInt16LE(start + 2 * i) / 32_768;
  return samples;
}

interface Window {
  readonly samples: Float32Array;
  readonly start: number;
}

/** Cuts at the quietest 0.3 s of the last ten seconds, so that no window is longer than 28 s. */
function windows(samples: Float32Array): Window[] {
  const cuts = [0];
  const step = SAMPLE_RATE / 20;
  while (samples.length - cuts.at(-1)! > LONGEST_SECONDS * SAMPLE_RATE) {
    const from = cuts.at(-1)!;
    let quietest = { energy: Infinity, at: from };
    for (
      let at = from + 18 * SAMPLE_RATE;
      at < from + LONGEST_SECONDS * SAMPLE_RATE - 6 * step;
      at += step
    ) {
      const energy = samples
        .subarray(at, at + 6 * step)
        .reduce((sum, sample) => sum + sample * sample, 0);
      if (energy < quietest.energy) quietest = { energy, at: at + 3 * step };
    }
    cuts.push(quietest.at);
  }
  return cuts.map((at, i) => ({
    samples: samples.slice(at, cuts[i + 1] ?? samples.length),
    start: at / SAMPLE_RATE,
  }));
}

/** Words cut at spaces; times by share of characters, confidence the least likely of the pieces. */
function wordsOf(whisper: NativeWhisper, text: DecodedText, window: Window): Word[] {
  const whole = whisper.decodeTokens(text.tokens);
  const confidence = new Float32Array(whole.length).fill(1);
  let length = 0;
  text.tokens.forEach((_, i) => {
    const until = whisper.decodeTokens(text.tokens.slice(0, i + 1)).length;
    confidence.fill(Math.exp(text.logProbabilities[i]!), length, until);
    length = Math.max(length, until);
  });
  const seconds = window.samples.length / SAMPLE_RATE / Math.max(1, whole.length);
  return [...whole.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    text: word,
    start: window.start + index * seconds,
    end: window.start + (index + word.length) * seconds,
    confidence: Math.min(...confidence.subarray(index, index + word.length)),
  }));
}
