import type { ReadParagraph } from './reading';
import type { ReportRule } from './rule';
import type { Section } from './section';
import { organOf, sidesIn } from './sides';

interface Organ {
  readonly name: string;
  readonly region: string;
  readonly from: number;
  readonly to: number;
}

interface Facts {
  readonly isOperation: boolean;
  readonly organs: readonly Organ[];
  /** Regions whose side is said. */
  readonly sided: readonly string[];
}

/** Organs one speaks of by side; words of technique ("lobe", "radial") do not ask for one. */
const ASKS_FOR_SIDE = new Set(
  'hanche genou cheville pied épaule clavicule coude poignet main rein uretère sein œil oreille ovaire testicule aine cuisse jambe fémur'.split(
    ' ',
  ),
);
const WHERE: readonly Section[] = ['reason', 'other'];
const BOTH = /(?<!\p{L})(?:bilat[eé]ra|des deux|les deux|OD|OG|ODG)(?!\p{L})/u;
const OPERATION =
  /(?:compte[- ]rendu (?:op[eé]ratoire|d[’']intervention)|(?:^|\n)\s*(?:intervention|op[eé]ration)\s*:)/iu;

const organsIn = ({ words }: ReadParagraph): Organ[] =>
  words.flatMap(({ key, from, to }) => {
    const organ = organOf(key);
    return organ && ASKS_FOR_SIDE.has(organ.name) ? [{ ...organ, from, to }] : [];
  });

/** An operation on a paired organ whose side is said nowhere. */
export const missingSide: ReportRule<Facts> = {
  name: 'missing-side',
  gather: (paragraph) => ({
    isOperation: OPERATION.test(paragraph.text),
    organs: organsIn(paragraph),
    sided: BOTH.test(paragraph.text)
      ? ['all']
      : sidesIn(paragraph).map(({ region }) => region ?? 'all'),
  }),
  conclude: (report, { documentType = '' }) => {
    if (
      !/op[eé]rat(?:oire|ive)/u.test(documentType) &&
      !report.some(({ facts }) => facts.isOperation)
    )
      return [];
    const sided = new Set(report.flatMap(({ facts }) => facts.sided));
    if (sided.has('all')) return [];
    const [first] = report
      .filter(({ section }) => WHERE.includes(section))
      .flatMap(({ paragraph, facts }) => facts.organs.map((organ) => ({ paragraph, ...organ })));
    if (!first || sided.has(first.region)) return [];
    const { paragraph, from, to, name } = first;
    return [
      {
        paragraph,
        from,
        to,
        risk: 4,
        doubt: 0.8,
        message: `Opération : le côté (« ${name} ») n’est dit nulle part.`,
      },
    ];
  },
};
