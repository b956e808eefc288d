/**
 * How often words are right, against the confidence the recogniser gives them:
 *   npx tsx tests/bench/calibration.ts            each text by a table fitted on all others (needs prepared models)
 *   npx tsx tests/bench/calibration.ts --write    fits the table we ship anew, on all of them
 * What the decoder answered is kept in `.cache/recordings`, by model, so that a second run takes seconds. Sounds that are no wav
 * need ffmpeg; without it they are left out, which is said.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { signs, type WordEvidence } from '../../workers/recognition/word-confidence';
import { tokenWords } from '../../workers/recognition/token-words';
import { decodeCarefully } from '../../workers/recognition/careful-decoding';
import { align } from './alignment';
import { sharedFolder } from './dictations';
import { recordFigures } from './figures';
import { hear, openNativeRecogniser, preparedFrontEnd, preparedStamp } from './native-recogniser';
import { normalisedWords } from './normalised-words';
import { calibrationError, chance, fitted, type Example } from './recognition/logistic';
import { recording, replaying, type Recording } from './recognition/recorded-decoder';
import { benchSounds, SOUND_SETS, type BenchSound, type SoundSet } from './sounds';

const ROOT = join(import.meta.dirname, '..', '..');
const TABLE = join(ROOT, 'workers', 'recognition', 'calibration-table.ts');
const MODEL = 'whisper-small';
const RECORDINGS = join(ROOT, '.cache', 'recordings', preparedStamp(MODEL));

interface JudgedWord {
  readonly evidence: WordEvidence;
  readonly isRight: boolean;
}

function samplesOf({ url }: BenchSound): Float32Array | undefined {
  const { stdout, status } = spawnSync(
    'ffmpeg',
    [
      '-v',
      'error',
      '-i',
      join(sharedFolder(), url),
      '-ac',
      '1',
      '-ar',
      '16000',
      '-f',
      'f32le',
      '-',
    ],
    { maxBuffer: 2 ** 28 },
  );
  return status === 0 ? new Float32Array(new Uint8Array(stdout).buffer) : undefined;
}

const recordingOf = ({ id }: BenchSound): string => join(RECORDINGS, `${id}.json`);

/** Lets the recogniser hear what it has not heard yet. */
async function recordMissing(sounds: readonly BenchSound[]): Promise<void> {
  const missing = sounds.filter((sound) => !existsSync(recordingOf(sound)));
  if (missing.length === 0) return;
  mkdirSync(RECORDINGS, { recursive: true });
  const { decoder, ...rest } = await openNativeRecogniser(MODEL);
  const recorded = recording(decoder);
  for (const sound of missing) {
    const samples = samplesOf(sound);
    if (samples === undefined) {
      console.log(`${sound.id}: ffmpeg is missing or cannot read it, left out`);
      continue;
    }
    await hear({ ...rest, decoder: recorded.decoder }, samples);
    writeFileSync(recordingOf(sound), JSON.stringify({ decodings: recorded.taken() }));
    console.log(`${sound.id}: recorded`);
  }
  await decoder.dispose();
}

/** The words of a sound, each with what the decoder knew of it and whether it was said. */
async function judgedWords(
  sound: BenchSound,
  textOf: (tokens: readonly number[]) => string,
): Promise<JudgedWord[]> {
  const { decodings } = JSON.parse(readFileSync(recordingOf(sound), 'utf8')) as {
    readonly decodings: Recording;
  };
  const decoder = replaying(decodings);
  const features = { data: new Float32Array(), melBins: 0, frames: 0 };
  const heard: (WordEvidence & { readonly text: string })[] = [];
  for (let left = decodings.length; left > 0; left = decoder.left) {
    const { hypotheses } = await decodeCarefully(decoder, { features, seconds: 30 }, textOf);
    const [{ tokens, logProbabilities, score }] = hypotheses;
    for (const { text, probability } of tokenWords(tokens, logProbabilities, textOf))
      heard.push({ probability, score, text });
  }
  return judge(sound, heard);
}

/** Normalised alone, "à" of "point à la ligne" is a word; in its text it is none. Such words are not judged. */
function judge(
  { reference, freeEnds }: BenchSound,
  heard: readonly (WordEvidence & { readonly text: string })[],
): JudgedWord[] {
  const alone = heard.flatMap(({ text }, i) => normalisedWords(text).map((word) => ({ word, i })));
  const whole = normalisedWords(heard.map(({ text }) => text).join(' '));
  const owners = new Map<number, number>();
  for (const pair of align(
    whole,
    alone.map(({ word }) => word),
  ))
    if (pair.kind === 'same') owners.set(pair.reference, alone[pair.hypothesis]!.i);
  const right = new Map<number, boolean>();
  for (const pair of align(normalisedWords(reference), whole, { freeEnds })) {
    if (!('hypothesis' in pair) || pair.kind === 'free') continue;
    const owner = owners.get(pair.hypothesis);
    if (owner === undefined) continue;
    right.set(owner, (right.get(owner) ?? true) && pair.kind === 'same');
  }
  return [...right].map(([i, isRight]) => ({ evidence: heard[i]!, isRight }));
}

const rounded = (value: number, digits = 3): number => Number(value.toFixed(digits));

const example = ({ evidence, isRight }: JudgedWord): Example => ({
  signs: signs(evidence),
  isRight,
});

/** What the error is told of, apart from another. */
const GROUPS: Readonly<Record<string, readonly SoundSet[]>> = {
  'all texts': SOUND_SETS,
  dictations: ['dictations'],
  'human speech': ['human', 'poems'],
};

/** Readings of the same words are one text. */
const textOfSound = ({ id, set }: BenchSound): string =>
  set === 'human' ? set : id.split('.')[0]!;

interface Outcome {
  readonly set: SoundSet;
  readonly bare: number;
  readonly confidence: number;
  readonly isRight: boolean;
}

/** What a table is worth on a text that did not choose it: each is judged by one fitted on all others. */
function judgedByOthers(words: ReadonlyMap<BenchSound, readonly JudgedWord[]>): Outcome[] {
  const examples = [...words].flatMap(([sound, judged]) =>
    judged.map((word) => ({
      text: textOfSound(sound),
      set: sound.set,
      bare: word.evidence.probability,
      ...example(word),
    })),
  );
  return [...new Set(examples.map(({ text }) => text))].flatMap((judged) => {
    const weights = fitted(examples.filter(({ text }) => text !== judged));
    return examples
      .filter(({ text }) => text === judged)
      .map(({ signs, ...one }) => ({ ...one, confidence: chance(weights, signs) }));
  });
}

function reportThresholds(outcomes: readonly Outcome[]): void {
  const wrong = outcomes.filter(({ isRight }) => !isRight).length;
  console.log('below    marked of all   of marked wrong   of wrong marked');
  for (let threshold = 0.3; threshold < 0.95; threshold += 0.05) {
    const marked = outcomes.filter(({ confidence }) => confidence < threshold);
    const caught = marked.filter(({ isRight }) => !isRight).length;
    const percent = (part: number, whole: number): string =>
      `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`.padEnd(16);
    console.log(
      `${threshold.toFixed(2)}     ${percent(marked.length, outcomes.length)}${percent(caught, marked.length)}  ${percent(caught, wrong)}`,
    );
  }
}

function writeTable(weights: readonly number[]): void {
  const list = weights.map((weight) => rounded(weight, 4)).join(', ');
  writeFileSync(
    TABLE,
    `/**
 * Weights of the signs of \`word-confidence.ts\`: constant, log-odds of the least sure token, mean log-probability
 * of the window. Logistic regression on Whisper small, five beams,
 * over the words of all texts of ../shared/speech, in all their voices; written by
 * \`npx tsx tests/bench/calibration.ts --write\`. Without that it says what such a table is worth on a text it was not fitted on.
 */
export const CALIBRATION = [${list}] as const;
`,
  );
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
  const sounds = benchSounds();
  await recordMissing(sounds);
  const { textOf } = preparedFrontEnd(MODEL);
  const words = new Map<BenchSound, readonly JudgedWord[]>();
  for (const sound of sounds)
    if (existsSync(recordingOf(sound))) words.set(sound, await judgedWords(sound, textOf));
  if (values.write) {
    const examples = [...words.values()].flat().map(example);
    writeTable(fitted(examples));
    console.log(`Fitted on ${examples.length} words.`);
    return;
  }
  const outcomes = judgedByOthers(words);
  const figures: Record<string, number> = {};
  for (const [name, sets] of Object.entries(GROUPS)) {
    const judged = outcomes.filter(({ set }) => sets.includes(set));
    const right = judged.filter(({ isRight }) => isRight).length;
    console.log(
      `${name}: ${judged.length} words, ${rounded((100 * right) / judged.length, 1)} % right`,
    );
    const bare = judged.map((one) => ({ ...one, confidence: one.bare }));
    figures[`${name}: calibration error, bare`] = rounded(calibrationError(bare));
    figures[`${name}: calibration error`] = rounded(calibrationError(judged));
  }
  for (const [name, value] of Object.entries(figures)) console.log(`${name}: ${value}`);
  reportThresholds(outcomes);
  recordFigures('calibration', figures);
}

await main();
