import { EMPTY_DRAFT, type PatientDraft } from '../patient-draft';
import type { ListedPatient } from './listed-patient';
import { MOST_ROWS } from './table';

const END_OF_TEXT = '****FIN****';
const END_OF_FILE = '****FINFICHIER****';
const HEADER_LINES = 12;
const BIRTH_DATE_LINE = 6;
const DATE = /^\d{2}\/\d{2}\/\d{4}$/;

const MOST_STRAY_LINES = 3;

const linesOf = (text: string): readonly string[] =>
  text.split(/\r\n|\r|\n/).map((line) => line.trim());

/** The end marks of the format, or a birth date alone on the seventh line. */
export function isHprim(text: string): boolean {
  const lines = linesOf(text.slice(0, 10_000));
  const hasMark = lines.some((line) => [END_OF_TEXT, END_OF_FILE].includes(line));
  return hasMark || (lines.length >= HEADER_LINES && DATE.test(lines[BIRTH_DATE_LINE] ?? ''));
}

/**
 * Header of one message: 1 code, 2 name, 3 first name, 7 birth date, 8 social security number. That number is not
 * the national health identifier, and the header knows no sex: neither is taken.
 */
function draftOf(header: readonly string[]): PatientDraft {
  const [practiceCode = '', birthName = '', firstName = ''] = header;
  const birthDate = header[BIRTH_DATE_LINE] ?? '';
  return { ...EMPTY_DRAFT, practiceCode, birthName, firstName, birthDate };
}

/** The first line may be empty, so the birth date says where a header starts after lines that belong to none. */
function aligned(lines: readonly string[], start: number): number {
  for (let stray = 0; stray <= MOST_STRAY_LINES; stray++) {
    if (DATE.test(lines[start + stray + BIRTH_DATE_LINE] ?? '')) return start + stray;
  }
  return start;
}

/** One patient a message; several messages may follow each other in one file. */
export function hprimPatients(text: string): readonly ListedPatient[] {
  const lines = linesOf(text);
  const patients: ListedPatient[] = [];
  let start = 0;
  while (start < lines.length && patients.length <= MOST_ROWS) {
    const mark = lines.indexOf(END_OF_TEXT, start);
    const end = mark < 0 ? lines.length : mark;
    const from = aligned(lines, start);
    const header = lines.slice(from, Math.min(end, from + HEADER_LINES));
    if (header.some((line) => line !== ''))
      patients.push({ line: from + 1, draft: draftOf(header) });
    start = end + 1;
    if (lines[start] === END_OF_FILE) start++;
  }
  return patients;
}
