import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Suggester } from '../../../terminology/lexicon/suggest';
import { loadSounds } from '../../../terminology/phonetic/load';
import { SoundLexicon } from '../../../terminology/phonetic/sound-lexicon';
import { Findings } from '../../../terminology/rules/findings';
import { Knowledge } from '../../../terminology/rules/knowledge';
import type { PatientIdentity } from '../../../terminology/rules/patient-identity';
import type { ReportContext, Stretch } from '../../../terminology/rules/report';
import { shippedLexicon } from '../lexicon/shipped';

const DATA = join(import.meta.dirname, '../../../terminology/data');

/** A fictitious woman of 54. */
export const CLAIRE: PatientIdentity = {
  birthName: 'Durand',
  usedName: 'Martin',
  firstNames: 'Claire',
  sex: 'F',
  birthDate: '1972-03-12',
};
/** A fictitious man of 54. */
export const PAUL: PatientIdentity = {
  birthName: 'Lefort',
  firstNames: 'Paul',
  sex: 'M',
  birthDate: '1972-03-12',
};

let known: Promise<Knowledge> | undefined;

/** The shipped lexicon with its suggestions, opened once a test file. */
export const knowledge = (): Promise<Knowledge> =>
  (known ??= Promise.all([
    shippedLexicon(),
    loadSounds((name) => Promise.resolve(new Uint8Array(readFileSync(join(DATA, name))))),
  ]).then(
    ([lexicon, sounds]) => new Knowledge(lexicon, new Suggester(new SoundLexicon(lexicon, sounds))),
  ));

/** What one rule finds in a report, a paragraph a line: the passages it is about. */
export async function found(
  rule: string,
  text: string,
  context: Partial<ReportContext> = {},
  stretches: readonly Stretch[] = [],
): Promise<string[]> {
  const lines = text.split('\n');
  const changed = lines.map((line, id) => ({
    id,
    paragraph: { kind: 'paragraph' as const, text: line, stretches: id === 0 ? stretches : [] },
  }));
  const findings = new Findings(await knowledge());
  const request = {
    context: { day: '2026-11-22', ...context },
    order: changed.map(({ id }) => id),
    changed,
  };
  let answer = findings.update(request);
  while (!answer.isComplete) answer = findings.update(request);
  if (answer.failures.length > 0) throw new Error(JSON.stringify(answer.failures));
  return answer.findings
    .filter((finding) => finding.rule === rule)
    .sort((a, b) => a.paragraph - b.paragraph || a.from - b.from)
    .map(({ paragraph, from, to }) => lines[paragraph]!.slice(from, to));
}
