/** Which register a matricule comes from; samples are of TEST and DEMO only. */
export type MatriculeKind = 'NIR' | 'NIA' | 'TEST' | 'DEMO';

/** Object identifiers of the registers (ANS, INS: liste des OID des autorités d'affectation). */
export const MATRICULE_OIDS: Readonly<Record<MatriculeKind, string>> = {
  NIR: '1.2.250.1.213.1.4.8',
  NIA: '1.2.250.1.213.1.4.9',
  TEST: '1.2.250.1.213.1.4.10',
  DEMO: '1.2.250.1.213.1.4.11',
};

/** The national health identifier without its register would name nobody: the two go together. */
export interface Matricule {
  readonly kind: MatriculeKind;
  /** 13 characters, figures but for 2A and 2B in the sixth and seventh. */
  readonly value: string;
  /** Two figures. */
  readonly key: string;
}

export type MatriculeProblem = 'not-a-matricule' | 'no-key' | 'wrong-key';

const CHARACTERS = 13;
// Months and departments are not looked at: fictitious ones are in use (births abroad, unknown months).
const SHAPE = /^\d{5}(?:\d{2}|2[AB])\d{6}$/;

/** 97 − (first 13 characters mod 97), with 2A read as 19 and 2B as 18 (INSEE). */
export function matriculeKey(value: string): string {
  const figures = value.replace('2A', '19').replace('2B', '18');
  const rest = Number(BigInt(figures) % 97n);
  return String(97 - rest).padStart(2, '0');
}

/** Reads what was typed or imported, spaces and dots aside; the key is always checked. */
export function readMatricule(text: string, kind: MatriculeKind): Matricule | MatriculeProblem {
  const characters = text.toUpperCase().replace(/[\s.-]/g, '');
  const value = characters.slice(0, CHARACTERS);
  const key = characters.slice(CHARACTERS);
  if (!SHAPE.test(value)) return 'not-a-matricule';
  if (key === '') return 'no-key';
  if (!/^\d{2}$/.test(key)) return 'not-a-matricule';
  return key === matriculeKey(value) ? { kind, value, key } : 'wrong-key';
}

export const kindOfOid = (oid: string): MatriculeKind | undefined =>
  (Object.keys(MATRICULE_OIDS) as MatriculeKind[]).find((kind) => MATRICULE_OIDS[kind] === oid);
