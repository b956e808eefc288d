import { isTold } from './people';
import type { ParagraphRule } from './rule';

/** Organs and states of one sex; "grossesse" may be a mother's, so that relatives in the sentence excuse it. */
const OF_MEN =
  /(?<!\p{L})(?:prostat\p{L}*|testicul\p{L}*|scrot\p{L}*|épididym\p{L}*|verge|pénis|pénien\p{L}*|spermat\p{L}*|vésicules? séminales?|hypospadias|phimosis|circoncision|PSA)(?!\p{L})/giu;
const OF_WOMEN =
  /(?<!\p{L})(?:utérus|utérin\p{L}*|ovair\p{L}*|ovarien\p{L}*|vagin\p{L}*|vulv\p{L}*|endométr\p{L}*|myomètre|annexiel\p{L}*|ménopaus\p{L}*|ménarche|métrorrag\p{L}*|aménorrh\p{L}*|hystérectomie|enceinte(?= de| depuis|,|\.)|gestité|parité|césarienne|frottis cervico|col utérin|placent\p{L}*)(?!\p{L})/giu;
const EXCUSED =
  /(?<!\p{L})(?:mères?|pères?|frères?|sœurs?|épou\p{L}+|mari|femme|conjoint\p{L}*|tante|oncle|grand|familia\p{L}*|accouchement|né par|née par|naissance|naît|terme|tumeur du sinus|embryonn\p{L}*|transsexu\p{L}*|transgenre|agénésie|pseudohermaphrod\p{L}*|ambiguïté|vie intra|intra[- ]utérin\p{L}*|utricule|résidus? müll\p{L}*|müller\p{L}*)(?!\p{L})/iu;

const sentenceOf = (text: string, at: number): string => {
  const start = Math.max(text.lastIndexOf('. ', at), text.lastIndexOf('\n', at)) + 1;
  const stop = text.slice(at).search(/[.\n]/u);
  return text.slice(start, stop < 0 ? text.length : at + stop);
};

/** An organ that a person of the chosen sex does not have. */
export const sexOrgan: ParagraphRule = {
  name: 'sex-organ',
  check: ({ text }, { patient }) => {
    const sex = patient?.sex;
    if (!isTold(sex)) return [];
    const foreign = sex === 'F' ? OF_MEN : OF_WOMEN;
    return [...text.matchAll(foreign)]
      .filter(({ index }) => !EXCUSED.test(sentenceOf(text, index)))
      .map((match) => ({
        from: match.index,
        to: match.index + match[0].length,
        risk: 1,
        message: `« ${match[0]} » : la personne choisie est ${sex === 'F' ? 'une femme' : 'un homme'}.`,
        doubt: 0.8,
      }));
  },
};
