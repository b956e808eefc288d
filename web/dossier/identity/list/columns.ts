import { fold } from '../../../../terminology/lexicon/fold';
import { readBirthDates } from '../birth-date';
import { EMPTY_DRAFT, type DraftField, type PatientDraft } from '../patient-draft';
import type { TableRow } from './table';

/** What each column holds, in order; `undefined` for a column that is not read. */
export type Columns = readonly (DraftField | undefined)[];

/** Titles that practice software writes, in folded form; French and English. */
const TITLES: Readonly<Record<DraftField, readonly string[]>> = {
  birthName: [
    'nom de naissance',
    'nom naissance',
    'nom de famille',
    'nom patronymique',
    'nom jeune fille',
    'nom de jeune fille',
    'birth name',
    'maiden name',
    'family name',
    'last name',
    'lastname',
    'surname',
    'nom',
    'nom patient',
    'nom du patient',
    'name',
  ],
  usedName: [
    'nom utilise',
    'nom usuel',
    'nom d usage',
    'nom usage',
    'nom marital',
    'nom d epouse',
    'epouse',
    'used name',
    'usual name',
    'married name',
  ],
  firstName: [
    'premier prenom',
    'premier prenom de naissance',
    'prenom',
    'prenom de naissance',
    'prenom utilise',
    'prenom patient',
    'prenom du patient',
    'first name',
    'firstname',
    'given name',
    'forename',
  ],
  firstNames: [
    'prenoms',
    'prenom s',
    'liste des prenoms',
    'prenoms de naissance',
    'autres prenoms',
    'given names',
    'first names',
  ],
  birthDate: [
    'date de naissance',
    'date naissance',
    'date nais',
    'naissance',
    'ne le',
    'nee le',
    'ne e le',
    'ddn',
    'dob',
    'birth date',
    'birthdate',
    'date of birth',
  ],
  sex: ['sexe', 'sex', 'gender', 'genre', 'civilite', 'civ', 'titre'],
  birthPlace: [
    'code lieu de naissance',
    'code insee',
    'code insee naissance',
    'code insee lieu de naissance',
    'lieu de naissance insee',
    'lieu de naissance',
    'code commune naissance',
    'birth place',
    'birth place code',
  ],
  matricule: ['matricule', 'matricule ins', 'ins', 'ins nir', 'numero ins', 'nir', 'national id'],
  matriculeOid: ['oid', 'oid ins', 'oid matricule', 'oid du matricule'],
  status: ['statut', 'statut identite', 'statut de l identite', 'statut ins', 'identity status'],
  practiceCode: [
    'ipp',
    'code patient',
    'code',
    'id',
    'id patient',
    'numero patient',
    'n patient',
    'numero dossier',
    'n dossier',
    'dossier',
    'patient id',
    'mrn',
  ],
};

const folded = (title: string): string =>
  fold(title.normalize('NFC'))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const FIELDS = Object.keys(TITLES) as DraftField[];

const fieldOf = (title: string): DraftField | undefined =>
  FIELDS.find((field) => TITLES[field].includes(folded(title)));

/** One column a field: of two, the title that stands earlier in the list of its field is the more precise. */
function withoutRepeats(titles: readonly string[], columns: Columns): Columns {
  const rank = (at: number, field: DraftField) => TITLES[field].indexOf(folded(titles[at] ?? ''));
  return columns.map((field, at) => {
    if (field === undefined) return undefined;
    const isBeaten = columns.some(
      (other, place) =>
        other === field &&
        place !== at &&
        (rank(place, field) < rank(at, field) ||
          (rank(place, field) === rank(at, field) && place < at)),
    );
    if (!isBeaten) return field;
    // "Nom" beside "Nom de naissance" is the name in use.
    const isFree = field === 'birthName' && !columns.includes('usedName');
    return isFree ? 'usedName' : undefined;
  });
}

/** Columns from a row of titles; `undefined` when the row holds none that says who a patient is. */
export function columnsOfTitles(titles: readonly string[]): Columns | undefined {
  const columns = withoutRepeats(titles, titles.map(fieldOf));
  return columns.filter((field) => field !== undefined).length >= 2 ? columns : undefined;
}

/** Columns of a table without titles: a date, a sex, and the first two columns of words are name and first name. */
export function columnsOfContent(cells: readonly string[], today: string): Columns {
  const columns: (DraftField | undefined)[] = cells.map(() => undefined);
  const date = cells.findIndex((cell) => readBirthDates(cell, today).length > 0);
  if (date >= 0) columns[date] = 'birthDate';
  const sex = cells.findIndex((cell) => /^(?:[fmh]|mme|mr?\.?|femme|homme)$/i.test(cell));
  if (sex >= 0) columns[sex] = 'sex';
  const words = cells.flatMap((cell, at) =>
    columns[at] === undefined && /^[\p{L}][\p{L}' ’-]+$/u.test(cell) ? [at] : [],
  );
  const names = ['birthName', 'firstName'] as const;
  names.forEach((field, at) => {
    const place = words[at];
    if (place !== undefined) columns[place] = field;
  });
  return columns;
}

/** What a row says of a patient when its columns mean this. */
export function draftOfRow({ cells }: TableRow, columns: Columns): PatientDraft {
  const said = columns.flatMap((field, at): [DraftField, string][] =>
    field === undefined ? [] : [[field, cells[at] ?? '']],
  );
  return { ...EMPTY_DRAFT, ...Object.fromEntries(said) };
}
