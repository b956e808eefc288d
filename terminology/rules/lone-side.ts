import type { FoundInReport, ReportRule } from './rule';
import { otherSide, sidesIn } from './sides';

interface Said {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** What would confirm it: the region, else the organ. */
  readonly place: string | undefined;
}

/** To be heard, but after the sides that something contradicts. */
const DOUBT = 0.15;

/** A side that is said once, with nothing of its region to confirm it: only the sound can tell. */
export const loneSide: ReportRule<readonly Said[]> = {
  name: 'lone-side',
  gather: (paragraph) =>
    sidesIn(paragraph)
      .filter(({ isCompared }) => !isCompared)
      .map(({ from, to, region, organ }) => ({
        from,
        to,
        text: paragraph.text.slice(from, to),
        place: region ?? organ,
      })),
  conclude: (report) => {
    const all = report.flatMap(({ paragraph, facts }) =>
      facts.map((said) => ({ ...said, paragraph })),
    );
    return all.flatMap(({ paragraph, from, to, text, place }): FoundInReport[] => {
      const isAlone = all.filter((other) => other.place === place).length === 1;
      if (place === undefined || !isAlone) return [];
      const message = `« ${text} » : ce côté n’est dit qu’une fois, rien d’autre ne le confirme.`;
      const fixes = otherSide(text).map((fix) => ({ text: fix }));
      return [{ paragraph, from, to, risk: 4, message, doubt: DOUBT, fixes }];
    });
  },
};
