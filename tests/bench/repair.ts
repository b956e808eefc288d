/**
 * What the phonetic repair brings to drafts and what it would change in clean text.
 * Run: npx tsx tests/bench/repair.ts <folder of drafts> [--make <folder of 16 kHz wav>] [--list]
 * Needs the material of `../shared`, or of PLUME_SHARED. `--make` first transcribes what has no draft yet; `--list` prints
 * every repair with its judgement.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lexicon } from '../../terminology/lexicon/lexicon';
import { PhoneticRepair } from '../../terminology/phonetic/repair';
import { parseDictations, sharedFolder, type ReferenceDictation } from './dictations';
import { recordFigures, type Figures } from './figures';
import { makeDrafts, readDrafts, type Draft } from './repair/drafts';
import { shippedLexicon, withOfficialFiles, withUsage } from './repair/lexicons';
import { measureMisheard, noMisheard, type MisheardCounts } from './repair/measure-misheard';
import { Mishearer } from './repair/misheard';
import {
  addCounts,
  measureClean,
  measureDraft,
  noCounts,
  type JudgedRepair,
  type RepairCounts,
} from './repair/measure';

const E3C_TEXTS = 60;
/** As if the practice had signed them. */
const COUNTED_TEXTS = 30;
/** Texts whose words are misheard on purpose: not looked at while the repair is worked on. */
const HELD_OUT_FROM = E3C_TEXTS + COUNTED_TEXTS;
const HELD_OUT_TEXTS = 40;
const MISHEARING_SEED = 2;
const shared = sharedFolder();

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

const share = (part: number, whole: number, digits = 2): string =>
  whole === 0 ? '–' : (part / whole).toFixed(digits);
const percent = (part: number, whole: number): string => `${share(100 * part, whole, 1)} %`;

const HEADINGS = [
  'voice',
  'words wrong, bare',
  'written',
  'ratio',
  'terms wrong, bare',
  'written',
  'ratio',
  'ratio with first proposals',
  'changes',
  'proposals',
  'right words broken /100',
  'wrong → wrong',
  '… drugs',
  'wrong ending',
  'ms /100 words',
];

function row(voice: string, counts: RepairCounts): string[] {
  const { wordsWrong, termsWrong, referenceWords, heardWords, terms, written } = counts;
  return [
    voice,
    percent(wordsWrong.bare, referenceWords),
    percent(wordsWrong.repaired, referenceWords),
    share(wordsWrong.repaired, wordsWrong.bare),
    percent(termsWrong.bare, terms),
    percent(termsWrong.repaired, terms),
    share(termsWrong.repaired, termsWrong.bare),
    share(termsWrong.proposed, termsWrong.bare),
    String(written),
    String(counts.proposed),
    share(100 * counts.broken, heardWords),
    percent(counts.wrongToWrong, written),
    String(counts.wrongDrugs),
    String(counts.wrongEnding),
    share(100 * counts.milliseconds, heardWords, 1),
  ];
}

const MISHEARD_HEADINGS = [
  'misheard',
  'places',
  'repaired right',
  'repaired, another ending',
  'proposed right',
  'proposed wrong',
  'untouched',
  'wrong, of what is written',
  '… drugs',
];

const round = (value: number): number => Math.round(value * 1000) / 1000;

function figuresOf(name: string, counts: RepairCounts): Figures {
  const { wordsWrong, termsWrong, terms, referenceWords, heardWords, written } = counts;
  return {
    [`${name}: terms wrong, bare %`]: round((100 * termsWrong.bare) / terms),
    [`${name}: terms wrong against bare`]: round(termsWrong.repaired / termsWrong.bare),
    [`${name}: … with first proposals`]: round(termsWrong.proposed / termsWrong.bare),
    [`${name}: words wrong, bare %`]: round((100 * wordsWrong.bare) / referenceWords),
    [`${name}: words wrong against bare`]: round(wordsWrong.repaired / wordsWrong.bare),
    [`${name}: right words broken per 100`]: round((100 * counts.broken) / heardWords),
    [`${name}: wrong → another wrong word %`]: round((100 * counts.wrongToWrong) / written),
    [`${name}: … drugs`]: counts.wrongDrugs,
    [`${name}: ms per 100 words`]: round((100 * counts.milliseconds) / heardWords),
  };
}

const printTable = (rows: readonly (readonly string[])[]): void => {
  const [first = [], ...rest] = rows;
  for (const cells of [first, first.map(() => '---'), ...rest])
    console.log(`| ${cells.join(' | ')} |`);
};

function printJudged({ draft, repair, judgement, broken }: JudgedRepair): void {
  const { level, heard, written, gain, distance, category, alternatives } = repair;
  const figures = `gain ${gain.toFixed(2)}, distance ${distance.toFixed(2)}, ${category ?? 'general'}`;
  const harm = broken > 0 ? `, breaks ${broken}` : '';
  console.log(
    `${level} ${judgement}${harm} ${draft.id}.${draft.voice}: ${heard} → ${written} (${figures}) [${alternatives.join(' | ')}]`,
  );
}

function measureDrafts(
  name: string,
  repairer: PhoneticRepair,
  drafts: readonly Draft[],
  references: ReadonlyMap<string, ReferenceDictation>,
): void {
  const byVoice = new Map<string, RepairCounts>();
  const all = noCounts();
  for (const draft of drafts) {
    const reference = references.get(draft.id);
    if (reference === undefined) continue;
    const { counts, judged } = measureDraft(repairer, draft, reference);
    const voice = byVoice.get(draft.voice) ?? noCounts();
    byVoice.set(draft.voice, voice);
    addCounts(voice, counts);
    addCounts(all, counts);
    if (process.argv.includes('--list')) judged.forEach(printJudged);
  }
  for (const [voice, counts] of byVoice)
    recordFigures('repair', figuresOf(`${name}, ${voice}`, counts));
  recordFigures('repair', figuresOf(name, all));
  printTable([
    HEADINGS,
    ...[...byVoice].map(([voice, counts]) => row(voice, counts)),
    row('all', all),
  ]);
}

function measureCleanTexts(
  lexicon: string,
  repairer: PhoneticRepair,
  sets: ReadonlyMap<string, readonly string[]>,
): void {
  const rows = [...sets].map(([name, texts]) => {
    const start = performance.now();
    const { words, written, places, changes } = measureClean(repairer, texts);
    const milliseconds = performance.now() - start;
    recordFigures('repair', {
      [`${lexicon}: clean ${name}, changed per 100`]: round((100 * written) / words),
      [`${lexicon}: clean ${name}, places with a proposal per 100`]: round((100 * places) / words),
    });
    if (process.argv.includes('--list'))
      for (const { level, heard, written: text } of changes)
        console.log(`${level} ${name}: ${heard} → ${text}`);
    return [
      name,
      String(words),
      share(100 * written, words, 3),
      share(100 * places, words),
      share(100 * milliseconds, words, 1),
    ];
  });
  printTable([
    ['clean text', 'words', 'changed /100', 'places with any proposal /100', 'ms /100 words'],
    ...rows,
  ]);
}

/** Medical words of case reports that nothing was tuned on, misheard on purpose in their sentences. */
function measureMisheardTexts(lexicon: Lexicon, texts: readonly string[]): void {
  const mishearer = new Mishearer(lexicon.general, MISHEARING_SEED);
  const { byKind, listed } = measureMisheard(new PhoneticRepair(lexicon), mishearer, texts);
  const all = noMisheard();
  const cells = (name: string, counts: MisheardCounts): string[] => {
    const { places, repairedRight, repairedEnding, repairedWrong } = counts;
    const { proposedRight, proposedWrong } = counts;
    const written = repairedRight + repairedEnding + repairedWrong;
    return [
      name,
      String(places),
      percent(repairedRight, places),
      percent(repairedEnding, places),
      percent(proposedRight, places),
      percent(proposedWrong, places),
      percent(places - written - proposedRight - proposedWrong, places),
      percent(repairedWrong, written),
      String(counts.wrongDrugs),
    ];
  };
  const rows = [...byKind].map(([kind, counts]) => {
    for (const key of Object.keys(all) as (keyof MisheardCounts)[]) all[key] += counts[key];
    return cells(kind, counts);
  });
  printTable([MISHEARD_HEADINGS, ...rows, cells('all', all)]);
  console.log(
    `\nchanged where all was heard right: ${share(100 * all.broken, all.words)} per 100 words`,
  );
  const written = all.repairedRight + all.repairedEnding + all.repairedWrong;
  recordFigures('repair', {
    'misheard on purpose: places': all.places,
    'misheard on purpose: repaired right %': round((100 * all.repairedRight) / all.places),
    'misheard on purpose: repaired, another ending %': round(
      (100 * all.repairedEnding) / all.places,
    ),
    'misheard on purpose: repaired wrong, of what is written %': round(
      (100 * all.repairedWrong) / written,
    ),
    'misheard on purpose: … drugs': all.wrongDrugs,
    'misheard on purpose: repaired or proposed right %': round(
      (100 * (all.repairedRight + all.repairedEnding + all.proposedRight)) / all.places,
    ),
  });
  if (process.argv.includes('--list'))
    for (const { outcome, kind, said, heard, repair } of listed)
      console.log(
        `${repair?.level ?? 'untouched'} ${outcome} ${kind ?? ''}: ${said} | ${heard} → ${repair?.text ?? ''}`,
      );
}

function readCaseTexts(): string[] {
  const folder = join(shared, 'texts/e3c');
  return readdirSync(folder)
    .sort()
    .map((name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { text: string }).text);
}

async function main(): Promise<void> {
  const [folder] = process.argv.slice(2);
  if (folder === undefined || !existsSync(shared))
    throw new Error('Give a folder of drafts, and PLUME_SHARED where ../shared is elsewhere.');
  const sounds = argument('--make');
  if (sounds !== undefined) await makeDrafts(sounds, folder);
  const dictations = parseDictations(readFileSync(join(shared, 'speech/dictations.txt'), 'utf8'));
  const references = new Map(dictations.map((dictation) => [dictation.id, dictation]));
  const caseTexts = readCaseTexts();
  const clean = new Map([
    ['written dictations', dictations.map(({ written }) => written)],
    ['E3C', caseTexts.slice(0, E3C_TEXTS)],
  ]);
  const shipped = await shippedLexicon();
  const counted = caseTexts.slice(E3C_TEXTS, E3C_TEXTS + COUNTED_TEXTS);
  const lexicons = new Map<string, Lexicon>([
    ['shipped lexicon', shipped],
    [
      'with the official files',
      await withOfficialFiles(shipped, join(shared, 'terminology-files')),
    ],
    [`with the words of ${COUNTED_TEXTS} other texts counted`, withUsage(shipped, counted)],
  ]);
  for (const [name, lexicon] of lexicons) {
    console.log(`\n## ${name}: ${lexicon.wordCount} words, ${lexicon.termCount} terms\n`);
    const repairer = new PhoneticRepair(lexicon);
    measureDrafts(name, repairer, readDrafts(folder), references);
    console.log('');
    measureCleanTexts(name, repairer, clean);
  }
  console.log('\n## shipped lexicon, words misheard on purpose\n');
  measureMisheardTexts(shipped, caseTexts.slice(HELD_OUT_FROM, HELD_OUT_FROM + HELD_OUT_TEXTS));
}

await main();
