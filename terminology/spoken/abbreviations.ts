import { phrases, type Phrases } from './phrases';
import type { Abbreviation } from './settings';
import type { Doubt } from './piece';
import type { Rule, Site } from './site';
import { fold } from './token';
import { curly } from './typography';

/** Short forms with two meanings in French reports; unsettled by the practice, they are questions. */
const TWO_MEANINGS: ReadonlyMap<string, string> = new Map([
  ['IVG', 'insuffisance ventriculaire gauche ou interruption volontaire de grossesse'],
  ['BAV', 'bloc auriculo-ventriculaire ou baisse d’acuité visuelle'],
  ['AS', 'aide-soignante, amylose ou sténose aortique'],
  ['RA', 'rétrécissement aortique ou rachianesthésie'],
  ['MAP', 'menace d’accouchement prématuré ou pression artérielle moyenne'],
  ['IRA', 'insuffisance rénale aiguë ou insuffisance respiratoire aiguë'],
  ['MI', 'membre inférieur, mononucléose infectieuse ou infarctus du myocarde'],
]);

interface Entry {
  readonly row: Abbreviation;
  readonly heard: 'short' | 'long';
}

const compiled = new WeakMap<readonly Abbreviation[], Phrases<Entry>>();

function tableOf(rows: readonly Abbreviation[]): Phrases<Entry> {
  const known =
    compiled.get(rows) ??
    phrases<Entry>(
      rows.flatMap((row): (readonly [string, Entry])[] => [
        [fold(row.short), { row, heard: 'short' }],
        [fold(row.long), { row, heard: 'long' }],
      ]),
    );
  compiled.set(rows, known);
  return known;
}

const NONE: readonly Abbreviation[] = [];

/** Short forms by the table of the practice: kept, spelled out, or spelled out once. */
export const abbreviation: Rule = (site) => {
  const { tokens, at, settings } = site;
  const found = tableOf(settings.options.abbreviations ?? NONE).at(tokens, at);
  if (found === undefined) return undefined;
  const { row, heard } = found.value;
  if (tokens.slice(at, found.to - 1).some(({ tail }) => tail !== '')) return undefined;
  if (heard === 'short' && tokens[at]?.core !== row.short) return undefined;
  if (heard === 'short' && isAmbiguous(row.short) && !site.introduced.has(row.short))
    return undefined;
  const written = spelledBy(site, row, heard);
  if (written === undefined) return undefined;
  const { short, long } = row;
  return {
    kind: 'abbreviation',
    short,
    long,
    written: curly(written),
    to: found.to,
    certainty: 0.95,
  };
};

function spelledBy(site: Site, row: Abbreviation, heard: Entry['heard']): string | undefined {
  if (row.mode === 'keep') return undefined;
  if (row.mode === 'expand') return heard === 'short' ? row.long : undefined;
  if (site.introduced.has(row.short)) return row.short;
  const alreadyPaired = site.tokens[site.at + 1]?.core === row.short;
  return alreadyPaired ? undefined : `${row.long} (${row.short})`;
}

/** A short form with two meanings is never spelled out by the machine: it asks. */
export const isAmbiguous = (short: string): boolean => TWO_MEANINGS.has(short);

/**
 * The doubt that a dangerous short form raises, unless the practice keeps it as it is or the text has spelled it out
 * before.
 */
export function dangerIn({ tokens, at, settings, done, introduced }: Site): Doubt | undefined {
  const core = tokens[at]?.core ?? '';
  const rows = settings.options.abbreviations ?? NONE;
  if (rows.some(({ short, mode }) => short === core && mode === 'keep')) return undefined;
  if (introduced.has(core)) return undefined;
  const last = done.at(-1);
  if (core === 'U' && last?.kind === 'number')
    return {
      rule: 'dangerous-abbreviation',
      risk: 3,
      message: '« U » se lit comme un zéro : écrire « unités ».',
    };
  const meanings = TWO_MEANINGS.get(core);
  if (meanings === undefined) return undefined;
  return { rule: 'dangerous-abbreviation', risk: 7, message: `« ${core} » : ${meanings} ?` };
}
