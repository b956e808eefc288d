/**
 * Planted critical errors that the rules find, alarms on texts that nobody touched, and the time it takes.
 * Run: npx tsx tests/bench/findings.ts [--list] (needs the material of `../shared`, or of PLUME_SHARED).
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLexicon } from '../../terminology/lexicon/load';
import { Suggester } from '../../terminology/lexicon/suggest';
import { loadSounds } from '../../terminology/phonetic/load';
import { SoundLexicon } from '../../terminology/phonetic/sound-lexicon';
import type { Finding } from '../../terminology/rules/finding';
import { Findings, type NumberedParagraph } from '../../terminology/rules/findings';
import { Knowledge } from '../../terminology/rules/knowledge';
import type { ReportContext } from '../../terminology/rules/report';
import { sharedFolder } from './dictations';
import { recordFigures } from './figures';
import { KINDS, plantIn, type Kind, type Planted } from './findings/plant';
import { caseReports, writtenDictations, type ReportText } from './findings/texts';

const ROOT = join(import.meta.dirname, '../..');
/** `--list` shows alarms and misses, of the half that the rules are developed on only. */
const isListed = process.argv.includes('--list');
const WORST_HARMFUL_RISK = 5;
const SPEED_WORDS = 5000;

const read = (name: string): Promise<Uint8Array<ArrayBuffer>> =>
  Promise.resolve(new Uint8Array(readFileSync(join(ROOT, 'terminology/data', name))));

const paragraphsOf = (text: string): NumberedParagraph[] =>
  text
    .split('\n')
    .map((line, id) => ({ id, paragraph: { kind: 'paragraph', text: line, stretches: [] } }));

const contextOf = ({ day, patient, documentType }: ReportText): ReportContext => ({
  day,
  ...(patient && { patient }),
  ...(documentType && { documentType }),
});

/** Findings with places in the whole text. */
function findingsIn(knowledge: Knowledge, report: ReportText, text: string): Finding[] {
  const changed = paragraphsOf(text);
  const findings = new Findings(knowledge);
  const request = { context: contextOf(report), order: changed.map(({ id }) => id), changed };
  let answer = findings.update(request);
  while (!answer.isComplete) answer = findings.update(request);
  if (answer.failures.length > 0) throw new Error(JSON.stringify(answer.failures));
  const starts = changed.map((_, at) =>
    changed.slice(0, at).reduce((sum, { paragraph }) => sum + paragraph.text.length + 1, 0),
  );
  const shifted = <P extends { paragraph: number; from: number; to: number }>(place: P): P => ({
    ...place,
    from: place.from + starts[place.paragraph]!,
    to: place.to + starts[place.paragraph]!,
  });
  return answer.findings.map((finding) => ({
    ...shifted(finding),
    evidence: finding.evidence.map(shifted),
  }));
}

const wordsIn = (text: string): number =>
  text.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word)).length;
const percent = (part: number, whole: number): number =>
  Math.round((1000 * part) / Math.max(1, whole)) / 10;

/** A finding of the class is about the error where it, or what it rests on, touches it. */
const isAbout = ({ from, to, evidence }: Finding, planted: Planted): boolean =>
  [{ from, to }, ...evidence].some(
    (place) => place.from <= planted.to + 1 && planted.from - 1 <= place.to,
  );

function falseAlarms(knowledge: Knowledge, reports: readonly ReportText[], name: string): void {
  const words = reports.reduce((sum, { text }) => sum + wordsIn(text), 0);
  const byRule = new Map<string, number>();
  let alarms = 0;
  for (const report of reports)
    for (const finding of findingsIn(knowledge, report, report.text)) {
      const key = `${finding.risk} ${finding.rule}`;
      byRule.set(key, (byRule.get(key) ?? 0) + 1);
      if (finding.risk > WORST_HARMFUL_RISK) continue;
      alarms += 1;
      const { text } = report;
      if (isListed && name === 'developed on')
        console.log(
          `  ALARM ${report.id} ${key}: ${text.slice(Math.max(0, finding.from - 45), finding.from)}[${text.slice(finding.from, finding.to)}]${text.slice(finding.to, finding.to + 30)} | ${finding.message}`.replaceAll(
            '\n',
            '⏎',
          ),
        );
    }
  const rate = Math.round((10_000 * alarms) / words) / 100;
  recordFigures('findings', { [`${name}: alarms of classes 1 to 5 per 100 words`]: rate });
  console.log(
    `${name}: ${alarms} alarms of classes 1 to 5 in ${words} words of ${reports.length} texts, ${rate} per 100 words`,
  );
  console.log(
    `  ${[...byRule]
      .sort()
      .map(([rule, count]) => `${rule} ${count}`)
      .join(', ')}`,
  );
}

/** The untouched text has a finding of the class at this very place already, such as the partner of a drug's name. */
const isAlwaysSaid = (untouched: readonly Finding[], { kind, from, risks }: Planted): boolean =>
  kind === 'drug' &&
  untouched.some(
    (finding) => risks.includes(finding.risk) && finding.from <= from && from < finding.to,
  );

/** Kinds that are one to a reader: both factors of ten, name and sex. */
const SHOWN_KINDS: Readonly<Record<string, readonly Kind[]>> = {
  drug: ['drug'],
  dose: ['dose x10', 'dose /10'],
  unit: ['mg/µg'],
  side: ['side'],
  negation: ['negation'],
  'hypo/hyper': ['hypo/hyper'],
  identity: ['name', 'sex'],
  date: ['date'],
};

/** Share of all planted errors of a kind that are flagged, whether the report tells them or only the sound. */
function byKind(
  name: string,
  outcome: readonly { readonly error: Planted; readonly isFound: boolean }[],
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(SHOWN_KINDS).map(([shown, kinds]) => {
      const these = outcome.filter(({ error }) => kinds.includes(error.kind));
      const found = these.filter(({ isFound }) => isFound).length;
      return [`${name}: ${shown}, all flagged %`, percent(found, these.length)];
    }),
  );
}

function planted(knowledge: Knowledge, reports: readonly ReportText[], name: string): void {
  const errors = reports.flatMap((report, seed) => plantIn(report, seed, knowledge.lexicon));
  const outcome = errors.map((error) => ({
    error,
    isFound: findingsIn(knowledge, error.report, error.text).some(
      (finding) => error.risks.includes(finding.risk) && isAbout(finding, error),
    ),
    isAlways: isAlwaysSaid(findingsIn(knowledge, error.report, error.report.text), error),
  }));
  if (isListed && name === 'developed on')
    for (const { error, isFound } of outcome)
      if (!isFound)
        console.log(
          `  MISSED ${error.kind}${error.isTold ? '' : ' (untold)'} ${error.report.id}: ${error.change}`,
        );
  const told = outcome.filter(({ error }) => error.isTold);
  const rows = KINDS.map((kind) => {
    const share = (of: typeof outcome): string => {
      const these = of.filter(({ error }) => error.kind === kind);
      return `${these.filter(({ isFound }) => isFound).length}/${these.length}`;
    };
    const always = outcome.filter(
      ({ error, isAlways, isFound }) => error.kind === kind && isAlways && isFound,
    ).length;
    const note = always === 0 ? '' : `; for ${always} the right name is shown with its partner too`;
    return `${kind} ${share(told)} (whatever the context ${share(outcome)}${note})`;
  });
  const rate = percent(told.filter(({ isFound }) => isFound).length, told.length);
  const whole = percent(outcome.filter(({ isFound }) => isFound).length, outcome.length);
  recordFigures('findings', byKind(name, outcome));
  recordFigures('findings', {
    [`${name}: planted errors`]: told.length,
    [`${name}: flagged in the right class %`]: rate,
    [`${name}: with errors only the sound tells, flagged %`]: whole,
  });
  console.log(
    `${name}: ${told.length} planted errors that the report tells, ${rate} % flagged; with the ${errors.length - told.length} that only the sound tells, ${whole} %`,
  );
  console.log(`  ${rows.join('\n  ')}`);
}

/** Processor time at the median of `runs` calls, in milliseconds: the clock tells more of the neighbours. */
function median(runs: number, run: (index: number) => void): number {
  const times = Array.from({ length: runs }, (_, index) => {
    const start = process.cpuUsage();
    run(index);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.round((times.sort((a, b) => a - b)[runs >> 1] ?? 0) * 10) / 10;
}

function speed(knowledge: Knowledge, reports: readonly ReportText[]): void {
  const lines: string[] = [];
  for (let words = 0, at = 0; words < SPEED_WORDS; at++) {
    const { text } = reports[at % reports.length]!;
    lines.push(...text.split('\n'));
    words += wordsIn(text);
  }
  const changed = paragraphsOf(lines.join('\n'));
  const context = contextOf(reports[0]!);
  const order = changed.map(({ id }) => id);
  const first = performance.now();
  const findings = new Findings(knowledge);
  findings.update({ context, order, changed });
  const cold = Math.round(performance.now() - first);
  const whole = median(15, () => void new Findings(knowledge).update({ context, order, changed }));
  const keystrokes = median(100, (run) => {
    const at = (run * 7) % order.length;
    const id = 1_000_000 + run;
    const { paragraph } = changed[at]!;
    const typed = { id, paragraph: { ...paragraph, text: `${paragraph.text} a` } };
    findings.update({ context, order: order.with(at, id), changed: [typed] });
    findings.update({ context, order, changed: [changed[at]!] });
  });
  const one = Math.round(keystrokes * 5) / 10;
  recordFigures('findings', {
    '5,000 words, processor ms': whole,
    'a changed paragraph, processor ms': one,
  });
  console.log(
    `speed: ${SPEED_WORDS} words in ${order.length} paragraphs: ${whole} ms of processor (the first time ${cold} ms by the clock); a changed paragraph ${one} ms`,
  );
}

async function main(): Promise<void> {
  const shared = sharedFolder();
  if (!existsSync(shared)) {
    console.log(`skipped: the shared material is not at ${shared}`);
    return;
  }
  const [lexicon, sounds] = await Promise.all([loadLexicon(read), loadSounds(read)]);
  const knowledge = new Knowledge(lexicon, new Suggester(new SoundLexicon(lexicon, sounds)));
  const reports = [...writtenDictations(shared), ...caseReports(shared), ...caseReports(shared, 2)];
  speed(knowledge, reports);
  for (const half of ['developed on', 'held out'] as const) {
    const these = reports.filter((report) => report.half === half);
    falseAlarms(knowledge, these, half);
    planted(knowledge, these, half);
  }
  falseAlarms(knowledge, caseReports(shared, 1), 'forty other case reports');
}

await main();
