/** Beginnings that make a word with any known word: "hypodense", "sous-cutané". Written from general knowledge. */
export const PREFIXES: readonly string[] = (
  'abdomino adéno angio anté anti antéro artério arthro auto bi brady broncho cardio cervico chimio cholé colo contre crânio cysto ' +
  'dermo dés dis dorso dys électro endo entéro épi extra fémoro fibro gastro glyco gynéco hémi hémo hépato hétéro homo hydro hyper ' +
  'hypo iléo immuno infra inter intra iso juxta kérato laryngo latéro lipo lombo macro maxillo médio méga méta micro mono multi myo ' +
  'nano naso néo néphro neuro non oculo oligo ophtalmo oro ostéo oto pan para pariéto péri pharyngo phlébo photo pleuro pluri pneumo ' +
  'poly post postéro pré pro pseudo psycho pyélo radio re ré recto réno rétro rhino rhumato sacro semi sous splén sterno sub supra sur ' +
  'sus tachy temporo thermo thoraco thrombo thyro tibio trachéo trans tri ultra uni urétéro uro utéro vaso veino ventriculo vertébro vésico'
).split(' ');

/** Those that are seen apart from their word in drafts and notes: "per opératoire". */
export const PREFIXES_ALONE: ReadonlySet<string> = new Set([
  ...PREFIXES.filter((prefix) => prefix.length > 2),
  'per',
  'normo',
]);
