import { foldKey } from '../lexicon/fold';
import { isClinicalNoun } from './clinical-nouns';
import { DENIES } from './negation-words';
import type { ReadParagraph } from './reading';
import type { FoundInReport, Gathered, ReportRule } from './rule';

/** A sign or a disease that is said to be there, or not. */
interface Claim {
  /** The noun and the word that qualifies it: "epanchement pleural". */
  readonly key: string;
  readonly isDenied: boolean;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

type Placed = Claim & { readonly paragraph: number; readonly section: string };

const LINK = new Set(['de', 'd', 'du', 'des', 'la', 'le', 'l', 'les']);
/** Words after which nothing is claimed. */
const UNCERTAIN =
  /^(?:possible|eventuel|suspicion|suspect|recherche|eliminer|exclure|risque|douteu|probable|si|compatible|faveur|bilan|depistage|antecedent|surveillance|prevention|resection|cure|ablation|traitement)/;
const REACH = 5;

function claimsIn({ words, text, title }: ReadParagraph): Claim[] {
  return words.flatMap((word, at) => {
    if (!isClinicalNoun(word) || word.from < (title?.to ?? 0)) return [];
    const before = words
      .slice(Math.max(0, at - REACH), at)
      .filter(({ sentence }) => sentence === word.sentence);
    if (before.some(({ key }) => UNCERTAIN.test(key))) return [];
    const next = words
      .slice(at + 1, at + 4)
      .find(({ key, clause }) => clause === word.clause && !LINK.has(key));
    if (!next || next.key.length < 4) return [];
    const isDenied = before.some(
      ({ key, clause }) => DENIES.has(key) && (clause === word.clause || key === 'ni'),
    );
    const key = `${foldKey(word.text)} ${foldKey(next.text).slice(0, 6)}`;
    return [{ key, isDenied, text: text.slice(word.from, next.to), from: word.from, to: next.to }];
  });
}

const placed = (report: readonly Gathered<readonly Claim[]>[]): Placed[] =>
  report.flatMap(({ paragraph, section, facts }) =>
    facts.map((claim) => ({ ...claim, paragraph, section })),
  );

/** A conclusion that affirms what the findings deny, or denies what they affirm. */
export const conclusionDenies: ReportRule<readonly Claim[]> = {
  name: 'conclusion-denies',
  gather: claimsIn,
  conclude: (report) => {
    const claims = placed(report);
    return claims
      .filter(({ section }) => section === 'conclusion')
      .flatMap((claim): FoundInReport[] => {
        const others = claims.filter(
          ({ key, section }) =>
            section !== 'conclusion' &&
            section !== 'reason' &&
            section !== 'history' &&
            key === claim.key,
        );
        const against = others.filter(({ isDenied }) => isDenied !== claim.isDenied);
        if (against.length === 0 || against.length < others.length) return [];
        const { paragraph, from, to, text } = claim;
        const message = claim.isDenied
          ? `La conclusion nie « ${text} », que le compte rendu décrit.`
          : `La conclusion affirme « ${text} », que le compte rendu nie.`;
        return [
          {
            paragraph,
            from,
            to,
            risk: 5,
            doubt: 0.6,
            message,
            evidence: against
              .slice(0, 2)
              .map((one) => ({ paragraph: one.paragraph, from: one.from, to: one.to })),
          },
        ];
      });
  },
};
