import type { FoundInReport, ReportRule } from './rule';
import { otherSide, sidesIn, type Side } from './sides';

interface Said {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly side: Side;
  /** What would confirm it: the region, else the organ or structure; undefined where none is near. */
  readonly place: string | undefined;
}

/** To be heard, but after the sides that something contradicts. */
const DOUBT = 0.15;
/** Mentions of one side, and none of the other, that confirm a side without a place. */
const ONE_SIDED = 3;

/** Whether another mention confirms this one: of its place, or where it has none, all the report. */
function isConfirmed(said: Said, all: readonly Said[]): boolean {
  if (said.place !== undefined) return all.some((one) => one !== said && one.place === said.place);
  return all.length >= ONE_SIDED && all.every(({ side }) => side === said.side);
}

/** A side that is said once, with nothing of its region to confirm it: only the sound can tell. */
export const loneSide: ReportRule<readonly Said[]> = {
  name: 'lone-side',
  gather: (paragraph) =>
    sidesIn(paragraph)
      .filter(({ isCompared }) => !isCompared)
      .map(({ from, to, side, region, organ, structure }) => ({
        from,
        to,
        text: paragraph.text.slice(from, to),
        side,
        place: region ?? organ ?? structure,
      })),
  conclude: (report) => {
    const placed = report.flatMap(({ paragraph, facts }) =>
      facts.map((said) => ({ ...said, paragraph })),
    );
    return placed.flatMap((said): FoundInReport[] => {
      if (isConfirmed(said, placed)) return [];
      const { paragraph, from, to, text } = said;
      const message = `« ${text} » : ce côté n’est dit qu’une fois, rien d’autre ne le confirme.`;
      const fixes = otherSide(text).map((fix) => ({ text: fix }));
      return [{ paragraph, from, to, risk: 4, message, doubt: DOUBT, fixes }];
    });
  },
};
