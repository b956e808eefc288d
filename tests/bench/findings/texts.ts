import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PatientIdentity } from '../../../terminology/rules/patient-identity';
import { parseDictations } from '../dictations';

/** A real or written text with the person it is about, as a practice would have chosen them. */
export interface ReportText {
  readonly id: string;
  readonly text: string;
  readonly day: string;
  readonly documentType?: string;
  /** Undefined where the text is about several people. */
  readonly patient?: PatientIdentity;
  readonly half: 'developed on' | 'held out';
}

const DAY = '2026-11-22';
const E3C_TEXTS = 40;
const AGE =
  /(?:âgée?|patiente?|homme|femme|garçon|fille|enfant|Untel,?)(?: \p{L}+)? (?:de )?(\d{1,3}) (ans|mois)/gu;

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

/** Sex, age and name as the text itself tells them; undefined where it tells of several people. */
function patientOf(text: string): PatientIdentity | undefined {
  const women = count(
    text,
    /(?<!\p{L})(?:patiente|Mme|Madame|madame|une femme|âgée|fillette|née|sexe féminin)(?!\p{L})/gu,
  );
  const men = count(
    text,
    /(?<!\p{L})(?:patient|Monsieur|monsieur|M\.|un homme|âgé|garçon|sexe masculin)(?!\p{L})/gu,
  );
  const ages = new Set([...text.matchAll(AGE)].map(([, age, unit]) => `${age} ${unit}`));
  if (
    (women > 0 && men > 0) ||
    ages.size > 1 ||
    /\d+ (?:patients|cas|malades|femmes|hommes)/u.test(text)
  )
    return undefined;
  const [, day, month, year] = /née? le (\d{1,2}) (\p{L}+) (\d{4})/u.exec(text) ?? [];
  const [, age, unit] = [...text.matchAll(AGE)][0] ?? [];
  const birthDate =
    day && month === 'mars' ? `${year}-03-${day.padStart(2, '0')}` : birthOf(age, unit);
  return {
    birthName: 'Untel',
    firstNames: women > 0 ? 'Claire' : 'Paul',
    sex: women > 0 ? 'F' : men > 0 ? 'M' : 'U',
    ...(birthDate && { birthDate }),
  };
}

/** A birth date that gives the age on the day. */
function birthOf(age: string | undefined, unit: string | undefined): string | undefined {
  if (age === undefined) return undefined;
  if (unit === 'ans') return `${2026 - Number(age)}-05-17`;
  const months = 2026 * 12 + 10 - Number(age);
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-10`;
}

function about(text: string): Pick<ReportText, 'text' | 'patient'> {
  const patient = patientOf(text);
  return { text, ...(patient && { patient }) };
}

export function writtenDictations(shared: string): ReportText[] {
  return parseDictations(readFileSync(join(shared, 'speech/dictations.txt'), 'utf8')).map(
    ({ id, written, documentType }, index) => ({
      id,
      ...about(written),
      day: DAY,
      documentType,
      half: index % 2 === 0 ? 'developed on' : 'held out',
    }),
  );
}

/** Case reports of E3C: every third file, forty of them; `offset` 1 and 2 give others. */
export function caseReports(shared: string, offset = 0): ReportText[] {
  const folder = join(shared, 'texts/e3c');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .filter((_, index) => index % 3 === offset)
    .slice(0, E3C_TEXTS)
    .map((name) => {
      const { text } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { text: string };
      return {
        id: name.replace('.json', ''),
        ...about(text),
        day: DAY,
        half: offset === 0 ? 'developed on' : 'held out',
      };
    });
}
