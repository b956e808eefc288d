import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sharedFolder } from '../../bench/dictations';
import { hear, openNativeRecogniser } from '../../bench/native-recogniser';
import { normalisedWords } from '../../bench/normalised-words';
import { scoreWords } from '../../bench/scoring';
import { readWav } from '../../bench/wav';
import { MODELS_FOLDER } from '../../../scripts/prepared-models';

const human = join(sharedFolder(), 'speech', 'human');
const isPrepared = existsSync(join(MODELS_FOLDER, 'manifest.json'));
const sound = (name: string): Float32Array => readWav(readFileSync(join(human, name)));

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1]!;

interface TimedText {
  readonly transcript: string;
  readonly words: readonly { readonly start_sec: number; readonly end_sec: number }[];
}

const timedText = (): TimedText =>
  JSON.parse(readFileSync(join(human, 'consulat.json'), 'utf8')) as TimedText;

// Needs the speech material beside the repository and `npx tsx scripts/prepare-models.ts`.
describe.skipIf(!isPrepared || !existsSync(human))('real voices', () => {
  test('small hears each word where it was said, within 100 ms in the median', async () => {
    const recogniser = await openNativeRecogniser('whisper-small');
    const { segments, text } = await hear(recogniser, sound('consulat.wav'));
    await recogniser.decoder.dispose();
    const { transcript, words: reference } = timedText();
    expect(scoreWords(transcript, text).errors).toBe(0);
    const words = segments.flatMap((segment) => segment.words);
    expect(words).toHaveLength(normalisedWords(transcript).length);
    const distances = words.flatMap(({ start, end }, i) => [
      Math.abs(start - reference[i]!.start_sec),
      Math.abs(end - reference[i]!.end_sec),
    ]);
    expect(median(distances)).toBeLessThanOrEqual(0.1);
    words.forEach(({ start, end, confidence }, i) => {
      expect(end).toBeGreaterThan(start);
      expect(start).toBeGreaterThanOrEqual(words[i - 1]?.end ?? 0);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    });
  }, 300_000);

  test('base hears nothing in noise, and the same twice in the same voice', async () => {
    const recogniser = await openNativeRecogniser('whisper-base');
    const noise = Float32Array.from({ length: 160_000 }, (_, i) => Math.sin(i * i * 0.7) * 0.05);
    expect((await hear(recogniser, noise)).events.map(({ kind }) => kind)).not.toContain('window');
    const voice = sound('consulat.wav');
    const first = await hear(recogniser, voice);
    expect(await hear(recogniser, voice)).toEqual(first);
    await recogniser.decoder.dispose();
  }, 300_000);
});
