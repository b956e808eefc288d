import type { ReadParagraph, ReadWord } from './reading';

export type Side = 'left' | 'right';

/** "du genou droit": a side said of a place of the body. */
export interface SideMention {
  readonly side: Side;
  /** The side word. */
  readonly from: number;
  readonly to: number;
  /** Canonical organ, such as "genou"; undefined where none stands near. */
  readonly organ: string | undefined;
  /** A structure that is named by its side and is no pair of organs ("branche", "oreillette"): no contradiction, but to be heard. */
  readonly structure: string | undefined;
  /** Organs that are mostly ill on one side together: "lower limb". */
  readonly region: string | undefined;
  /** Said beside the other side, or to compare: no contradiction. */
  readonly isCompared: boolean;
  /** Index of the word. */
  readonly word: number;
}

/** Paired organs by region: name, then the beginnings of words that mean it, folded. */
const REGIONS: Readonly<Record<string, readonly string[]>> = {
  'lower limb': [
    'hanche:hanche,coxo,coxarthr,cotyl,acetabul',
    'cuisse:cuisse,quadric',
    'fémur:femur,femora',
    'genou:genou,rotul,patell,gonarthr,menisc',
    'jambe:jambe,mollet,tibia,tibio,peron,fibul',
    'cheville:cheville,malleol,achill',
    'pied:pied,talon,orteil,hallux,calcan,metatars,plantaire',
    'fesse:fess',
  ],
  'upper limb': [
    'épaule:epaule,scapul,omoplat,coiffe,deltoid,acromi',
    'clavicule:clavicul',
    'bras:bras,humer',
    'coude:coude,olecr,epicond',
    'avant-bras:radius,radial,ulna,cubit',
    'poignet:poignet,carp,scaphoid,canal carpien',
    'main:main,doigt,pouce,index,metacarp,annulaire,auriculaire',
  ],
  chest: [
    'poumon:poumon,pulmon,pneum,lobect,lobe,lobaire,apex,apical,basal,hile',
    'plèvre:plevr,pleur,hemithorax,thorac,basithorac',
    'côte:costal',
  ],
  kidney: [
    'rein:rein,rena,nephr,pyelo,calic,corticale',
    'uretère:ureter,jj',
    'lombe:lomb,dorsolomb,flanc',
    'surrénale:surrenal',
  ],
  breast: ['sein:sein,mamm,mastect,mamelon', 'aisselle:aissel,axill'],
  eye: [
    'œil:oeil,ocul,orbit,palpebr,paupiere,corne,retin,cristal,pupil,mydria,conjonctiv,exophtalm,papill,choroid,macul',
  ],
  head: [
    'oreille:oreill,tympan,auricul,mastoid,audit,acouph',
    'face:joue,jugal,malair,maxill,mandibul,parotid,facial,temporo,massif,genien,tempor',
    'sinus:sinus,nasal,narine,fosse nasale',
    'cou:cervical,carotid,jugul,thyroidien,lobothyr,amygdal,sterno',
  ],
  pelvis: [
    'ovaire:ovair,ovarien,annex,tromp,latero,salping',
    'testicule:testic,scrot,bourse,epididym,orchi,cordon',
    'aine:aine,inguin,crural',
    'fosse iliaque:iliaque',
    'hypochondre:hypochond',
  ],
};
/** Sides that are names of structures, not of the ill side. */
const NAMED =
  /^(?:ventric|oreillette|atri|branche|coeur|cardia|coronai|colon|colique|colect|hemicolect|angle|hepati|foie|lobe hep|tronc|auricule|crosse|cave(?!rn)|valve|hypertroph|cavite|fevg|axe|decubit|muscle|bruits)/;

/** Of those, the ones that a wrong side turns into another structure, and of which neither side is the usual one. */
const TURNS =
  /^(?:branche|oreillette|atri|auricule|angle|colon|colique|colect|hemicolect|decubit|coronai)/;

interface Organ {
  readonly name: string;
  readonly region: string;
  readonly stems: readonly string[];
}

const ORGANS: readonly Organ[] = Object.entries(REGIONS).flatMap(([region, organs]) =>
  organs.map((entry) => {
    const [name = '', stems = ''] = entry.split(':');
    return { name, region, stems: stems.split(',').map((stem) => stem.split(' ')[0] ?? '') };
  }),
);
const known = new Map<string, Organ | undefined>();

/** The paired organ that a folded word names. */
export function organOf(key: string): Pick<Organ, 'name' | 'region'> | undefined {
  if (!known.has(key)) {
    if (known.size > 5000) known.clear();
    known.set(
      key,
      ORGANS.find(({ stems }) => stems.some((stem) => key.startsWith(stem))),
    );
  }
  return known.get(key);
}

/** Deficits lie across from the lesion of the brain that makes them. */
const CROSSED: readonly (readonly [region: string, stem: RegExp])[] = [
  ['deficit', /^(?:hemipleg|hemipares|hemicorp|brachio|hemianops|hemianesth|crurofac)/],
  [
    'brain',
    /^(?:sylvi|hemisph|capsul|thalam|lenticul|carotid|parietal|frontal|occipital|corona|pariet|insul)/,
  ],
];

const SIDE = /^(?:droite?s?|gauches?)$/;
const REACH = 6;
const COMPARED =
  /(?:controlat|contro lat|bilat|deux cotes|deux (?:reins|seins|yeux|membres|genoux|hanches|poumons|ovaires|mains|pieds|oreilles)|par rapport (?:a|au) (?:la )?(?:droite?|gauche|cote)|alors que|tandis que|versus|predomin[a-z]* (?:a|au|du|en|sur) |de part et)/;
/** Words around a side within which a comparison is about it. */
const AROUND = 8;
const JOINS = /^(?:et|ou|ni|puis|contre|comme|que|a)$/;

const isRight = (key: string): boolean => key.startsWith('droit');

/** "tout droit", "avoir droit": no side. */
const isSide = (words: readonly ReadWord[], at: number): boolean =>
  (SIDE.test(words[at]?.key ?? '') &&
    !/^(?:le|tout|en|ayant|bon|jambe tendue|grand|muscle)$/.test(words[at - 1]?.key ?? '')) ||
  (SIDE.test(words[at]?.key ?? '') && words[at]?.key === 'gauche');

interface Place {
  readonly organ: string | undefined;
  readonly region: string | undefined;
  /** Undefined but for a structure named by its side. */
  readonly structure?: string;
}

const limbOf = (key = ''): Pick<Organ, 'name' | 'region'> =>
  key.startsWith('super')
    ? { name: 'membre supérieur', region: 'upper limb' }
    : { name: 'membre inférieur', region: 'lower limb' };

/** Words before a side that name no place of the body. */
const NO_ORGAN =
  /^(?:lateral|partie|region|cote|moitie|situe|localis|siege|douleur|masse|lesion|tumefact|tumeur|nodule|versant|portion|niveau|externe|interne|posteri|anteri|superi|inferi|complet|predomin|important)/;

/** The nearest organ before the side word, else right behind it, in the same sentence. */
function placeOf(words: readonly ReadWord[], at: number): Place {
  const { sentence } = words[at] ?? { sentence: 0 };
  const near = (index: number): string | undefined =>
    words[index]?.sentence === sentence ? words[index]?.key : undefined;
  for (let back = 1; back <= REACH; back++) {
    const key = near(at - back);
    if (key === undefined || SIDE.test(key)) break;
    if (key === 'vers') break;
    if (NAMED.test(key) && back <= 4)
      return { organ: undefined, region: undefined, structure: key.replace(/s$/, '') };
    const crossed = CROSSED.find(([, stem]) => stem.test(key))?.[0];
    if (crossed) return { organ: crossed, region: crossed };
    const organ = key === 'membre' ? limbOf(near(at - back + 1)) : organOf(key);
    if (organ) return { organ: organ.name, region: organ.region };
  }
  for (let next = 1; next <= 3; next++) {
    const organ = organOf(near(at + next) ?? '');
    if (organ) return { organ: organ.name, region: organ.region };
  }
  const noun = near(at - 1) ?? '';
  const isNoun = noun.length >= 5 && !NO_ORGAN.test(noun);
  return {
    organ: isNoun ? noun.replace(/e?s?$/, '') : undefined,
    region: undefined,
  };
}

/** The words around, in the same sentence. */
const around = (words: readonly ReadWord[], at: number): string =>
  words
    .slice(Math.max(0, at - AROUND), at + AROUND + 1)
    .filter(({ sentence }) => sentence === words[at]?.sentence)
    .map(({ key }) => key)
    .join(' ');

/** "à droite et à gauche", "rein droit et rein gauche": the other side stands beside, joined to it. */
function isJoined(words: readonly ReadWord[], at: number): boolean {
  const here = words[at];
  return words.some((other, index) => {
    const [first, last] = index < at ? [index, at] : [at, index];
    const between = words.slice(first + 1, last);
    return (
      other.sentence === here?.sentence &&
      isSide(words, index) &&
      isRight(other.key) !== isRight(here.key) &&
      between.length <= 4 &&
      (between.some(({ key }) => JOINS.test(key)) || between.length === 0) &&
      other.clause === here.clause
    );
  });
}

/** The sides said in a paragraph, but for those that name a structure and have their usual side ("ventricule gauche"). */
export function sidesIn({ words }: ReadParagraph): SideMention[] {
  return words.flatMap((word, at) => {
    if (!isSide(words, at)) return [];
    const { organ, region, structure } = placeOf(words, at);
    if (structure !== undefined && !TURNS.test(structure)) return [];
    const side = isRight(word.key) ? ('right' as const) : ('left' as const);
    const isCompared = isJoined(words, at) || COMPARED.test(around(words, at));
    return [{ side, from: word.from, to: word.to, organ, region, structure, isCompared, word: at }];
  });
}

/** The same word of the other side: "droite" → "gauche"; the gender of "gauche" is free, that of "droit" is asked. */
export const otherSide = (text: string): readonly string[] => {
  if (/^d/iu.test(text)) return [/s$/u.test(text) ? 'gauches' : 'gauche'];
  return /s$/u.test(text) ? ['droits', 'droites'] : ['droit', 'droite'];
};
