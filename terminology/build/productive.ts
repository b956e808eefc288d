/**
 * What medical French forms by rule, written by us: which organs take which acts and diseases, which neighbours of the body
 * are joined in one adjective, which positions an adjective of anatomy takes.
 */

/** Roots of organs with the suffixes of acts and diseases that make sense for them. */
export const ORGANS: Readonly<Record<string, string>> = {
  hollow:
    'gastro œsophago duodéno jéjuno iléo colo cæco recto sigmoïdo entéro cysto urétéro urétro pyélo cholécysto cholédoco salpingo vagino colpo hystéro trachéo broncho laryngo pharyngo appendico procto antro sinuso diverticulo ventriculo atrio dacryocysto pyloro',
  solid:
    'hépato pancréato spléno néphro thyroïdo parathyroïdo adéno amygdalo masto mammo ovario oophoro orchi épididymo prostato thymo surrénalo parotido hypophyso thyro glosso palato uvulo gingivo omento pénilo clitorido vulvo',
  joint:
    'arthro chondro capsulo synovo ménisco ténosynovo burso patello acromio spondylo disco lamino pédiculo corporo costo sterno cranio ostéo maxillo mandibulo talo tarso carpo métatarso métacarpo phalango coxo sacro pubo',
  soft: 'myo téno fascio aponévro ligamento dermo lipo névro neuro ganglio plexo radiculo mélano myélo méningo encéphalo',
  vessel:
    'angio artério veino phlébo aorto carotido thrombo varico lymphangio lymphadéno valvulo péricardio cardio septo',
  sense:
    'kérato blépharo conjonctivo irido cyclo scléro rétino chorio vitréo phaco dacryo canaliculo trabéculo gonio myringo tympano mastoïdo stapédo ossiculo labyrintho cochléo oto rhino septo turbino ethmoïdo sphénoïdo',
};

const SURGERY = 'ectomie tomie plastie pexie rraphie stomie scopie graphie';
export const SUFFIXES_BY_KIND: Readonly<Record<string, string>> = {
  hollow: `${SURGERY} ite algie spasme rragie cèle lithiase ectasie sténose ptose pathie lithotomie manométrie métrie`,
  solid:
    'ectomie tomie plastie pexie rraphie graphie ite algie mégalie ptose pathie ome blastome cyte lithiase',
  joint:
    'ectomie tomie plastie dèse lyse pexie scopie graphie centèse ite algie pathie malacie ome ose lyse',
  soft: 'ectomie tomie plastie lyse rraphie pexie ite algie pathie ome blastome sarcome malacie graphie',
  vessel:
    'ectomie tomie plastie rraphie graphie scopie ite pathie ome sclérose spasme ectasie métrie lyse',
  sense:
    'ectomie tomie plastie pexie rraphie scopie graphie métrie ite pathie malacie ptose stomie',
};

/** Joined adjectives: any combining form of a region before any adjective of the same region. */
export const REGIONS: readonly { readonly forms: string; readonly adjectives: string }[] = [
  {
    forms:
      'gastro œso œsophago duodéno jéjuno iléo cæco colo sigmoïdo recto ano entéro bilio hépato cholécysto cholédoco pancréatico spléno péritonéo omento intestino viscéro',
    adjectives:
      'gastrique œsophagien duodénal jéjunal iléal cæcal colique rectal anal sigmoïdien intestinal biliaire hépatique pancréatique splénique péritonéal digestif mésentérique pylorique cutané',
  },
  {
    forms:
      'broncho trachéo œso pleuro pulmo pneumo cardio péricardo médiastino thoraco sterno costo alvéolo bronchiolo laryngo pharyngo aorto cavo atrio ventriculo phréno artério veino',
    adjectives:
      'bronchique trachéal œsophagien pleural pulmonaire cardiaque péricardique médiastinal thoracique sternal costal alvéolaire vasculaire respiratoire aortique cave atrial ventriculaire phrénique veineux artériel capillaire laryngé',
  },
  {
    forms:
      'vésico urétéro urétro réno utéro vagino vulvo tubo ovario prostato scroto péno recto périnéo pelvi génito uro pubo cervico vésiculo pyélo colo iléo entéro',
    adjectives:
      'vésical urétéral urétral rénal utérin vaginal vulvaire tubaire ovarien prostatique scrotal pénien rectal périnéal pelvien génital urinaire pubien cutané isthmique cervical sphinctérien déférentiel',
  },
  {
    forms:
      'huméro radio ulno scapulo claviculo acromio coraco sterno costo carpo métacarpo gléno thoraco cubito brachio antébrachio cervico interosso trapézo phalango scapho',
    adjectives:
      'huméral radial ulnaire scapulaire claviculaire acromial carpien métacarpien phalangien brachial thoracique axillaire cubital palmaire digital antébrachial glénoïdien lunaire trapézien',
  },
  {
    forms:
      'fémoro tibio fibulo coxo ilio sacro ischio pubo patello talo calcanéo tarso métatarso lombo inguino crural cruro poplitéo naviculo cunéo pelvi malléolo péronéo astragalo',
    adjectives:
      'fémoral tibial fibulaire iliaque sacré ischiatique pubien patellaire calcanéen tarsien métatarsien phalangien crural poplité naviculaire jambier pédieux plantaire malléolaire acétabulaire trochantérien talien cuboïdien articulaire lombaire',
  },
  {
    forms:
      'bucco naso oro labio gingivo palato maxillo mandibulo dento temporo zygomato glosso pharyngo laryngo rhino oto tympano mastoïdo fronto ethmoïdo sphéno orbito facio cervico linguo génio alvéolo sino stylo thyro crico hyo',
    adjectives:
      'buccal nasal oral labial gingival palatin maxillaire mandibulaire dentaire temporal zygomatique lingual pharyngé laryngé tympanique mastoïdien frontal ethmoïdal sphénoïdal orbitaire facial cervical alvéolaire sinusien hyoïdien thyroïdien cricoïdien aryténoïdien œsophagien trachéal auriculaire',
  },
  {
    forms:
      'fronto pariéto temporo occipito cranio cérébro cérébello bulbo ponto pédonculo thalamo hypothalamo hypophyso cortico méningo encéphalo médullo vertébro basilo carotido sphéno ventriculo lombo dorso cervico thoraco',
    adjectives:
      'frontal pariétal temporal occipital crânien cérébral cérébelleux bulbaire protubérantiel thalamique hypophysaire cortical méningé médullaire vertébral basilaire carotidien spinal sous-cortical insulaire capsulaire pétreux caverneux péritonéal atrial dorsal lombaire sacré thoracique nucal',
  },
  {
    forms:
      'aorto artério veino carotido sous-clavio ilio fémoro réno porto cavo mésentérico axillo tibio poplitéo cœlio spléno jugulo vertébro coronaro brachio ombilico',
    adjectives:
      'aortique iliaque fémoral rénal cave mésentérique axillaire tibial poplité carotidien coronaire pulmonaire veineux artériel splénique portal jugulaire brachial humoral ombilical bifémoral biiliaque hépatique',
  },
  {
    forms:
      'kérato conjonctivo blépharo rétino chorio irido cyclo scléro vitréo oculo orbito palpébro lacrymo papillo uvéo',
    adjectives:
      'cornéen conjonctival palpébral rétinien choroïdien irien ciliaire scléral vitréen oculaire orbitaire lacrymal papillaire maculaire cristallinien moteur nasal',
  },
  {
    forms:
      'musculo cutanéo ostéo chondro fibro capsulo ligamento tendino myo fascio neuro vasculo adipo dermo hypodermo aponévro séro muco épithélio papillo tubulo lobulo kysto lympho granulo',
    adjectives:
      'musculaire cutané osseux cartilagineux fibreux capsulaire ligamentaire tendineux aponévrotique nerveux vasculaire adipeux graisseux muqueux épithélial papillaire villeux kystique articulaire conjonctif squelettique hémorragique inflammatoire nécrotique',
  },
];

export const POSITIONS =
  'péri para rétro pré post sus sous supra infra inter intra extra trans juxta endo'.split(' ');

/** Adjectives of anatomy that take every position. */
export const POSITIONED =
  'abdominal acétabulaire alvéolaire amygdalien anal annexiel aortique articulaire artériel bronchique buccal bulbaire calleux canalaire capsulaire cardiaque carotidien caverneux cellulaire cérébral cervical claviculaire colique condylaire conjonctival cornéen cortical costal crânien cutané diaphragmatique dural épineux duodénal épidural fascial fémoral frontal ganglionnaire gastrique génital glandulaire glottique hépatique hilaire hyoïdien iliaque inguinal laryngé ligamentaire lobaire lobulaire lombaire maculaire malléolaire mamelonnaire mammaire mandibulaire maxillaire médiastinal médullaire méningé métaphysaire muqueux musculaire myocardique nasal nerveux nucléaire oculaire œsophagien ombilical orbitaire osseux ovarien palatin pancréatique parenchymateux pariétal patellaire pelvien pénien péritonéal pharyngé phrénique pleural portal prostatique pubien pulmonaire pylorique rachidien rectal rénal rétinien sacré scapulaire scléral sellaire septal sphinctérien spinal sternal synovial talien temporal tendineux tentoriel thalamique thoracique thyroïdien tibial trachéal trochantérien tumoral tympanique unguéal urétéral urétral utérin vaginal valvulaire vasculaire veineux ventriculaire vertébral vésical vitréen zygomatique'.split(
    ' ',
  );

/** Substances measured in blood, urine and cerebrospinal fluid: roots for -émie, -urie and -rachie. */
export const MEASURED =
  'acétoné acido alanin albumin alcool aldostéron amino-acid ammoni amylas argin azot bactéri bilirubin calc carnitin cétoné chlor cholestérol citrat citrullin cortisol créat créatinin crp cupr cystin dys estradiol ferritin fibrin fibrinogén fructos galactos gammaglobulin gastrin globulin gluc glyc glycos hémoglobin homocystéin hydroxyprolin immunoglobulin insulin iod kali lact leucin lip lipas lith lys magnés mélan méthémoglobin myoglobin natr ornithin oxal phénylalanin phosphat phosphor plomb porphyrin procalciton prolactin protéin protid pyruvat sélén sidér testostéron thyroxin transferrin triglycérid tyrosin urat uré uric uricos virr zinc'.split(
    ' ',
  );

/** Organs joined to one another by an opening ("gastrojéjunostomie"), any with any of its group. */
export const ANASTOMOSES: readonly string[] = [
  'cholécysto cholédocho hépatico œsophago gastro duodéno jéjuno iléo cæco colo sigmoïdo recto entéro pancréatico kysto wirsungo',
  'pyélo urétéro cysto vésico urétro iléo sigmoïdo colo entéro vaso épididymo',
];

/** Techniques and what is done by them ("cryoablation", "microchirurgie"). */
export const TECHNIQUES =
  'auto cryo électro endo hydro laser macro micro mini photo phono radio sono télé thermo vidéo magnéto ultra immuno chimio curie'.split(
    ' ',
  );
export const DONE =
  'ablation biopsie cautérisation chirurgie coagulation dissection embolisation fixation greffe incision injection irrigation marquage mesure neurolyse ponction prélèvement section stimulation thérapie thérapeutique vaporisation résection assistance diagnostic guidage perfusion'.split(
    ' ',
  );

/** Numbers and halves before what can be several or cut in two. */
export const NUMBERS = 'uni bi tri quadri multi mono pluri poly'.split(' ');
export const NUMBERED =
  'axial cavitaire condylaire cortical embryonnaire factoriel fasciculaire fémoral focal fœtal kystique latéral lobaire loculaire malléolaire modal nodulaire nucléé pédiculé phasique polaire pulmonaire radiculaire segmentaire tronculaire valve valvulaire vasculaire ventriculaire vertébral'.split(
    ' ',
  );
export const HALVES =
  'abdomen arthroplastie bassin champ colectomie cordectomie corps côlon crâne diaphragme épiphyse face fémur foie glossectomie hépatectomie hystérectomie laryngectomie laminectomie langue mandibule mandibulectomie maxillectomie néphrectomie pelvectomie pharyngectomie plégie rein résection scrotum sphère thorax thyroïdectomie utérus vertèbre voûte'.split(
    ' ',
  );
