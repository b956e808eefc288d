/**
 * Knowledge behind hypo- and hyper-: own writing from general knowledge of the field; usual adult intervals as French
 * laboratories print them (Collège des enseignants).
 */

/** Usual interval by stem and unit; a hyper- below it or a hypo- above it contradicts its own figure. */
export const USUAL_INTERVALS = `
natremie|mmol/l 135 145;meq/l 135 145
kaliemie|mmol/l 3.5 5;meq/l 3.5 5
calcemie|mmol/l 2.2 2.6;mg/l 88 105
glycemie|g/l 0.7 1.1;mmol/l 3.9 6.1
phosphoremie|mmol/l 0.8 1.5
phosphatemie|mmol/l 0.8 1.5
magnesemie|mmol/l 0.7 1
chloremie|mmol/l 95 108
protidemie|g/l 60 80
albuminemie|g/l 35 50
uricemie|µmol/l 150 420;mg/l 25 70
leucocytose|G/l 4 10;/mm3 4000 10000;g/l 4 10
eosinophilie|G/l 0.05 0.5;/mm3 50 500
thermie|°c 36 37.8;° 36 37.8
capnie|mmhg 35 45
cholesterolemie|g/l 1 2;mmol/l 3 5.2
triglyceridemie|g/l 0.5 1.5;mmol/l 0.5 1.7
glycorachie|g/l 0.45 0.75;mmol/l 2.5 4
proteinorachie|g/l 0.15 0.45
albuminorachie|g/l 0.15 0.45
ferritinemie|µg/l 20 300;ng/ml 20 300
creatininemie|µmol/l 50 120;mg/l 6 13
bilirubinemie|µmol/l 2 20;mg/l 1 12
lactatemie|mmol/l 0.5 2
prolactinemie|ng/ml 2 25;µg/l 2 25
tension|mmhg 90 140
`;

/** Stems nearly always met with one prefix; the other is to be looked at. */
export const USUAL_PREFIX = {
  hyper:
    'cholesterolemie lipidemie triglyceridemie uricemie leucocytose lymphocytose eosinophilie plaquettose proteinorachie protidorachie albuminorachie sudation metropie reactivite kaliciurie vascularisation fixation fixante metabolique metabolisme keratose pigmentation laxite salivation bilirubinemie creatininemie gammaglobulinemie androgenie homocysteinemie amylasemie lipasemie lactatemie emese reflexie capnie tendu tendue tendus tendues insulinisme insulinemie',
  hypo: 'xie xemie xique esthesie acousie albuminemie protidemie proteinemie volemie volemique glycorachie gonadisme spadias magnesemie phosphoremie kinesie perfusion chrome fertilite vitaminose',
} as const;

/** The usual prefix of a stem, and what stands in the same sentence where the other one is meant. */
export const USUAL_UNLESS: readonly (readonly [
  stem: RegExp,
  usual: 'hyper' | 'hypo',
  unless: RegExp,
])[] = [
  [
    /^dens/,
    'hypo',
    /hemat|hemorrag|saign|calcif|sang|caillot|thromb|spontan|osseu|osteo|condens|lith|calcul|contraste|inject|arter|stent|clip|metal|materiel|verre|cranio|meningiom|lymphom|amiant|ciment/,
  ],
  [
    /^echogen/,
    'hypo',
    /calcul|lith|cone|ombre|angiom|steat|foie|hepat|graiss|calcif|brill|renal|rein|cortex|trame|hemat|air|gaz|paroi|boue|lipom|endometr|grele|intesti|placent|septa|point|sinus|pyramid|reverb|arc/,
  ],
  [/^natremi/, 'hypo', /deshydrat|insipide|coma|polyur|soif|osmol|salin|sonde|brul/],
  [
    /^tension/,
    'hyper',
    /orthosta|remplissage|noradrenaline|ephedrine|choc|malaise|vagal|induction|rachianesthesie|collapsus|septique|saignement|hemorrag|tachycard|lipothym|syncope|amine|iatrog|dialyse|sepsis|bas debit|intracran|intra cran|lcr|oculaire|fuite/,
  ],
  [/^tendue?/, 'hyper', /choc|collapsus|hemorrag|sepsis|tachycard|amine|remplissage/],
  [
    /^thermi/,
    'hyper',
    /noyade|froid|exposition|nouveau|prematur|rechauff|choc|lent|hypothyro|3[0-5]|therapeut/,
  ],
  [
    /^plasi/,
    'hyper',
    /congenit|uter|valve|femora|pulmonai|mandib|malform|droit|gauche|email|vermis|sinus|verteb|arter|medull|anneau|aorte|rein|renal|rotul|dysplas|pouce|doigt|iris|maculai|corps calleux|cerebell|thym/,
  ],
  [/^signa/, 'hyper', /t ?[12]|flair|stir|diffusion|gado|echo/],
  [
    /^parathyroidi/,
    'hyper',
    /thyroidectomie|calcitriol|tetanie|hypocalcemi|alfacalcidol|post|digeorge|congenit/,
  ],
  [/^vascularis/, 'hyper', /kyst|necro|infarct|tubercul|hypodens|adenocarcinom|pancrea|peu/],
  [/^metaboli/, 'hyper', /cerebr|alzheim|front|parkins|lewy|epilep|interictal|pet/],
  [/^chromat/, 'hyper', /jamais/],
  [/^alg[ie]/, 'hyper', /jamais/],
  [/^actio/, 'hyper', /paralys|pares|nerf/],
  [/^lordos/, 'hyper', /cyphos|raideur|plat/],
  [/^metrop/, 'hyper', /jamais/],
];

/** Stems that turn the treatment, for which neither prefix is usual: to be heard where no figure and no context tells. */
export const TURNS_TREATMENT =
  /^(?:kaliemi|calcemi|glycemi|magnesemi|phosphoremi|phosphatemi|thyroidi|toni(?:que|e)|coagul|ventilation|aldosteron|cortici)/;

/** What stands in the same sentence tells the prefix: stem, words for hyper-, words for hypo-. */
export const TOLD_BY_CONTEXT: readonly (readonly [stem: RegExp, hyper: RegExp, hypo: RegExp])[] = [
  [
    /^thyroidi/,
    /carbimazole|neomercazole|thyrozol|basedow|exophtalm|iode radioactif|irratherapie|toxique/,
    /levothyrox|l-thyroxine|substitu|hashimoto|thyroperoxydase|anti-tpo|post-chirurgical|thyroidectomie/,
  ],
  [
    /^tension/,
    /arterielle (?:sous|traitee|essentielle|equilibree|connue|ancienne|depuis|non equilibree|permanente|severe|gravidique|chronique|stade|grade)|portale|intracrani|pulmonaire|amlodipine|ramipril|perindopril|inhibiteur calcique|bitherapie|trithericapie|dyslipid|diabete|tabac|cardiovasculaire/,
    /orthosta|remplissage|noradrenaline|ephedrine|choc|malaise|vagal|induction|rachianesthesie|collapsus|septique|saignement|hemorrag/,
  ],
  [
    /^dens/,
    /hematome|hemorrag|saign|calcifi|prise de contraste|spontanement|sang|caillot|thrombus|arterielle sylvienne/,
    /kyst|graiss|steato|steatose|ischemi|oedeme|metastas|necro|abces|infarctus|demyelin/,
  ],
  [/^tonique/, /serum|solute|sale/, /nourrisson|nouveau-ne|reactif|enfant mou/],
  [
    /^echogen/,
    /calcul|lithias|cone d.?ombre|angiome|steato|calcifi|graisseu|brillan/,
    /hypertrophie du muscle|adenopathi|tendinopathie|abces|tumeur mammaire|vascularise/,
  ],
  [
    /^kaliemi/,
    /kayexalate|resikali|gluconate|insuline-glucose|onde t ample|epuration|dialyse/,
    /supplement|diffu|vomissement|diarrhee|potassium iv|onde u|chlorure de potassium/,
  ],
  [/^natremi/, /diabete insipide/, /siadh|restriction hydrique|thiazid|secretion inappropriee/],
  [
    /^calcemi/,
    /maligne|hyperparathyr|bisphosphon|metastase|zoledron|pamidron|myelome|denosumab/,
    /tetanie|chvostek|thyroidectomie|gluconate de calcium/,
  ],
  [
    /^glycemi/,
    /insulinotherapie|acidocetose|cetose|polyurie|corticoide/,
    /resucr|glucagon|malaise|sueurs|glucose|sulfamide|insulinome/,
  ],
];
