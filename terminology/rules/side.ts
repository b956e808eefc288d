import { groupedBy } from '../grouped-by';
import type { FoundInReport, Gathered, ReportRule } from './rule';
import type { Section } from './section';
import { otherSide, sidesIn, type Side, type SideMention } from './sides';

interface Said extends SideMention {
  readonly text: string;
}
type Placed = Said & { readonly paragraph: number; readonly section: Section };

const FRENCH: Readonly<Record<Side, string>> = { left: 'à gauche', right: 'à droite' };
const opposite = (side: Side): Side => (side === 'left' ? 'right' : 'left');

/** The side most mentions are on; where both are as many, the one said first. */
function usualSide(mentions: readonly Placed[]): Side | undefined {
  const left = mentions.filter(({ side }) => side === 'left').length;
  const right = mentions.length - left;
  if (left === right) return mentions[0]?.side;
  return left > right ? 'left' : 'right';
}

function oddOnes(mentions: readonly Placed[], where: string, doubt: number): FoundInReport[] {
  const usual = usualSide(mentions);
  if (usual === undefined) return [];
  const agreed = mentions.filter(({ side }) => side === usual);
  const odd = mentions.filter(({ side }) => side !== usual);
  if (odd.length > 1 && agreed.length < 2 * odd.length) return [];
  return odd.map((mention) => ({
    paragraph: mention.paragraph,
    from: mention.from,
    to: mention.to,
    risk: 4,
    message: `« ${mention.text} » : ailleurs, ${where} ${FRENCH[usual]}.`,
    doubt,
    fixes: otherSide(mention.text).map((text) => ({ text })),
    evidence: agreed.slice(0, 3).map(({ paragraph, from, to }) => ({ paragraph, from, to })),
  }));
}

/** A lesion of the brain and the deficit it makes are on different sides. */
function crossed(mentions: readonly Placed[]): FoundInReport[] {
  const lesion = mentions.filter(({ organ }) => organ === 'brain');
  const deficit = mentions.filter(({ organ }) => organ === 'deficit');
  const usual = usualSide(deficit);
  if (usual === undefined) return [];
  return lesion
    .filter(({ side }) => side === usual)
    .map(({ paragraph, from, to, text, side }) => ({
      paragraph,
      from,
      to,
      risk: 4,
      message: `« ${text} » : le déficit est dit du même côté, une lésion du cerveau donne un déficit du côté opposé.`,
      doubt: 0.6,
      fixes: otherSide(text).map((fix) => ({ text: fix })),
      evidence: deficit
        .filter((one) => one.side === side)
        .slice(0, 2)
        .map((one) => ({ paragraph: one.paragraph, from: one.from, to: one.to })),
    }));
}

/** Mentions of one side in the whole report, from which on a single other one is odd. */
const MANY = 3;

function contradictions(mentions: readonly Placed[]): FoundInReport[] {
  const byOrgan = [...groupedBy(mentions, ({ organ }) => organ)];
  const byRegion = [...groupedBy(mentions, ({ region }) => region)];
  const whole = usualSide(mentions);
  const odd = mentions.filter(({ side }) => whole !== undefined && side === opposite(whole));
  return [
    ...byOrgan.flatMap(([organ, group]) =>
      oddOnes(
        group,
        organ === 'brain' || organ === 'deficit' ? 'l’atteinte est dite' : `« ${organ} » est dit`,
        0.7,
      ),
    ),
    ...byRegion.flatMap(([, group]) => oddOnes(group, 'la même région est dite', 0.5)),
    ...crossed(mentions),
    ...(odd.length === 1 && mentions.length > MANY && odd[0]?.region === undefined
      ? oddOnes(mentions, 'tout est dit', 0.4)
      : []),
  ];
}

const placed = (report: readonly Gathered<readonly Said[]>[]): Placed[] =>
  report.flatMap(({ paragraph, section, facts }) =>
    facts.map((mention) => ({ ...mention, paragraph, section })),
  );

/** The same organ or region on the other side elsewhere in the report. */
export const side: ReportRule<readonly Said[]> = {
  name: 'side',
  gather: (paragraph) =>
    sidesIn(paragraph).map((mention) => ({
      ...mention,
      text: paragraph.text.slice(mention.from, mention.to),
    })),
  conclude: (report) =>
    contradictions(
      placed(report).filter(
        ({ isCompared, section, structure }) =>
          !isCompared && structure === undefined && section !== 'history',
      ),
    ),
};
