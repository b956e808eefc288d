import { agesIn, isTold, sexMarksIn, type AgeMark, type SexMark } from './people';
import type { FoundInReport, Gathered, ReportRule } from './rule';

interface People {
  readonly sexes: readonly SexMark[];
  readonly ages: readonly AgeMark[];
}

type Placed<Mark> = Mark & { readonly paragraph: number };

const placed = <Mark>(
  report: readonly Gathered<People>[],
  marksOf: (people: People) => readonly Mark[],
): Placed<Mark>[] =>
  report.flatMap(({ paragraph, facts }) => marksOf(facts).map((mark) => ({ ...mark, paragraph })));

/** Marks of the sex that is said less often; where both are as frequent, the later one. */
function sexes(marks: readonly Placed<SexMark>[]): FoundInReport[] {
  const women = marks.filter(({ sex }) => sex === 'F');
  const men = marks.filter(({ sex }) => sex === 'M');
  if (women.length === 0 || men.length === 0) return [];
  const odd =
    women.length === men.length
      ? marks.filter(({ sex }) => sex !== marks[0]?.sex)
      : women.length < men.length
        ? women
        : men;
  const rest = marks.filter((mark) => !odd.includes(mark));
  return odd.map(({ paragraph, from, to, other, doubt }) => ({
    paragraph,
    from,
    to,
    risk: 6,
    message: 'Le compte rendu parle ailleurs d’une personne de l’autre sexe.',
    doubt: doubt * 0.8,
    fixes: [{ text: other }],
    evidence: rest.slice(0, 3),
  }));
}

function ages(marks: readonly Placed<AgeMark>[]): FoundInReport[] {
  const [first, ...others] = marks;
  if (!first) return [];
  return others
    .filter(({ unit, value }) => unit === first.unit && value !== first.value)
    .map(({ paragraph, from, to }) => ({
      paragraph,
      from,
      to,
      risk: 6,
      message: `Un autre âge est dit plus haut : ${String(first.value)} ${first.unit}.`,
      doubt: 0.6,
      evidence: [first],
    }));
}

/** Sexes and ages that disagree inside the report; where the patient is chosen, the identity rules compare with that. */
export const peopleDisagree: ReportRule<People> = {
  name: 'people-disagree',
  gather: (paragraph) => ({ sexes: sexMarksIn(paragraph), ages: agesIn(paragraph) }),
  conclude: (report, { patient }) => [
    ...(isTold(patient?.sex) ? [] : sexes(placed(report, (people) => people.sexes))),
    ...(patient?.birthDate ? [] : ages(placed(report, (people) => people.ages))),
  ],
};
