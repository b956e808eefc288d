import { recordFigures } from './figures';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingsOf, plainText, writeSpoken, type Piece } from '../../terminology/spoken';
import type { Segment } from '../../terminology/word';
import { splitErrors } from './spoken-errors';
import {
  asHeard,
  characterErrors,
  lineEnds,
  parseDictations,
  plainSpaces,
  polarityIn,
  quantitiesIn,
  type Dictation,
} from './spoken-scoring';

/** Measures the writing of spoken French: `npx tsx tests/bench/spoken.ts [folder of transcripts { id, segments }]`. */

const shared = process.env.PLUME_SHARED ?? join(import.meta.dirname, '../../../shared');
const NEGATIVE_TEXTS = 60;
const SPEED_WORDS = 5000;

function perfectWords(dictations: readonly Dictation[]): void {
  let wrong = 0;
  let characters = 0;
  for (const { id, style, spoken, written } of dictations) {
    const pieces = writeSpoken([asHeard(spoken)]);
    const text = plainText(pieces);
    const errors = characterErrors(text, written);
    wrong += errors;
    characters += plainSpaces(written).length;
    const same = (of: (from: string) => readonly string[]): string =>
      of(text).join('|') === of(written).join('|') ? 'right' : 'WRONG';
    console.log(
      [
        id.padEnd(11),
        style.padEnd(9),
        `CER ${((100 * errors) / plainSpaces(written).length).toFixed(2).padStart(5)} %`,
        `lines ${same(lineEnds)}`,
        `quantities ${same(quantitiesIn)}`,
        `side and negation ${same(polarityIn)}`,
        `self-corrections ${findingsOf(pieces).filter(({ rule }) => rule === 'self-correction').length}`,
      ].join('  '),
    );
  }
  recordFigures('spoken', { 'perfect words: characters wrong %': (100 * wrong) / characters });
  console.log(
    `perfect words: CER ${((100 * wrong) / characters).toFixed(2)} % of ${characters} characters`,
  );
}

const COMMANDS = new Set<Piece['kind']>([
  'punctuation',
  'command',
  'correction',
  'note',
  'section',
]);

function negativeTexts(): void {
  const folder = join(shared, 'texts/e3c');
  let words = 0;
  let taken = 0;
  for (const file of readdirSync(folder).sort().slice(0, NEGATIVE_TEXTS)) {
    const { text } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { text: string };
    const heard = asHeard(text);
    words += heard.words.length;
    for (const piece of writeSpoken([heard]))
      if (COMMANDS.has(piece.kind) || piece.struck === true) {
        taken++;
        console.log(`  taken in ${file}: ${piece.heard.map((word) => word.text).join(' ')}`);
      }
  }
  const rate = ((1000 * taken) / words).toFixed(2);
  recordFigures('spoken', { 'real texts: false commands per 1,000 words': Number(rate) });
  console.log(`real texts: ${taken} false commands in ${words} words, ${rate} per 1,000`);
}

function speed(dictations: readonly Dictation[]): void {
  const words = dictations.flatMap(({ spoken }) => spoken.split(/\s+/));
  const many = Array.from({ length: SPEED_WORDS }, (_, index) => words[index % words.length]).join(
    ' ',
  );
  const heard = [asHeard(many)];
  const runs = Array.from({ length: 30 }, () => {
    const cpu = process.cpuUsage();
    const start = performance.now();
    writeSpoken(heard);
    const wall = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    return { wall, cpu: (user + system) / 1000 };
  });
  const median = (of: (run: { wall: number; cpu: number }) => number): string =>
    (runs.map(of).sort((a, b) => a - b)[runs.length >> 1] ?? 0).toFixed(1);
  recordFigures('spoken', {
    [`${SPEED_WORDS} words, median ms`]: Number(median(({ wall }) => wall)),
  });
  console.log(
    `speed: ${SPEED_WORDS} words, 30 runs: median ${median(({ wall }) => wall)} ms (processor ${median(({ cpu }) => cpu)} ms), first ${(runs[0]?.wall ?? 0).toFixed(1)} ms`,
  );
}

interface Tally {
  readonly dictations: number;
  readonly words: number;
  readonly heardWrong: number;
  readonly writtenWrong: number;
}

const ALL_VOICES = 'all voices';

/** "cardio-01.kokoro-homme.json" was read by "kokoro-homme". */
const voiceOf = (file: string): string => file.split('.').slice(1, -1).join('.') || 'unnamed voice';

/** From real recognition: errors split into what was heard wrong and what was written wrong. */
function realTranscripts(folder: string, dictations: readonly Dictation[]): void {
  const voices = new Map<string, Tally>();
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    const { id, segments } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
      id: string;
      segments: Segment[];
    };
    const dictation = dictations.find((known) => id.startsWith(known.id));
    if (dictation === undefined) continue;
    const split = splitErrors(writeSpoken(segments), writeSpoken([asHeard(dictation.spoken)]));
    for (const name of [voiceOf(file), ALL_VOICES]) {
      const tally = voices.get(name) ?? { dictations: 0, words: 0, heardWrong: 0, writtenWrong: 0 };
      voices.set(name, {
        dictations: tally.dictations + 1,
        words: tally.words + split.words,
        heardWrong: tally.heardWrong + split.heardWrong,
        writtenWrong: tally.writtenWrong + split.writtenWrong,
      });
    }
    console.log(
      `${id.padEnd(30)} heard wrong ${split.heardWrong}, written wrong ${split.writtenWrong}  ${split.examples.join(' ; ')}`,
    );
  }
  for (const [voice, { dictations: count, words, heardWrong, writtenWrong }] of [
    ...voices,
  ].sort()) {
    const [heard, written] = [heardWrong, writtenWrong].map((wrong) =>
      ((100 * wrong) / Math.max(1, words)).toFixed(2),
    );
    recordFigures('spoken', {
      [`recognition, ${voice}: heard wrong per 100 words`]: Number(heard),
      [`recognition, ${voice}: written wrong per 100 words`]: Number(written),
    });
    console.log(
      `recognition, ${voice.padEnd(16)} per 100 words, heard wrong ${heard}, written wrong ${written} (${count} dictations, ${words} words)`,
    );
  }
}

if (existsSync(shared)) {
  const dictations = parseDictations(readFileSync(join(shared, 'speech/dictations.txt'), 'utf8'));
  perfectWords(dictations);
  negativeTexts();
  speed(dictations);
  const folder = process.argv[2];
  if (folder !== undefined) realTranscripts(folder, dictations);
} else console.log(`skipped: the shared material is not at ${shared}`);
