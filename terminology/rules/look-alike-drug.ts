import { hasFlag } from '../lexicon/entry';
import { fold } from '../lexicon/fold';
import { usualDose, type DrugMention, drugsIn } from './drug-mentions';
import { dosingsIn, type Dosing } from './dosing';
import { isUsualFor } from './dose';
import type { Knowledge } from './knowledge';
import type { ReadParagraph } from './reading';
import type { FoundInReport, ReportRule } from './rule';
import { fieldsOfDrug, fieldsOfWord, type Field } from './therapeutic-fields';

interface Partner {
  readonly form: string;
  readonly fields: readonly Field[];
}

interface Named extends Pick<DrugMention, 'name' | 'from' | 'to'> {
  readonly key: string;
  readonly fields: readonly Field[];
  /** Drugs of a near name, those first that are taken for it. */
  readonly partners: readonly Partner[];
  /** Its dose is one of its own, and of no partner. */
  readonly isProven: boolean;
  /** A partner for which the dose is right where it is not for the drug named. */
  readonly fits: string | undefined;
  /** Fields that its sentence tells of, by its words and other drugs. */
  readonly around: ReadonlySet<Field>;
}

/** What a paragraph tells: the drugs with a look-alike, and what explains any drug. */
interface Told {
  readonly named: readonly Named[];
  readonly words: ReadonlySet<Field>;
  /** Every drug with its fields: drugs of one field stand together. */
  readonly drugs: readonly { readonly key: string; readonly fields: readonly Field[] }[];
}

type Placed = Named & { readonly paragraph: number };

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
      if (isBrandOf(knowledge, form, name)) return false;
      const isOther = categories.includes('drug') && edits >= 1 && fold(form) !== fold(name);
      return isOther && edits <= most && usualDose(knowledge, form) !== undefined;
    })
    .map(({ form }) => form);
}

const shares = (a: readonly Field[], b: readonly Field[]): boolean =>
  a.some((field) => b.includes(field));

/** "Takadol" is tramadol under another name: a brand near a substance, given for the same. */
const isBrandOf = (knowledge: Knowledge, form: string, name: string): boolean =>
  knowledge.lexicon.find(form).some((entry) => hasFlag(entry, 'brand')) &&
  knowledge.lexicon.find(name).some((entry) => hasFlag(entry, 'substance')) &&
  shares(fieldsOfDrug(knowledge, form), fieldsOfDrug(knowledge, name));

/** "Téralithe LP" is no other drug than "Téralithe". */
const isSame = (name: string, partner: string): boolean =>
  fold(partner).startsWith(`${fold(name)} `) || fold(name).startsWith(`${fold(partner)} `);

/** Fields that the words of a paragraph tell of, in one sentence or in all; names of drugs tell nothing here. */
function fieldsAround(
  { words }: ReadParagraph,
  drugs: readonly DrugMention[],
  sentence?: number,
): Set<Field> {
  const isDrug = (at: number): boolean =>
    drugs.some(({ first, last }) => first <= at && at <= last);
  return new Set(
    words.flatMap((word, at) => {
      if (sentence !== undefined && word.sentence !== sentence) return [];
      const fields = fieldsOfWord(word);
      return fields.length === 0 || isDrug(at) ? [] : fields;
    }),
  );
}

/** What the sentence of a drug tells, by its words and by the drugs that are no look-alikes of it. */
function besides(
  paragraph: ReadParagraph,
  mention: DrugMention,
  knowledge: Knowledge | undefined,
): Set<Field> {
  const drugs = drugsIn(paragraph, knowledge);
  const { words } = paragraph;
  const sentence = words[mention.first]?.sentence ?? 0;
  const kin = new Set([mention.name, ...listedFor(knowledge, mention.name)].map(fold));
  const others = drugs.filter(
    ({ first, name }) => words[first]?.sentence === sentence && !kin.has(fold(name)),
  );
  return new Set([
    ...fieldsAround(paragraph, drugs, sentence),
    ...others.flatMap(({ name }) => fieldsOfDrug(knowledge, name)),
  ]);
}

/** "amoxicilline-acide clavulanique": the second name tells which one it is. */
const isCombined = ({ words }: ReadParagraph, { name, last }: DrugMention): boolean =>
  /cilline$/i.test(name) &&
  words.slice(last + 1, last + 3).some(({ key }) => /^(?:clavulan|sulbact|tazobac)/.test(key));

function namedAs(
  mention: DrugMention,
  dosings: readonly Dosing[],
  around: ReadonlySet<Field>,
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
    fields: fieldsOfDrug(knowledge, name),
    partners: partners.map((form) => ({ form, fields: fieldsOfDrug(knowledge, form) })),
    isProven:
      isOwn &&
      fitting.length === 0 &&
      listed.every((partner) => usualDose(knowledge, partner) !== undefined),
    fits: dose !== undefined && mention.usual !== undefined && !isOwn ? fitting[0] : undefined,
    around,
  };
}

const tells = (told: ReadonlySet<Field>, fields: readonly Field[]): boolean =>
  fields.some((field) => told.has(field));

/** What the report says of a drug against its look-alikes. */
type Verdict =
  | { readonly is: 'explained' }
  | { readonly is: 'open' }
  /** Nothing explains the drug; the partner would be explained. */
  | { readonly is: 'foreign'; readonly partner: string };

/** What the whole report tells, once for all its drugs. */
interface Whole {
  readonly words: ReadonlySet<Field>;
  /** Fields by drug. */
  readonly drugs: ReadonlyMap<string, readonly Field[]>;
  /** Drugs with a look-alike, as often as they are named. */
  readonly keys: readonly string[];
}

/** What the rest of the report tells of a drug: its words, and the other drugs. */
function toldFor({ key, partners }: Named, { words, drugs }: Whole): Set<Field> {
  const kin = new Set([key, ...partners.map(({ form }) => fold(form))]);
  const told = new Set(words);
  for (const [other, fields] of drugs)
    if (!kin.has(other)) for (const field of fields) told.add(field);
  return told;
}

function verdictOf(drug: Named, told: ReadonlySet<Field>): Verdict {
  if (drug.fields.length === 0 || drug.partners.some(({ fields }) => fields.length === 0))
    return { is: 'open' };
  const isExplained = tells(told, drug.fields);
  const others = drug.partners.filter(({ fields }) => !shares(fields, drug.fields));
  const [foreign] = others.filter(({ fields }) => tells(told, fields));
  if (!isExplained) return foreign ? { is: 'foreign', partner: foreign.form } : { is: 'open' };
  if (others.length < drug.partners.length) return { is: 'open' };
  const isNear = tells(drug.around, drug.fields);
  const isRivalNear = others.some(({ fields }) => tells(drug.around, fields));
  return foreign === undefined || (isNear && !isRivalNear) ? { is: 'explained' } : { is: 'open' };
}

const TWICE = 2;

function foundFor(drug: Placed, whole: Whole): FoundInReport[] {
  const { keys } = whole;
  const { paragraph, from, to, name, fits, isProven } = drug;
  const partners = drug.partners.map(({ form }) => form);
  const rival = partners.find((partner) => keys.includes(fold(partner)));
  const isRepeated = keys.filter((key) => key === drug.key).length >= TWICE;
  const verdict = verdictOf(drug, toldFor(drug, whole));
  const isForeign = verdict.is === 'foreign' && !isProven;
  if (fits === undefined && rival === undefined && !isForeign) {
    if (isProven || isRepeated || verdict.is === 'explained') return [];
  }
  const partner = fits ?? rival ?? (verdict.is === 'foreign' ? verdict.partner : partners[0]) ?? '';
  const [why, doubt] =
    fits !== undefined
      ? ['la dose est celle de l’autre', 0.8]
      : rival !== undefined
        ? ['les deux sont dits ici', 0.5]
        : isForeign
          ? [`rien ici n’explique « ${name} »`, 0.6]
          : ['les deux noms se ressemblent, à écouter', 0.2];
  return [
    {
      paragraph,
      from,
      to,
      risk: 2,
      message: `« ${name} » ou « ${partner} » : ${why}.`,
      doubt,
      fixes: [partner, ...partners.filter((one) => one !== partner)]
        .slice(0, 3)
        .map((text) => ({ text })),
    },
  ];
}

/**
 * A drug whose name is taken for another's, shown with its partner: but where its dose is its own and not the partner's,
 * where the report names it twice and never the partner, or tells of what it is given for and of nothing for the partner.
 */
export const lookAlikeDrug: ReportRule<Told> = {
  name: 'look-alike-drug',
  gather: (paragraph, { knowledge }) => {
    const dosings = dosingsIn(paragraph, knowledge);
    const drugs = drugsIn(paragraph, knowledge);
    return {
      named: drugs
        .filter((mention) => !isCombined(paragraph, mention))
        .map((mention) => {
          const around = besides(paragraph, mention, knowledge);
          return namedAs(mention, dosings, around, knowledge);
        })
        .filter(({ partners }) => partners.length > 0),
      words: fieldsAround(paragraph, drugs),
      drugs: drugs.map(({ name }) => ({ key: fold(name), fields: fieldsOfDrug(knowledge, name) })),
    };
  },
  conclude: (report) => {
    const all = report.flatMap(({ paragraph, facts }) =>
      facts.named.map((named) => ({ ...named, paragraph })),
    );
    const whole: Whole = {
      words: new Set(report.flatMap(({ facts }) => [...facts.words])),
      drugs: new Map(
        report.flatMap(({ facts }) => facts.drugs.map(({ key, fields }) => [key, fields] as const)),
      ),
      keys: all.map(({ key }) => key),
    };
    return all.flatMap((drug) => foundFor(drug, whole));
  },
};
