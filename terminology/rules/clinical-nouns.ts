/**
 * Nouns that reports deny ("pas de …", "sans …"), folded, singular; own writing. They are never adjectives, so that one of
 * them without an article behind a verb has lost its "pas de" or "sans".
 */
const NOUNS = new Set(
  `particularite anomalie complication incident signe souffle sibilant rale crepitant fievre douleur lesion adenopathie adenomegalie
  epanchement argument difficulte retentissement deficit trouble modification sequelle recidive oedeme hematome hemorragie saignement
  fracture luxation thrombose embolie masse nodule metastase stenose dilatation calcul lithiase obstacle ischemie infarctus necrose
  perforation abces collection ascite pneumoperitoine pneumothorax foyer condensation opacite hepatomegalie splenomegalie ictere cyanose
  dyspnee toux hemoptysie hematurie rectorragie melena hematemese vomissement nausee diarrhee constipation cephalee vertige convulsion
  syncope malaise palpitation prurit eruption rougeur ecoulement fuite infection germe allergie intoxication antecedent notion
  adherence invasion envahissement extension infiltration atteinte rupture dechirure laxite raideur instabilite hyperthermie hypothermie
  defense contracture sensibilite matite meteorisme hernie polype ulceration ulcere varice tumeur kyste microcalcification
  asymetrie deviation compression conflit tassement protrusion hydronephrose residu reflux caillot vegetation hypertrophie insuffisance
  fibrillation arythmie tachycardie bradycardie sus-decalage dysarthrie aphasie paresthesie hemiplegie paralysie diplopie nystagmus
  purpura petechie dysurie brulure pollakiurie leucorrhee metrorragie amenorrhee galactorrhee goitre exophtalmie amaigrissement anorexie
  asthenie sueur frisson atypie mitose embole engainement hydrocephalie engagement hematemeses tabagisme contraste rehaussement
  malformation thrombus shunt regurgitation fuite hypokinesie akinesie tamponnade phlebite hypersignal hyposignal suspicion
  depression anxiete idee hallucination agitation confusion tremblement calcification reaction recours transformation vertige epidurite
  epilepsie bronchogramme contusion ecchymose effraction cal pseudarthrose comblement lyse osteolyse condensation epaississement ouverture
  irradiation dyspareunie adhesion nevralgie fistule souffrance ralentissement perte chute traumatisme detresse prise injection
  limitation amyotrophie fasciculation rigidite ataxie mouvement bruit ronchus sifflement galop frottement turgescence
  circulation bourrelet tophus nodosite ulceration suintement pus desunion lachage descellement migration embolisation
  rejet decompensation surinfection cholestase cytolyse anemie thrombopenie leucopenie hyperleucocytose neutropenie proteinurie
  leucocyturie hypokaliemie hyperkaliemie pneumopathie pleuresie bronchectasie emphyseme fibrose pachypleurite`.split(
    /\s+/,
  ),
);

/** Whether a word is such a noun, plural aside; a participle with the same letters ("cyanosé") is none. */
export const isClinicalNoun = ({
  key,
  text,
}: {
  readonly key: string;
  readonly text: string;
}): boolean =>
  !/(?<!t)ée?s?$/iu.test(text) &&
  (NOUNS.has(key) || (/[sx]$/.test(key) && NOUNS.has(key.slice(0, -1))));

/** Endings of diseases and signs, folded. */
export const SOUNDS_CLINICAL =
  /...(?:algie|emie|urie|pathie|plegie|paresie|penie|rragie|esthesie|phagie|pnee|mide|rrhee)s?$/;
