import type { FoundInReport, Gathered, ReportRule } from './rule';

interface Polar {
  readonly prefix: string;
  readonly stem: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

type Placed = Polar & { readonly paragraph: number };

/** Beginnings that turn the meaning; each with the other ones. */
const PREFIXES: readonly (readonly string[])[] = [
  ['hypo', 'hyper'],
  ['inter', 'intra'],
  ['supra', 'infra'],
  ['tachy', 'brady'],
];
const PATTERN = /^(hypo|hyper|inter|intra|supra|infra|tachy|brady)(.{4,})$/;
/** Stems that one person has both of, at two times or two places. */
const BOTH_HAPPEN =
  /^(?:tension|tendu|glycem|thermi|dens|signa|echogen|toni|esthesi|trophi|plasi|vascular|reflexi|ventil|pression|fixa|metabol|chrom|extension|flexion|cardi|renal|hepati|ombilic|ventric|costal|crani|mitten|ven|articul|vertebr|bronch|media|lob|clavic|orbit|muscul|derm|pulmon|abdomin|thorac|arteri|vagin|uter|epineux|spinal|duoden|ocul|hospital)/;

const other = (prefix: string): string | undefined => {
  const pair = PREFIXES.find((prefixes) => prefixes.includes(prefix));
  return pair?.find((one) => one !== prefix);
};

function contradictions(mentions: readonly Placed[]): FoundInReport[] {
  return mentions.flatMap((mention, at) => {
    const against = mentions.filter(
      ({ stem, prefix }) => stem === mention.stem && prefix === other(mention.prefix),
    );
    const agreed = mentions.filter(
      ({ stem, prefix }) => stem === mention.stem && prefix === mention.prefix,
    );
    const isOdd =
      against.length > agreed.length ||
      (against.length === agreed.length && mentions.indexOf(against[0] ?? mention) < at);
    if (against.length === 0 || !isOdd) return [];
    const { paragraph, from, to, text } = mention;
    const [first] = against;
    return [
      {
        paragraph,
        from,
        to,
        risk: 5 as const,
        doubt: 0.6,
        message: `« ${text} » ici, « ${first?.text ?? ''} » ailleurs dans le compte rendu.`,
        fixes: [{ text: first?.text ?? '' }],
        evidence: against
          .slice(0, 2)
          .map((one) => ({ paragraph: one.paragraph, from: one.from, to: one.to })),
      },
    ];
  });
}

const placed = (report: readonly Gathered<readonly Polar[]>[]): Placed[] =>
  report.flatMap(({ paragraph, facts }) => facts.map((polar) => ({ ...polar, paragraph })));

/** The same word with opposite beginnings in one report: hypo- and hyper-, inter- and intra-. */
export const polarityDisagrees: ReportRule<readonly Polar[]> = {
  name: 'polarity-disagrees',
  gather: ({ words }) =>
    words.flatMap(({ key, text, from, to }) => {
      const [, prefix = '', rest = ''] = PATTERN.exec(key) ?? [];
      const stem = rest.replace(/e?s?$/, '');
      const counts = prefix !== '' && !BOTH_HAPPEN.test(stem);
      return counts ? [{ prefix, stem, text, from, to }] : [];
    }),
  conclude: (report) => contradictions(placed(report)),
};
