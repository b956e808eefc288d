import { columnsOfContent, columnsOfTitles, draftOfRow, type Columns } from './columns';
import { decodedText, type TextEncoding } from './decoded-text';
import { fhirPatients, type FhirFailure } from './fhir-patients';
import { hprimPatients, isHprim } from './hprim';
import type { ListedPatient } from './listed-patient';
import { delimiterOf, MOST_ROWS, tableRows, type TableFailure, type TableRow } from './table';

export const MOST_LIST_BYTES = 10_000_000;

/** Why a file gives no list of patients; the sentences are in `words/`. */
export type ListFailure =
  'empty' | 'unreadable' | 'too-big' | 'not-text' | 'no-patient' | FhirFailure | TableFailure;

/** A table keeps its cells, so that a person can say what each column means. */
export interface PatientTable {
  readonly titles: readonly string[];
  readonly rows: readonly TableRow[];
  readonly columns: Columns;
}

export interface PatientList {
  readonly encoding: TextEncoding;
  readonly patients: readonly ListedPatient[];
  /** Of a CSV file. */
  readonly table?: PatientTable;
}

export const patientsOfTable = ({ rows, columns }: PatientTable): readonly ListedPatient[] =>
  rows.map((row) => ({ line: row.line, draft: draftOfRow(row, columns) }));

function readTable(text: string, today: string): PatientTable | ListFailure {
  const rows = tableRows(text, delimiterOf(text));
  if (typeof rows === 'string') return rows;
  const [first, second] = rows;
  if (!first) return 'empty';
  const titled = columnsOfTitles(first.cells);
  const [own, next] = [first, second].map((row) => columnsOfContent(row?.cells ?? [], today));
  // Titles that nobody knows are still titles where the birth dates begin in the second row.
  const hasTitles = titled || (!own?.includes('birthDate') && next?.includes('birthDate'));
  const body = hasTitles ? rows.slice(1) : rows;
  const columns = titled ?? (hasTitles ? next : own) ?? [];
  // One column of running text is no table.
  if (body.length === 0 || body.every(({ cells }) => cells.length < 2)) return 'no-patient';
  const titles = hasTitles ? first.cells : first.cells.map(() => '');
  return { titles, rows: body, columns };
}

function readText(text: string, today: string): Omit<PatientList, 'encoding'> | ListFailure {
  const start = text.trimStart()[0];
  if (start === undefined) return 'empty';
  if (start === '{' || start === '[') {
    const patients = fhirPatients(text);
    return typeof patients === 'string' ? patients : { patients };
  }
  if (isHprim(text)) return { patients: hprimPatients(text) };
  const table = readTable(text, today);
  return typeof table === 'string' ? table : { patients: patientsOfTable(table), table };
}

/**
 * Reads a day's list: CSV in any usual shape, HPRIM Médecins text, or a FHIR R4 bundle of patients; says why not
 * otherwise. Rows are not checked here.
 * @param today `YYYY-MM-DD`.
 */
export function readPatientList(bytes: Uint8Array, today: string): PatientList | ListFailure {
  if (bytes.length === 0) return 'empty';
  if (bytes.length > MOST_LIST_BYTES) return 'too-big';
  const decoded = decodedText(bytes);
  if (!decoded) return 'not-text';
  const read = readText(decoded.text, today);
  if (typeof read === 'string') return read;
  if (read.patients.length === 0) return 'no-patient';
  if (read.patients.length > MOST_ROWS) return 'too-many-rows';
  return { ...read, encoding: decoded.encoding };
}
