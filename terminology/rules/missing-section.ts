import { fold } from '../lexicon/fold';
import type { ReportRule } from './rule';

interface Facts {
  readonly title: string | undefined;
  readonly length: number;
  /** Stands on nothing but its title. */
  readonly isBare: boolean;
}

const same = (title: string, wanted: string): boolean => {
  const [a, b] = [title.replace(/s$/, ''), fold(wanted).replace(/\s*:$/, '').replace(/s$/, '')];
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
};

/** Sections that the template wants and the report lacks, or leaves empty. */
export const missingSection: ReportRule<Facts> = {
  name: 'missing-section',
  gather: ({ title, text }) => ({
    title: title?.title,
    length: text.length,
    isBare: title?.isAlone ?? false,
  }),
  conclude: (report, { sections = [] }) => {
    const last = report.findLast(({ facts }) => facts.length > 0);
    if (!last) return [];
    return sections.flatMap((wanted) => {
      const at = report.findIndex(
        ({ facts }) => facts.title !== undefined && same(facts.title, wanted),
      );
      const opened = report[at];
      const next = report.slice(at + 1).find(({ facts }) => facts.length > 0);
      const isEmpty =
        opened?.facts.isBare === true && (next === undefined || next.facts.title !== undefined);
      if (opened && !isEmpty) return [];
      const place = opened ?? last;
      const message = opened
        ? `La rubrique « ${wanted} » est vide.`
        : `La rubrique « ${wanted} » manque.`;
      return [
        {
          paragraph: place.paragraph,
          from: opened ? 0 : Math.max(0, place.facts.length - 1),
          to: place.facts.length,
          risk: 8 as const,
          message,
          doubt: 0.8,
        },
      ];
    });
  },
};
