import { drugsIn } from './drug-mentions';
import type { ParagraphRule } from './rule';

/** A drug heard less surely than this is to be heard again. */
const SURE = 0.5;

/** The name of a drug that recognition was not sure of. */
export const heardDrug: ParagraphRule = {
  name: 'heard-drug',
  check: (paragraph, { knowledge }) =>
    drugsIn(paragraph, knowledge).flatMap(({ name, from, to, first, last }) => {
      const stretches = paragraph.words
        .slice(first, last + 1)
        .flatMap(({ stretch }) => stretch ?? []);
      const unsure = stretches.filter(
        ({ origin, confidence }) => origin !== 'hand' && confidence < SURE,
      );
      if (unsure.length === 0) return [];
      const doubt = 1 - Math.min(...unsure.map(({ confidence }) => confidence));
      const others = (knowledge?.lexicon.lookAlikes(name) ?? []).map(({ form }) => ({
        text: form,
      }));
      return [
        {
          from,
          to,
          risk: 2 as const,
          message: `Médicament mal entendu : « ${name} » est à écouter.`,
          doubt,
          fixes: others.slice(0, 3),
        },
      ];
    }),
};
