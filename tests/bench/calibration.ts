/**
 * How often words are right, against the confidence the recogniser gives them, on sound that chose nothing:
 *   npx tsx tests/bench/calibration.ts            what the committed table is worth (needs prepared models)
 *   npx tsx tests/bench/calibration.ts --write    fits the table anew on the sounds kept for that
 * What the decoder answered is kept in `.cache/recordings`, by model, so that a second run takes seconds. Sounds that are no wav
 * need ffmpeg; without it they are left out, which is said.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  signs,
  wordConfidence,
  type WordEvidence,
} from '../../workers/recognition/word-confidence';
import { tokenWords } from '../../workers/recognition/token-words';
import { decodeCarefully } from '../../workers/recognition/careful-decoding';
import { align } from './alignment';
import { sharedFolder } from './dictations';
import { recordFigures } from './figures';
import { hear, openNativeRecogniser, preparedFrontEnd, preparedStamp } from './native-recogniser';
import { normalisedWords } from './normalised-words';
import { calibrationError, chance, fitted, type Example } from './recognition/logistic';
import { recording, replaying, type Recording } from './recognition/recorded-decoder';
import { benchSounds, type BenchSound } from './sounds';

const ROOT = join(import.meta.dirname, '..', '..');
const TABLE = join(ROOT, 'workers', 'recognition', 'calibration-table.ts');
const MODEL = 'whisper-small';
const RECORDINGS = join(ROOT, '.cache', 'recordings', preparedStamp(MODEL));

/** Texts that choose the table; all others judge it. The voices of the dictations are in both, readers of poems may be. */
const FITTED_TEXTS = ['cardio', 'dermato', 'endo', 'gastro', 'poem-131', 'poem-41', 'poem-68'];

const isFitted = ({ id }: BenchSound): boolean => FITTED_TEXTS.some((text) => id.startsWith(text));

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

const judgedBy = (words: readonly JudgedWord[], confidence: (evidence: WordEvidence) => number) =>
  words.map(({ evidence, isRight }) => ({ confidence: confidence(evidence), isRight }));

const example = ({ evidence, isRight }: JudgedWord): Example => ({
  signs: signs(evidence),
  isRight,
});

/** Readings of the same words are one text. */
const textOfSound = ({ id, set }: BenchSound): string =>
  set === 'human' ? set : id.split('.')[0]!;

/** Each text judged by a table fitted on all others: what the fixed halves say hangs on how hard the texts of each are. */
function judgedByOthers(words: ReadonlyMap<BenchSound, readonly JudgedWord[]>) {
  const examples = [...words].flatMap(([sound, judged]) =>
    judged.map((word) => ({ text: textOfSound(sound), ...example(word) })),
  );
  return [...new Set(examples.map(({ text }) => text))].flatMap((judged) => {
    const weights = fitted(examples.filter(({ text }) => text !== judged));
    return examples
      .filter(({ text }) => text === judged)
      .map(({ signs, isRight }) => ({ confidence: chance(weights, signs), isRight }));
  });
}

function reportThresholds(words: readonly JudgedWord[]): void {
  const judged = judgedBy(words, wordConfidence);
  const wrong = judged.filter(({ isRight }) => !isRight).length;
  console.log('below    marked of all   of marked wrong   of wrong marked');
  for (let threshold = 0.3; threshold < 0.95; threshold += 0.05) {
    const marked = judged.filter(({ confidence }) => confidence < threshold);
    const caught = marked.filter(({ isRight }) => !isRight).length;
    const percent = (part: number, whole: number): string =>
      `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`.padEnd(16);
    console.log(
      `${threshold.toFixed(2)}     ${percent(marked.length, judged.length)}${percent(caught, marked.length)}  ${percent(caught, wrong)}`,
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
 * over words of ../shared/speech (${FITTED_TEXTS.join(', ')}); written by
 * \`npx tsx tests/bench/calibration.ts --write\`, which also says what it is worth on the other texts.
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
  const of = (isWanted: (sound: BenchSound) => boolean): readonly JudgedWord[] =>
    [...words].flatMap(([sound, judged]) => (isWanted(sound) ? judged : []));
  if (values.write) {
    const examples = of(isFitted).map(example);
    writeTable(fitted(examples));
    console.log(`Fitted on ${examples.length} words. Run again without --write to measure.`);
    return;
  }
  const raw = ({ probability }: WordEvidence): number => probability;
  const isHeldOut = (sound: BenchSound): boolean => !isFitted(sound);
  const sets = {
    'all held out': isHeldOut,
    'held-out dictations': (sound: BenchSound) => isHeldOut(sound) && sound.set === 'dictations',
    'held-out human speech': (sound: BenchSound) => isHeldOut(sound) && sound.set !== 'dictations',
  };
  const figures: Record<string, number> = {};
  for (const [name, isWanted] of Object.entries(sets)) {
    const judged = of(isWanted);
    const right = judged.filter(({ isRight }) => isRight).length;
    console.log(
      `${name}: ${judged.length} words, ${rounded((100 * right) / judged.length, 1)} % right`,
    );
    figures[`${name}: calibration error, bare`] = rounded(calibrationError(judgedBy(judged, raw)));
    figures[`${name}: calibration error`] = rounded(
      calibrationError(judgedBy(judged, wordConfidence)),
    );
  }
  figures['each text by the others: calibration error'] = rounded(
    calibrationError(judgedByOthers(words)),
  );
  for (const [name, value] of Object.entries(figures)) console.log(`${name}: ${value}`);
  reportThresholds(of(isHeldOut));
  recordFigures('calibration', figures);
}

await main();
