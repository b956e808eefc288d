/** What medical French forms by joining two places or by pointing in a direction, written by us. */

/** Organs treated, looked at or ill together, with the suffixes that make sense for them. */
export const ORGAN_PAIRS: readonly { readonly stems: string; readonly suffixes: string }[] = [
  {
    stems:
      'œsogastro œsogastroduodéno gastroduodéno duodénojéjuno jéjuno-iléo iléocæco iléocolo colosigmoïdo rectosigmoïdo rectocolo anorecto cholécystocholédoco hépatocholédoco hépaticocholédoco pancréaticoduodéno duodénopancréato splénopancréato hépatopancréato gastroentéro entérocolo',
    suffixes: 'ectomie plastie tomie scopie graphie ite pathie',
  },
  {
    stems:
      'urétropyélo urétéropyélo pyélourétéro urétérocysto urétrocysto cystourétro cystoprostato prostatovésiculo vésiculodéférento néphrourétéro pyélocalico calicopyélo caverno-spongio entérocysto iléocysto colocysto gastrocysto',
    suffixes: 'ectomie plastie tomie scopie graphie ite',
  },
  {
    stems:
      'hystérosalpingo salpingo-ovario salpingo-oophoro colpohystéro hystérocolpo colpocysto colpo-urétrocysto colporecto colpopérinéo vulvopérinéo rectopérinéo vulvovagino clitorido',
    suffixes: 'ectomie plastie tomie graphie scopie rraphie pexie ite',
  },
  {
    stems:
      'pharyngolaryngo laryngopharyngo buccopharyngo oropharyngo rhinopharyngo nasopharyngo laryngotrachéo trachéobroncho laryngotrachéobroncho bronchoœsophago pharyngo-œsophago otomastoïdo tympanomastoïdo antroattico ethmoïdosphéno sphéno-ethmoïdo maxillo-ethmoïdo fronto-ethmoïdo rhinosepto septorhino adéno-amygdalo palatopharyngo uvulopalatopharyngo vélopharyngo glossopharyngo',
    suffixes: 'ectomie plastie tomie scopie graphie ite',
  },
  {
    stems:
      'kératoconjonctivo blépharoconjonctivo iridocyclo kératouvéo sclérokérato choriorétino rétinochoroïdo neurorétino vitréorétino dacryocystorhino canaliculodacryocysto canaliculorhino conjonctivorhino canthoblépharo',
    suffixes: 'ite pathie ectomie plastie stomie tomie',
  },
  {
    stems:
      'ostéomyélo ostéochondro ostéopériosto ténosynovo capsulosynovo synoviocapsulo spondylodisco discoradiculo ostéoarthro dermohypodermo dermomyo myofascio musculotendino corporéodisco corporo-uncodisco pédiculolamino',
    suffixes: 'ite pathie ose ectomie plastie tomie graphie dystrophie nécrose',
  },
  {
    stems:
      'méningo-encéphalo méningoradiculo méningomyélo encéphalomyélo myéloradiculo polyradiculo cérébelloencéphalo ventriculoencéphalo leucoencéphalo polioencéphalo panencéphalo rhombencéphalo angioneuro polyneuro adrénomyéloneuro',
    suffixes: 'ite pathie graphie',
  },
  {
    stems:
      'artérioveino artériophlébo phlébocavo cavo aortico aortocoronaro ventriculocoronaro angiocardio splénoporto artériosplénoporto lymphangioadéno thrombo-endartério cholangiopancréato cholangiowirsungo wirsungo pneumomédiastino pneumo-encéphalo radiculosacco myélosacco discomyélo sialo dacryo vésiculo hystérosono',
    suffixes: 'graphie pathie scopie manométrie ectomie',
  },
  {
    stems:
      'péricardio myopéricardo péricardomyo endomyocardo myoendocardo pleuropéricardo pleuropneumo bronchopneumo bronchopleuro alvéolobronchiolo thoracophréno thoracolaparo sternolaparo phrénolaparo sterno-thoraco',
    suffixes: 'ite pathie tomie scopie plastie',
  },
];

/** Ways a thing lies or runs, joined two by two: "postérolatéral", "médiodorsal". */
export const DIRECTION_FORMS =
  'antéro postéro supéro inféro latéro médio dorso ventro centro crânio caudo'.split(' ');
export const DIRECTED =
  'antérieur postérieur supérieur inférieur latéral médial médian interne externe dorsal ventral basal apical septal palmaire plantaire radial ulnaire distal proximal'.split(
    ' ',
  );

/** Adjectives of smaller places, which take these positions only. */
export const NEAR_POSITIONS = 'péri intra sous rétro trans'.split(' ');
export const NEAR_PLACED =
  'aréolaire apophysaire appendiculaire arachnoïdien aryténoïdien axillaire bronchiolaire cæcal calcanéen caliciel canaliculaire cardial carénaire cavitaire choroïdien cholédocien clinoïdien colonique condylien coronaire cotyloïdien coccygien déférentiel dentaire discal épendymaire épiphysaire épithélial ethmoïdal fovéolaire glandulaire glomérulaire gingival humoral iléal insulaire ischiatique jéjunal jugulaire labial labyrinthique lacunaire lingual lobulaire mastoïdien méniscal mésentérique myométrial nucal olécranien omental pancréaticobiliaire papillaire parotidien périosté phalangien placentaire poplité préputial pulpaire pyélique radiculaire rotulien sacculaire scissural scrotal séreux sigmoïdien sinusal sphénoïdal splénique tarsal testiculaire thymique tonsillaire tubaire unguéal vésiculaire'.split(
    ' ',
  );

/** Ways through or before which an act is done: "perendoscopique", "percutané". */
export const PER_PLACED =
  'buccal cutané endoscopique fibroscopique lingual opératoire oral trochantérien urétral œsophagien hépatique cholédocien mictionnel dialytique gastrique ischémique nasal conjonctival tympanique cœlioscopique muqueux interventionnel procédural anesthésique critique'.split(
    ' ',
  );
