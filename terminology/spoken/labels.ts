import { words } from './grammar';

/** Nouns that a figure names rather than counts: "type 2", "score de Boston à 8". */
const LABELS = words(
  `type stade grade classe score taille niveau cotation groupe phase chambre lit segment facteur nerf numero n° rayon zone
   palier phototype garden mallampati nyha killip glasgow apgar nihss eva evs mmse mms rankin gleason karnofsky ecog
   oms boston wagner fontaine rutherford ranson balthazar bosniak gold kellgren metavir fibrose birads pirads tirads
   rads acr asa child meld chads cha2ds2 vasc hasbled qsofa sofa curb crb wells geneve bishop silverman bmi imc inr hba1c
   ps gcs gir adl iadl edss updrs hoehn moca bref phq beck hamilton madrs bethesda breslow clark sbr figo crowe schatzker
   gustilo pauwels mobitz schwab spetzler fisher hunt borg mrc braden norton waterlow centor alvarado hinchey
   vancouver tanner risser isup lirads rutgeerts forrest binet ishak lugano ctcae katz tinetti norton zarit npi gds cgi panss ymrs
   audit fagerstrom ballard westley iss apache euroscore ceap bclc okuda truelove dukes scorad pasi dlqi easi hurley status degre echelle indice version calibre charriere ch gauge g parite gestite interleukine omega
   alpha beta covid chromosome trisomie exon codon cure cycle cormack parinaud ipss iief lille maddrey hads`,
);

/** What may stand between a label and its figure. */
const LINKS = words('a de est d egal egale cote cotee coter evalue evaluee estime estimee reste c');

/** Whether a figure names what this folded noun says: "grade 1". */
export const isLabel = (key: string): boolean => LABELS.has(key);

/** Whether this folded word may stand between a label and its figure: "NIHSS à 4", "score coté à 3". */
export const isLabelLink = (key: string): boolean => LINKS.has(key);
