import { fold } from '../lexicon/fold';
import { usualDose, type DrugMention, drugsIn } from './drug-mentions';
import { dosingsIn, type Dosing } from './dosing';
import { isUsualFor } from './dose';
import type { Knowledge } from './knowledge';
import type { FoundInReport, ReportRule } from './rule';

interface Named extends Pick<DrugMention, 'name' | 'from' | 'to'> {
  readonly key: string;
  /** Drugs of a near name, those first that are taken for it. */
  readonly partners: readonly string[];
  /** Its dose is one of its own, and of no partner. */
  readonly isProven: boolean;
  /** A partner for which the dose is right where it is not for the drug named. */
  readonly fits: string | undefined;
}

const LONG = 8;
const SHORT = 5;

/** Drugs that the lexicon says are taken for this one. */
const listedFor = (knowledge: Knowledge | undefined, name: string): string[] =>
  (knowledge?.lexicon.lookAlikes(name) ?? [])
    .filter(({ kind }) => kind === 'look-alike drug')
    .map(({ form }) => form);

/** Marketed drugs a letter or two away ("alprazolam", "loprazolam"); one letter where the name is short. */
function nearFor(knowledge: Knowledge | undefined, name: string): string[] {
  if (!knowledge || name.length < SHORT || /[\s-]/.test(name)) return [];
  const most = name.length >= LONG ? 2 : 1;
  return (knowledge.suggest(name.toLowerCase()) ?? [])
    .filter(({ categories, edits, form }) => {
      const isOther = categories.includes('drug') && edits >= 1 && fold(form) !== fold(name);
      return isOther && edits <= most && usualDose(knowledge, form) !== undefined;
    })
    .map(({ form }) => form);
}

/** "Téralithe LP" is no other drug than "Téralithe". */
const isSame = (name: string, partner: string): boolean =>
  fold(partner).startsWith(`${fold(name)} `) || fold(name).startsWith(`${fold(partner)} `);

function namedAs(
  mention: DrugMention,
  dosings: readonly Dosing[],
  knowledge: Knowledge | undefined,
): Named {
  const { name, from, to } = mention;
  const listed = listedFor(knowledge, name);
  const partners = [...new Set([...listed, ...nearFor(knowledge, name)])].filter(
    (partner) => !isSame(name, partner),
  );
  const dose = dosings.find(({ drug }) => drug.from === from)?.quantity;
  const fitting = dose
    ? partners.filter((partner) => isUsualFor(dose, usualDose(knowledge, partner)))
    : [];
  const isOwn = dose !== undefined && isUsualFor(dose, mention.usual);
  return {
    name,
    from,
    to,
    key: fold(name),
    partners,
    isProven:
      isOwn &&
      fitting.length === 0 &&
      listed.every((partner) => usualDose(knowledge, partner) !== undefined),
    fits: dose !== undefined && mention.usual !== undefined && !isOwn ? fitting[0] : undefined,
  };
}

const TWICE = 2;

/**
 * A drug whose name is taken for another's, always shown with its partner: but where the dose is its own and not the
 * partner's, or the report names it twice and never the partner.
 */
export const lookAlikeDrug: ReportRule<readonly Named[]> = {
  name: 'look-alike-drug',
  gather: (paragraph, { knowledge }) => {
    const dosings = dosingsIn(paragraph, knowledge);
    return drugsIn(paragraph, knowledge)
      .map((mention) => namedAs(mention, dosings, knowledge))
      .filter(({ partners }) => partners.length > 0);
  },
  conclude: (report) => {
    const all = report.flatMap(({ paragraph, facts }) =>
      facts.map((named) => ({ ...named, paragraph })),
    );
    const keys = all.map(({ key }) => key);
    return all.flatMap((named): FoundInReport[] => {
      const { paragraph, from, to, name, partners, fits, isProven } = named;
      const rival = partners.find((partner) => keys.includes(fold(partner)));
      const isRepeated = keys.filter((key) => key === named.key).length >= TWICE;
      if (fits === undefined && rival === undefined && (isProven || isRepeated)) return [];
      const first = fits ?? rival ?? partners[0] ?? '';
      const why =
        fits === undefined
          ? rival === undefined
            ? 'les deux noms se ressemblent'
            : 'les deux sont dits ici'
          : 'la dose est celle de l’autre';
      return [
        {
          paragraph,
          from,
          to,
          risk: 2,
          message: `« ${name} » ou « ${first} » : ${why}.`,
          doubt: fits === undefined ? (rival === undefined ? 0.2 : 0.5) : 0.8,
          fixes: [first, ...partners.filter((partner) => partner !== first)]
            .slice(0, 3)
            .map((text) => ({ text })),
        },
      ];
    });
  },
};
