import { describe, expect, test } from 'vitest';
import { compressionRatio, decodeCarefully } from '../../../workers/recognition/careful-decoding';
import type { DecodingOptions, WindowDecoder } from '../../../workers/recognition/decoder';
import { isGhost } from '../../../workers/recognition/ghosts';
import { loopAtEnd } from '../../../workers/recognition/repetition';

describe('the loop guard', () => {
  test.each([
    ['nothing', [], undefined],
    ['ordinary text', [1, 2, 3, 4, 5, 1, 2, 6], undefined],
    ['a word said three times', [1, 7, 7, 7], undefined],
    ['a phrase four times', [9, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3], 4],
    ['an unfinished fifth time', [9, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1], 5],
    ['one token for ever', [5, ...new Array<number>(12).fill(7)], 2],
  ])('%s', (_, tokens, kept) => {
    expect(loopAtEnd(tokens)).toBe(kept);
  });
});

describe('the compression ratio', () => {
  test('is that of zlib', async () => {
    expect(await compressionRatio('Pas d’épanchement pleural ni péricardique.')).toBeLessThan(1);
    expect(await compressionRatio('et puis '.repeat(30))).toBeGreaterThan(10);
    expect(await compressionRatio('')).toBe(1);
  });
});

describe('ghosts', () => {
  const voice = { voiceSeconds: 4, noSpeechProbability: 0.1, score: -0.2 };
  const noise = { voiceSeconds: 0.3, noSpeechProbability: 0.8, score: -0.7 };

  test.each([
    "Sous-titres réalisés par la communauté d'Amara.org",
    'Sous-titrage ST’ 501',
    'Sous-titrage Société Radio-Canada',
    "Merci d'avoir regardé cette vidéo !",
  ])('"%s" alone is never speech', (text) => {
    expect(isGhost(text, voice)).toBe(true);
  });

  test('a word people do say is dropped only where hardly a voice was heard', () => {
    expect(isGhost('Merci.', voice)).toBe(false);
    expect(isGhost('Merci.', noise)).toBe(true);
    expect(isGhost('Merci.', { ...noise, noSpeechProbability: 0, score: -0.1 })).toBe(false);
  });

  test('real speech is kept, whatever it says in passing', () => {
    const report =
      "Le patient dit merci d'avoir regardé son dossier, la radiographie du thorax est normale et je le revois dans un mois";
    expect(isGhost(report, voice)).toBe(false);
    expect(isGhost('Pas de fièvre.', noise)).toBe(false);
  });

  test('improbable text in a hardly voiced window is silence', () => {
    expect(isGhost('Pas de fièvre.', { ...noise, score: -1.4 })).toBe(true);
    expect(isGhost('Pas de fièvre.', { ...voice, noSpeechProbability: 0.9, score: -1.4 })).toBe(
      false,
    );
  });
});

/** A decoder that answers with given tokens and scores, one answer a try. */
function scripted(...answers: [tokens: number[], score: number][]): {
  decoder: WindowDecoder;
  tries: DecodingOptions[];
} {
  const tries: DecodingOptions[] = [];
  const decoder: WindowDecoder = {
    decode: (_, options) => {
      const [tokens, score] = answers[tries.push(options) - 1] ?? [[], -9];
      const zeros = tokens.map(() => 0);
      return Promise.resolve({
        hypotheses: [{ tokens, logProbabilities: zeros, runnerUpLogProbabilities: zeros, score }],
        noSpeechProbability: 0,
        alignment: { heads: 0, tokens: 0, frames: 0, weights: new Float32Array() },
      });
    },
    dispose: () => Promise.resolve(),
  };
  return { decoder, tries };
}

const hear = async (decoder: WindowDecoder): Promise<readonly number[]> => {
  const features = { data: new Float32Array(), melBins: 80, frames: 3000 };
  const decoding = await decodeCarefully(decoder, { features, seconds: 10 }, (tokens) =>
    tokens.map((token) => ` mot${token * 7919}`).join(''),
  );
  return decoding.hypotheses[0].tokens;
};

describe('careful decoding', () => {
  const loop = [1, ...new Array<number>(20).fill(2)];

  test('takes a good text at once, with a bound on its length', async () => {
    const { decoder, tries } = scripted([[1, 2, 3], -0.2]);
    expect(await hear(decoder)).toEqual([1, 2, 3]);
    expect(tries).toEqual([{ temperature: 0, beams: 5, maxNewTokens: 136 }]);
  });

  test('tries again, hotter, after a loop or an improbable text', async () => {
    const { decoder, tries } = scripted([loop, -0.1], [[4], -1.5], [[5, 6], -0.4]);
    expect(await hear(decoder)).toEqual([5, 6]);
    expect(tries.map(({ temperature }) => temperature)).toEqual([0, 0.2, 0.4]);
  });

  test('keeps the best of the bad: no loop before a loop, then the likelier', async () => {
    const bad: [number[], number][] = [
      [loop, -0.1],
      [[4], -1.9],
      [[5], -1.2],
      [[6], -1.4],
      [loop, -0.1],
      [[7], -3],
    ];
    expect(await hear(scripted(...bad).decoder)).toEqual([5]);
  });

  test('cuts a loop that never goes away', async () => {
    const answers = Array.from({ length: 6 }, (): [number[], number] => [loop, -0.1]);
    expect(await hear(scripted(...answers).decoder)).toEqual([1, 2]);
  });
});
