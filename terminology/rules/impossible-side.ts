import type { ParagraphRule } from './rule';
import { otherSide } from './sides';

/** Side words where anatomy knows one side only; group 1 is the side word. Own writing, usual anatomy (no situs inversus). */
const IMPOSSIBLE: readonly (readonly [RegExp, string])[] = [
  [/lobe moyen (gauche)/giu, 'le lobe moyen est à droite'],
  [/lingula (droite)|lingulaire (droite?)/giu, 'la lingula est à gauche'],
  [
    /appendic[^.\n]{0,60}fosse iliaque (gauche)|fosse iliaque (gauche)[^.\n]{0,60}(?:appendic|Mac ?Burney|bas-fond c)/giu,
    'l’appendice est dans la fosse iliaque droite',
  ],
  [
    /(?:v[eé]sicul|chol[eé]cyst|Murphy|h[eé]patalgi)[^.\n]{0,60}hypoch?ondre (gauche)|hypoch?ondre (gauche)[^.\n]{0,60}(?:v[eé]sicul|chol[eé]cyst|Murphy)/giu,
    'la vésicule biliaire est dans l’hypochondre droit',
  ],
  [
    /(?:\brate\b|spl[eé]no|spl[eé]ni)[^.\n]{0,40}hypoch?ondre (droit)|hypoch?ondre (droit)[^.\n]{0,40}(?:\brate\b|spl[eé]no|spl[eé]ni)/giu,
    'la rate est dans l’hypochondre gauche',
  ],
  [
    /(?:sigmoïd|diverticulite)[^.\n]{0,40}fosse iliaque (droite)|fosse iliaque (droite)[^.\n]{0,40}sigmoïd/giu,
    'le sigmoïde est dans la fosse iliaque gauche',
  ],
  [
    /(?:côlon|colon) ascendant (gauche)|cæcum (gauche)|cecum (gauche)/giu,
    'cette partie du côlon est à droite',
  ],
  [
    /fraction d[’']éjection du ventricule (droit)(?! \p{L}* ?(?:par IRM|évaluée))/giu,
    'la fraction d’éjection est celle du ventricule gauche, sauf mention contraire',
  ],
  [
    /(?<!\p{L})(?:dys)?fonction (?:systolique |diastolique |systolo[- ]diastolique )?(?:ventriculaire|du ventricule) (droite?)(?![^.\n]{0,80}(?:TAPSE|tricusp|pulmonaire|onde S|VD))/gu,
    'la fonction dite est d’ordinaire celle du ventricule gauche',
  ],
  [/veine cave (gauche)/giu, 'la veine cave est à droite'],
  [/crosse aortique (droite)/giu, 'la crosse de l’aorte est à gauche'],
];

/** A side that anatomy does not have. */
export const impossibleSide: ParagraphRule = {
  name: 'impossible-side',
  check: ({ text }) =>
    IMPOSSIBLE.flatMap(([pattern, why]) =>
      [...text.matchAll(pattern)].flatMap((match) => {
        const said = match.slice(1).find((group) => group !== undefined) ?? '';
        const from = match.index + match[0].toLowerCase().lastIndexOf(said.toLowerCase());
        return said === ''
          ? []
          : [
              {
                from,
                to: from + said.length,
                risk: 4 as const,
                message: `« ${said} » : ${why}.`,
                doubt: 0.7,
                fixes: otherSide(said).map((fix) => ({ text: fix })),
              },
            ];
      }),
    ),
};
