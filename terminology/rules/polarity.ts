import { fold } from '../lexicon/fold';
import type { Fix } from './finding';
import {
  TOLD_BY_CONTEXT,
  TURNS_TREATMENT,
  USUAL_INTERVALS,
  USUAL_PREFIX,
  USUAL_UNLESS,
} from './polarity-tables';
import type { ReadParagraph, ReadWord } from './reading';
import type { Found, ParagraphRule, RuleContext } from './rule';

type Prefix = 'hyper' | 'hypo';

interface Polar {
  readonly prefix: Prefix;
  /** Folded, plural aside. */
  readonly stem: string;
  readonly word: ReadWord;
  /** The word with the other prefix, in its own capitals. */
  readonly other: string;
}

const INTERVALS = new Map(
  USUAL_INTERVALS.trim()
    .split('\n')
    .map((line) => {
      const [stem = '', limits = ''] = line.split('|');
      const byUnit = limits.split(';').map((limit) => {
        const [unit = '', least, most] = limit.split(' ');
        return [unit, { least: Number(least), most: Number(most) }] as const;
      });
      return [stem, new Map(byUnit)] as const;
    }),
);
const USUAL: ReadonlyMap<string, Prefix> = new Map(
  (['hyper', 'hypo'] as const).flatMap((prefix) =>
    USUAL_PREFIX[prefix].split(' ').map((stem) => [stem, prefix] as const),
  ),
);
/** Words that begin so and have no opposite. */
const NO_PREFIX =
  /^hypo(?:chondr|physe|physa|thalam|derm|these|gastr|glosse|globulie|khagne|crisie)/;

/** "hypothyroïdie" → prefix, stem and "hyperthyroïdie". */
function polarOf(word: ReadWord): Polar | undefined {
  const [, prefix, stem = ''] = /^(hyper|hypo)(.{3,})$/.exec(word.key) ?? [];
  if ((prefix !== 'hyper' && prefix !== 'hypo') || NO_PREFIX.test(word.key)) return undefined;
  const replaced = prefix === 'hyper' ? 'hypo' : 'hyper';
  const isCapital = word.text.charAt(0) !== word.text.charAt(0).toLowerCase();
  const other =
    (isCapital ? replaced.charAt(0).toUpperCase() + replaced.slice(1) : replaced) +
    word.text.slice(prefix.length);
  return { prefix, stem: stem.replace(/s$/, ''), word, other };
}

const found = (
  { word, other }: Polar,
  message: string,
  doubt: number,
  fixes: readonly Fix[] = [{ text: other }],
): Found => ({
  from: word.from,
  to: word.to,
  risk: 5,
  message,
  doubt,
  fixes,
});

/** Words between the word and its figure, at most. */
const REACH = 5;

/** "hyperkaliémie à 2,8 mmol/l". */
function againstFigure({ words, quantities, text }: ReadParagraph, polar: Polar): Found[] {
  const limits = INTERVALS.get(polar.stem);
  const at = words.indexOf(polar.word);
  const quantity = quantities.find(
    ({ word }) =>
      word > at && word - at <= REACH + 1 && words[word]?.sentence === polar.word.sentence,
  );
  const interval = quantity && limits?.get(quantity.unit + quantity.per);
  if (!quantity || !interval) return [];
  const isWrong =
    polar.prefix === 'hyper' ? quantity.value < interval.least : quantity.value > interval.most;
  const shown = text.slice(quantity.from, quantity.to);
  return isWrong
    ? [found(polar, `« ${polar.word.text} » avec ${shown} : le chiffre dit le contraire.`, 0.9)]
    : [];
}

/** A TSH above the usual goes with hypo-, below it with hyper-. */
function againstTsh({ text }: ReadParagraph, polar: Polar): Found[] {
  if (!polar.stem.startsWith('thyroidi')) return [];
  const [, figure] = /TSH(?:us)?\b[^.\d]{0,25}(\d+(?:[.,]\d+)?)/u.exec(text) ?? [];
  if (figure === undefined) return [];
  const value = Number(figure.replace(',', '.'));
  const isWrong = polar.prefix === 'hyper' ? value > 6 : value < 0.2;
  return isWrong
    ? [
        found(
          polar,
          `« ${polar.word.text} » avec une TSH à ${figure} : le chiffre dit le contraire.`,
          0.85,
        ),
      ]
    : [];
}

/** Systolic pressure, in mmHg, that a hyper- does not have, and one that a hypo- does not have. */
const LOW_SYSTOLIC = 100;
const HIGH_SYSTOLIC = 140;
const PRESSURE = /(?<![\d/.,])(\d{1,3})\s?\/\s?\d{1,3}(?![\d/])/u;

/** "hypertension à 80/40". */
function againstPressure({ words, text }: ReadParagraph, polar: Polar): Found[] {
  if (!/^ten(?:sion|due?)$/.test(polar.stem)) return [];
  const end = words.findLast(({ sentence }) => sentence === polar.word.sentence)?.to ?? text.length;
  const [shown, figure] = PRESSURE.exec(text.slice(polar.word.to, end)) ?? [];
  if (shown === undefined) return [];
  const systolic = Number(figure) < 30 ? Number(figure) * 10 : Number(figure);
  const isWrong = polar.prefix === 'hyper' ? systolic < LOW_SYSTOLIC : systolic >= HIGH_SYSTOLIC;
  return isWrong
    ? [found(polar, `« ${polar.word.text} » avec ${shown} : le chiffre dit le contraire.`, 0.85)]
    : [];
}

/** Words behind "signal" that name its sequence. */
const SEQUENCE_REACH = 5;

/** What shines in T1 too. */
const BRIGHT_IN_T1 =
  /hemat|hemorrag|sang|graiss|lipom|melan|inject|gado|contraste|rehauss|thromb|dermoid|endometri|proteique/;

/** Water shines in T2, FLAIR and diffusion: a lesion is mostly bright there. */
function againstSequence(paragraph: ReadParagraph, polar: Polar): Found[] {
  const { words } = paragraph;
  if (!polar.stem.startsWith('signa')) return [];
  const at = words.indexOf(polar.word);
  const [sequence] = words
    .slice(at + 1, at + 1 + SEQUENCE_REACH)
    .map(
      ({ text }, index, all) => text + (/^[A-Z]$/.test(text) ? (all[index + 1]?.text ?? '') : ''),
    )
    .filter((text) => /^(?:T1|T2|FLAIR|diffusion|STIR)$/iu.test(text));
  const isT1 = sequence !== undefined && /^T1$/iu.test(sequence);
  const isUsual =
    isT1 === (polar.prefix === 'hypo') || (isT1 && BRIGHT_IN_T1.test(sentenceOf(paragraph, polar)));
  return sequence === undefined || isUsual
    ? []
    : [
        found(
          polar,
          `« ${polar.word.text} ${sequence} » est rare : « ${polar.other} ${sequence} » ?`,
          0.4,
        ),
      ];
}

const sentenceOf = ({ words }: ReadParagraph, { word }: Polar): string =>
  words
    .filter((other) => other.sentence === word.sentence && other !== word)
    .map(({ key }) => key)
    .join(' ');

/** Drugs, causes and images in the same sentence that go with the other prefix only. */
function againstContext(paragraph: ReadParagraph, polar: Polar): Found[] {
  const rule = TOLD_BY_CONTEXT.find(([stem]) => stem.test(polar.stem));
  if (!rule) return [];
  const sentence = sentenceOf(paragraph, polar);
  const [, hyper, hypo] = rule;
  const [own, opposite] = polar.prefix === 'hyper' ? [hyper, hypo] : [hypo, hyper];
  const cue = opposite.exec(sentence)?.[0];
  return cue === undefined || own.test(sentence)
    ? []
    : [
        found(
          polar,
          `« ${polar.word.text} » et « ${cue} » vont mal ensemble : « ${polar.other} » ?`,
          0.6,
        ),
      ];
}

/** The rarer prefix, with nothing in the sentence that explains it. */
function withoutExcuse(paragraph: ReadParagraph, polar: Polar): Found[] {
  const [, usual, unless] = USUAL_UNLESS.find(([stem]) => stem.test(polar.stem)) ?? [];
  if (usual === undefined || usual === polar.prefix || hasOwnFigure(paragraph, polar)) return [];
  return unless?.test(sentenceOf(paragraph, polar))
    ? []
    : [found(polar, `« ${polar.word.text} » est rare ici : « ${polar.other} » ?`, 0.4)];
}

/** Hypo- or hyper- that turns the treatment, with neither figure nor context: only the sound tells. */
function onlyHeard(paragraph: ReadParagraph, polar: Polar): Found[] {
  if (!TURNS_TREATMENT.test(polar.stem) || hasOwnFigure(paragraph, polar)) return [];
  const [, hyper, hypo] = TOLD_BY_CONTEXT.find(([stem]) => stem.test(polar.stem)) ?? [];
  const own = polar.prefix === 'hyper' ? hyper : hypo;
  const whole = paragraph.words.map(({ key }) => key).join(' ');
  const hasTsh = polar.stem.startsWith('thyroidi') && /TSH/u.test(paragraph.text);
  return hasTsh || own?.test(whole)
    ? []
    : [
        found(
          polar,
          `« ${polar.word.text} » ou « ${polar.other} » : rien d’autre ne le dit, à écouter.`,
          0.15,
        ),
      ];
}

/** "hypokaliémie à 2,8 mmol/l": a figure that could contradict it, and does not. */
function hasOwnFigure({ words, quantities }: ReadParagraph, polar: Polar): boolean {
  const at = words.indexOf(polar.word);
  return quantities.some(
    ({ word, unit, per }) =>
      word > at &&
      word - at <= REACH + 1 &&
      words[word]?.sentence === polar.word.sentence &&
      INTERVALS.get(polar.stem)?.has(unit + per),
  );
}

/** How much commoner, in powers of ten, the other form must be to be asked for. */
const COMMONER = 0.8;
const BIGRAM_TIMES = 4;

/** The other form is the usual one: by table, by frequency, or by the words that follow in labels. */
function againstUse({ words }: ReadParagraph, polar: Polar, { knowledge }: RuleContext): Found[] {
  const usual = USUAL.get(polar.stem);
  const message = `« ${polar.word.text} » est rare : « ${polar.other} » ?`;
  if (usual !== undefined) return usual === polar.prefix ? [] : [found(polar, message, 0.6)];
  if (!knowledge) return [];
  const { lexicon } = knowledge;
  const medical = (form: string): number =>
    Math.max(0, ...lexicon.find(form).map((entry) => entry.medical));
  const [own, other] = [medical(polar.word.key), medical(fold(polar.other))];
  if (other - own >= COMMONER) return [found(polar, message, 0.5)];
  const next = words[words.indexOf(polar.word) + 1];
  if (!next || next.sentence !== polar.word.sentence) return [];
  const [here, there] = [
    lexicon.bigram(polar.word.text, next.text),
    lexicon.bigram(polar.other, next.text),
  ];
  return there >= 3 && there >= BIGRAM_TIMES * Math.max(1, here)
    ? [
        found(
          polar,
          `« ${polar.word.text} ${next.text} » est rare : « ${polar.other} ${next.text} » ?`,
          0.5,
        ),
      ]
    : [];
}

/** hypo- and hyper- that their figure, their context or their use contradict. */
export const polarity: ParagraphRule = {
  name: 'polarity',
  check: (paragraph, context) =>
    paragraph.words.flatMap((word) => {
      const polar = polarOf(word);
      if (!polar) return [];
      const [first] = [
        ...againstFigure(paragraph, polar),
        ...againstTsh(paragraph, polar),
        ...againstPressure(paragraph, polar),
        ...againstSequence(paragraph, polar),
        ...againstContext(paragraph, polar),
        ...againstUse(paragraph, polar, context),
        ...withoutExcuse(paragraph, polar),
        ...onlyHeard(paragraph, polar),
      ];
      return first ? [first] : [];
    }),
};
