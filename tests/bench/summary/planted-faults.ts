/** Faults planted into faithful lines, one each, always the same. */
export type Planted =
  'dose' | 'number' | 'negation' | 'side' | 'family' | 'hypothesis' | 'drug' | 'date';

export interface PlantedFault {
  readonly kind: Planted;
  readonly line: string;
}

type Plant = (line: string, at: number) => string | undefined;

/** Replaces the match, or gives undefined where there is none. */
const swap =
  (pattern: RegExp, replacement: (...found: string[]) => string): Plant =>
  (line) =>
    pattern.test(line) ? line.replace(pattern, replacement) : undefined;

const DOSE = /(\d[\d\u00a0\u202f ]*(?:,\d+)?)(\s?)(mg|µg|g|UI)(?![\p{L}/])/u;
const figure = (text: string): number =>
  Number(text.replace(/[ \u00a0\u202f]/g, '').replace(',', '.'));
const french = (value: number): string => String(value).replace('.', ',');

/** Drugs that none of the reports names. */
const INVENTED = [
  'amiodarone',
  'méthotrexate',
  'digoxine',
  'lithium',
  'carbamazépine',
  'rivaroxaban',
  'tacrolimus',
  'allopurinol',
];

const sides: Plant = (line) => {
  const found = /\b(droite?s?|gauches?)\b/.exec(line);
  if (!found) return undefined;
  const [word] = found;
  const other = word.startsWith('g')
    ? word.replace(
        'gauche',
        /\b(?:hanche|jambe|lithiase|pyélonéphrite|base|voie|surrénale|branche|M2)\s+\S*\s*$/i.test(
          line.slice(0, found.index),
        )
          ? 'droite'
          : 'droit',
      )
    : word.replace(/droite?/, 'gauche');
  return line.slice(0, found.index) + other + line.slice(found.index + word.length);
};

const PLANTS: readonly (readonly [Planted, Plant])[] = [
  [
    'dose',
    swap(
      DOSE,
      (_, value = '', space = '', unit = '') => `${french(figure(value) * 10)}${space}${unit}`,
    ),
  ],
  [
    'dose',
    swap(
      DOSE,
      (_, value = '', space = '', unit = '') => `${french(figure(value) / 2)}${space}${unit}`,
    ),
  ],
  ['dose', swap(/(\d)(\s?)mg(?![\p{L}/])/u, (_, digit = '', space = '') => `${digit}${space}µg`)],
  [
    'number',
    swap(
      /(\d+(?:,\d+)?)(\s?(?:mm|%|mmol\/l|mg\/l|cm|ml|litres|G\/l|°C|kg))/,
      (_, value = '', unit = '') => french(figure(value) + 7) + unit,
    ),
  ],
  ['negation', swap(/\b(?:[Pp]as|[Aa]bsence) (?:de |d')/, () => 'présence de ')],
  ['negation', swap(/\b(?:[Pp]as (?:de |d')|[Aa]bsence (?:de |d')|sans |[Aa]ucune? )/, () => '')],
  ['negation', swap(/ non (?=\p{L})/u, () => ' ')],
  ['negation', swap(/\bsans\b/, () => 'avec')],
  ['side', sides],
  [
    'family',
    swap(/(?:,| ;)? (?:\p{L}+ )?chez (?:la|le|un|une|sa|son) (?:mère|père|frère|sœur)/u, () => ''),
  ],
  ['family', swap(/^(?:Mère|Père|Frère|Sœur|Tante maternelle) (?:: )?/u, () => 'Antécédents : ')],
  [
    'family',
    swap(
      /^(\p{Lu}[\p{L} ]+) chez (?:la|le|un|une) (?:mère|père|frère|sœur)/u,
      (_, illness = '') => `Antécédent personnel de ${illness.toLowerCase()}`,
    ),
  ],
  ['hypothesis', swap(/ (?:probable|possible|suspectée?)(?:, à confirmer)?\b/, () => '')],
  ['hypothesis', swap(/(?:, )?(?:suspecte? (?:de|d')|évoquant (?:un |une )?)/, () => ' : ')],
  [
    'hypothesis',
    swap(/(\p{Lu}[\p{L} ]+) (?:possible|probable)/u, (_, illness = '') => `${illness} confirmé`),
  ],
  ['hypothesis', swap(/^Suspicion d[e'] ?/, () => '')],
  ['drug', (line, at) => `${line.replace(/\.$/, '')}, ${INVENTED[at % INVENTED.length] ?? ''}.`],
  [
    'drug',
    swap(
      /\b(?:[Ff]urosémide|[Aa]pixaban|[Mm]etformine|[Oo]floxacine|[Ff]luticasone|[Pp]ropranolol|[Cc]lopidogrel|[Ll]évothyroxine|[Pp]rednisone|[Cc]eftriaxone)\b/,
      () => 'amiodarone',
    ),
  ],
  ['date', swap(/\b(20\d\d)\b/, (_, year = '') => String(Number(year) - 3))],
];

/** Every fault that a line can have. @param at which line it is, so that inventions vary. */
export const plantedIn = (line: string, at: number): PlantedFault[] =>
  PLANTS.flatMap(([kind, plant]) => {
    const faulty = plant(line, at);
    return faulty === undefined || faulty === line ? [] : [{ kind, line: faulty }];
  });

export interface SummarySample {
  readonly half: 'dev' | 'test';
  readonly name: string;
  readonly report: readonly string[];
  readonly faithful: readonly string[];
}

/** Reads `tests/samples/summaries.txt`: fictitious reports with faithful lines, written for this bench. */
export const parseSamples = (text: string): SummarySample[] =>
  text
    .split(/^== /m)
    .slice(1)
    .map((block) => {
      const [head = '', ...rest] = block.trimEnd().split('\n');
      const [half, name = ''] = head.split(' | ');
      const at = rest.indexOf('-- faithful');
      return {
        half: half === 'dev' ? 'dev' : 'test',
        name,
        report: rest.slice(0, at),
        faithful: rest.slice(at + 1),
      };
    });
