import { fold } from '../lexicon/fold';
import type { Heading } from './heading';
import type { Sentence } from './reading';
import { titleOf, type Title } from './titles';

/** A sentence and the part of the report it belongs to. */
export interface Placed {
  readonly sentence: Sentence;
  /** Among all sentences, from 0. */
  readonly index: number;
  readonly heading: Heading;
  /** The title it stands under, whether on its own line or before. */
  readonly title: Title | undefined;
  /** The title opens this very sentence. */
  readonly opensWithTitle: boolean;
  /** Greetings, thanks and the like. */
  readonly isPolite: boolean;
}

type Cue = readonly [heading: Heading, weight: number, form: RegExp];

const CUES: readonly Cue[] = [
  ['conclusion', 6, /^(?:en conclusion|au total|conclusion|en resume|en synthese|au final)\b/],
  [
    'conclusion',
    3,
    /\bconclu\w* (?:a|au|aux)\b|\bdiagnostic (?:de |d'|final|definitif|retenu|est|etait)|\ble diagnostic\b|\bretenu\b|\bconfirm\w+|\bcompatible avec|\ben faveur d/,
  ],
  [
    'follow-up',
    4,
    /\breverr\w+|\b(?:je )?(?:la |le |l')?rev(?:ois|oir|u)\b.*\b(?:dans|avec|a)\b|\brendez-vous|\bablation des (?:fils|agrafes)|\bcontrole\b.*\b(?:dans|a)\b|\bsurveill\w+|\brecommand\w+|\ba prevoir|\bje (?:lui )?(?:demande|propose|souhaite|conseille)|\best demandee?s?\b|\ben urgence\b|\bsous \d+ ?h|\brepris[et]\w* (?:du|de|d')|\bconsignes?\b/,
  ],
  [
    'follow-up',
    2,
    /\bdans (?:\w+(?:-\w+)* )?(?:jours?|semaines?|mois|ans?)\b|\bsuites?\b|\bsortie?\b|\bsuivi\b.*\bmois\b|\brecul\b/,
  ],
  [
    'treatment',
    4,
    /\bj'(?:arrete|augmente|introduis|instaure|ajoute|associe)|\bje (?:lui )?(?:debute|prescris|remplace|poursuis|maintiens|introduis|arrete|augmente|diminue|ne modifie)|\btraitement (?:actuel|habituel|de sortie|par|a base)|\b(?:mis|mise|place|placee|traite|traitee)s? (?:sous|par)\b|\barret (?:de|du|d')|\binstaur\w+|\bintroduction d|\bposologie/,
  ],
  ['treatment', 2, /\btraitement\b|\bchirurgi\w+|\bbeneficie\w* d|\bther?ap\w+/],
  ['history', 4, /\bantecedents?\b|\batcd\b|\ballergi(?:e|es|que au?x?)\b|\bterrain\b/],
  [
    'history',
    3,
    /\bconnue? (?:pour|porteu)|\bsuivie? (?:pour|depuis)|\bporteu\w+ d|\btabagi\w+|\btabac\b|\bfum(?:e|ait|eu\w+)\b|\bopere\w* (?:d|en|il)/,
  ],
  [
    'motive',
    4,
    /\b(?:m'|nous )(?:avoir )?(?:a |avez )?adress\w+|\badresse\w* (?:par|pour|en)|\bje (?:re)?vois\b|\bconsult\w+ (?:\w+ ){0,3}pour\b|\bhospitalise\w* (?:.{0,40} )?pour\b|\badmise? (?:.{0,60} )?pour\b|\bvue? (?:.{0,40} )?pour\b|\bpresente\w* (?:.{0,40} )?pour\b|\bmotif\b/,
  ],
];

const POLITE =
  /^(?:(?:mon |ma )?(?:cher|chere|chers)\b.*|madame,? ?(?:monsieur)?,?|monsieur,?|(?:bien )?(?:confraternellement|cordialement|amicalement)\b.*|avec mes (?:salutations|remerciements).*|je (?:vous )?(?:reste|prie|remercie)\b.*|merci (?:de votre|pour votre|de ta)\b.*|veuillez\b.*|(?:docteur|dr|pr|professeur) .{0,40}|bonne reception.*|restant a votre disposition.*|en (?:vous )?(?:remerciant|restant)\b.*|salutations.*|compte[- ]rendu(?: \S+){0,3})$/;

/** What a drug with its dose says of where its sentence belongs. */
const DOSE = 3;

/** The first untitled sentence tells why, unless its words say otherwise. */
function cued(sentence: Sentence, folded: string, isFirst: boolean): Heading {
  const points = new Map<Heading, number>(isFirst ? [['motive', 2.5]] : []);
  for (const [heading, weight, form] of CUES)
    if (form.test(folded)) points.set(heading, (points.get(heading) ?? 0) + weight);
  const hasDose = sentence.quantities.some(({ unit }) => /^(?:mass|activity|unit-dose)/.test(unit));
  if (hasDose && sentence.terms.some(({ isDrug }) => isDrug))
    points.set('treatment', (points.get('treatment') ?? 0) + DOSE);
  const [best] = [...points].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? 'findings';
}

/** A title rules its paragraph; alone on its line, all that follows it up to the next one. */
export function outline(paragraphs: readonly string[], sentences: readonly Sentence[]): Placed[] {
  const titles = paragraphs.map(titleOf);
  let ruling: Title | undefined;
  let paragraph = -1;
  let spoken = 0;
  return sentences.map((sentence, index) => {
    const here = titles[sentence.paragraph];
    if (sentence.paragraph !== paragraph) {
      for (let at = paragraph + 1; at <= sentence.paragraph; at++)
        ruling = nextRule(paragraphs, titles, at, ruling);
      paragraph = sentence.paragraph;
    }
    const folded = fold(sentence.text).trim();
    const isPolite = POLITE.test(folded.replace(/[.!]$/, ''));
    const title = here ?? ruling;
    const strong = CUES.find(([, weight, form]) => weight >= 6 && form.test(folded))?.[0];
    const heading = strong ?? title?.heading ?? cued(sentence, folded, spoken === 0);
    if (!isPolite) spoken += 1;
    const opensWithTitle = here !== undefined && sentence.from < here.length;
    return { sentence, index, heading, title, opensWithTitle, isPolite };
  });
}

/** A title with words behind it rules its own paragraph only. */
function nextRule(
  paragraphs: readonly string[],
  titles: readonly (Title | undefined)[],
  at: number,
  ruling: Title | undefined,
): Title | undefined {
  const title = titles[at];
  if (title === undefined) return ruling;
  return title.length >= (paragraphs[at] ?? '').trimEnd().length ? title : undefined;
}
