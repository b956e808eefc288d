import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MODELS_FOLDER } from '../../../scripts/prepared-models';
import type { Recogniser } from '../../../workers/recognition/transcription';
import { sharedFolder } from '../../bench/dictations';
import { hear, openNativeRecogniser } from '../../bench/native-recogniser';
import { normalisedWords } from '../../bench/normalised-words';
import { readWav } from '../../bench/wav';

const RATE = 16_000;
const voice = join(sharedFolder(), 'speech', 'human', 'consulat.wav');
const isPrepared = existsSync(join(MODELS_FOLDER, 'manifest.json'));

/** Chords of a held organ with a beat: tonal, loud, and nobody speaks. */
function music(seconds: number): Float32Array {
  const chords = [
    [220, 277, 330],
    [196, 247, 294],
    [175, 220, 262],
  ];
  return Float32Array.from({ length: seconds * RATE }, (_, i) => {
    const t = i / RATE;
    const chord = chords[Math.floor(t / 2) % chords.length]!;
    const beat = 0.5 + 0.5 * Math.exp(-8 * (t % 0.5));
    return chord.reduce((sum, pitch) => sum + Math.sin(2 * Math.PI * pitch * t), 0) * 0.1 * beat;
  });
}

// Needs `npx tsx scripts/prepare-models.ts`; the voice, the speech material beside the repository.
describe.skipIf(!isPrepared)('a recogniser that hears hard sound', () => {
  let recogniser: Recogniser;

  beforeAll(async () => {
    recogniser = await openNativeRecogniser('whisper-base');
  }, 120_000);
  afterAll(() => recogniser.decoder.dispose());

  test('makes no text of silence, and next to none of music', async () => {
    const silence = await hear(recogniser, new Float32Array(30 * RATE));
    expect(silence.text).toBe('');
    const { text } = await hear(recogniser, music(20));
    expect(normalisedWords(text).length).toBeLessThan(10);
  }, 300_000);

  test('lives through samples that are no numbers and hears what follows', async () => {
    const broken = new Float32Array(2 * RATE).fill(NaN);
    const heard = await hear(recogniser, broken);
    expect(heard.text).toBe('');
  }, 300_000);

  test.skipIf(!existsSync(voice))(
    'ends with a voice of 40 s that never pauses, in order and without loops',
    async () => {
      const once = readWav(readFileSync(voice)).filter((sample) => Math.abs(sample) > 1e-4);
      const breathless = new Float32Array(40 * RATE);
      for (let at = 0; at < breathless.length; at += once.length)
        breathless.set(once.subarray(0, Math.min(once.length, breathless.length - at)), at);
      breathless.fill(NaN, 20 * RATE, 20.1 * RATE);
      const { segments, events } = await hear(recogniser, breathless);
      const windows = events.filter((event) => event.kind === 'window');
      expect(windows.length).toBeGreaterThan(1);
      const words = segments.flatMap((segment) => segment.words);
      // Six words a second is faster than anyone speaks.
      expect(words.length).toBeLessThan(40 * 6);
      words.forEach(({ start, end }, i) => {
        expect(end).toBeGreaterThan(start);
        expect(start).toBeGreaterThanOrEqual(words[i - 1]?.end ?? 0);
      });
    },
    300_000,
  );
});
