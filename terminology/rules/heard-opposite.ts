import type { ParagraphRule } from './rule';

/** A word that has an opposite of nearly the same sound, heard less surely than this, is to be heard again. */
const SURE = 0.5;
const TURNS =
  /^(?:hypo|hyper|inter|intra|infra|supra|sus|sous|ab(?=duct)|ad(?=duct)|tachy|brady|macro|micro|oligo|poly)|(?:emie|urie|ectomie|otomie|ostomie|penie|plegie|paresie)s?$/;

/** hypo-/hyper-, inter-/intra-, -émie/-urie and their like where recognition was not sure. */
export const heardOpposite: ParagraphRule = {
  name: 'heard-opposite',
  check: ({ words, text }, { knowledge }) =>
    words.flatMap(({ key, from, to, stretch }) => {
      if (
        !stretch ||
        stretch.origin === 'hand' ||
        stretch.confidence >= SURE ||
        key.length < 6 ||
        !TURNS.test(key)
      )
        return [];
      const said = text.slice(from, to);
      const others = (knowledge?.lexicon.lookAlikes(said) ?? [])
        .filter(({ kind }) => kind === 'antonym')
        .map(({ form }) => ({ text: form }));
      const message = `« ${said} » a été mal entendu, et un mot de son voisin dit le contraire.`;
      return [
        {
          from,
          to,
          risk: 5 as const,
          message,
          doubt: 1 - stretch.confidence,
          fixes: others.slice(0, 3),
        },
      ];
    }),
};
