import { commandAt } from './commands';
import { phrases, type Phrases } from './phrases';
import type { Rule, Site } from './site';
import { fold } from './token';
import { typeset } from './typography';

/** Titles that open a section of a French medical report when a colon follows. */
const TITLES =
  `antécédents|antécédent|antécédents personnels|antécédents médicaux|antécédents chirurgicaux|antécédents familiaux
  |antécédents gynéco-obstétricaux|antécédents obstétricaux|allergies|allergie|facteurs de risque|mode de vie|motif|motif de consultation
  |motif d'hospitalisation|motif d'admission|motif de l'examen|histoire de la maladie|histoire de la maladie actuelle|anamnèse|interrogatoire
  |traitement|traitements|traitement actuel|traitement habituel|traitement en cours|traitement à l'entrée|traitement d'entrée
  |traitement de sortie|traitement personnel|ordonnance de sortie|ordonnance|examen|examen clinique|examen physique
  |examen neurologique|examen cardiovasculaire|examen à l'entrée|examens complémentaires|examen complémentaire|biologie|bilan biologique
  |imagerie|électrocardiogramme|échographie|évolution|évolution dans le service|conclusion|conclusions|au total|synthèse|discussion
  |conduite à tenir|indication|indications|technique|résultat|résultats|intervention|installation|anesthésie|antibioprophylaxie
  |voie d'abord|constatations|exploration|geste|fermeture|suites|suite|suites opératoires|suites postopératoires|consignes
  |consignes postopératoires|renseignements cliniques|macroscopie|microscopie|immunohistochimie|protocole|compte rendu|description
  |comparaison|comparatif|interprétation|diagnostic|diagnostics|diagnostic principal|diagnostics associés|hypothèse diagnostique|prescription
  |prescriptions|projet|objectifs|plan de soins|surveillance|rendez-vous|complications|incidents|opérateur|opérateurs|anesthésiste|aide
  |matériel|produit de contraste|dosimétrie|dose|prélèvements|prélèvement|biopsies|vaccinations|croissance|développement psychomoteur
  |mode d'accouchement|grossesse|accouchement|poids|taille|constantes|paramètres vitaux|signes fonctionnels|signes généraux|objet|contexte|recommandations`
    .split('|')
    .map((title) => title.trim());

const entries = (titles: readonly string[]): (readonly [string, string])[] =>
  titles.map((title) => [fold(title), title] as const);
const USUAL = phrases(entries(TITLES));
const own = new WeakMap<readonly string[], Phrases<string>>();

function practiceTitles(titles: readonly string[]): Phrases<string> {
  const known = own.get(titles) ?? phrases(entries(titles));
  own.set(titles, known);
  return known;
}

/** A known title at the start of a sentence, with its colon: it begins a line and a section. */
export const section: Rule = (site) => {
  if (!site.sentenceStart) return undefined;
  const { tokens, at, settings } = site;
  const title =
    practiceTitles(settings.options.sections ?? []).at(tokens, at) ?? USUAL.at(tokens, at);
  if (title === undefined || !colonFollows(site, title.to)) return undefined;
  const written = tokens.slice(at, title.to).map(({ core }) => typeset(core));
  return {
    kind: 'section',
    section: title.value,
    written: written.join(' '),
    to: title.to,
    certainty: site.lineStart ? 0.97 : 0.85,
    ...(!site.lineStart && { breakBefore: 'line' }),
  };
};

/** The colon may be a sign, be said ("deux points"), or be the "2." that recognition makes of it. */
function colonFollows({ tokens }: Site, to: number): boolean {
  if (tokens[to - 1]?.tail.includes(':') === true || tokens[to]?.heard.text === ':') return true;
  if (isMisheardColon(tokens, to)) return true;
  const command = commandAt(tokens, to)?.value;
  return command?.does === 'mark' && command.mark === ':';
}

/** "Indication 2. Bilan…": the colon heard as a figure. */
const isMisheardColon = (tokens: Site['tokens'], at: number): boolean =>
  tokens[at]?.key === '2' && tokens[at]?.tail.startsWith('.') === true;

/** The "2." after a title is the colon that was said. */
export const misheardColon: Rule = ({ tokens, at, done }) => {
  if (done.at(-1)?.kind !== 'section' || !isMisheardColon(tokens, at)) return undefined;
  const message = 'Entendu « 2. » après un titre : sans doute « deux points ».';
  return {
    kind: 'punctuation',
    mark: ':',
    written: ':',
    to: at + 1,
    certainty: 0.6,
    before: 'nobreak',
    doubts: [{ rule: 'ambiguous-command', risk: 8, message }],
  };
};
