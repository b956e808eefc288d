const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Folded words that carry no fact by themselves. Elided ones keep their apostrophe. */
const GRAMMAR = words(`
  le la les l' un une des du de d' à a au aux en et ou ni ne n' pas plus que qu' qui dont où ce c' cet cette ces se s' son sa ses
  il elle ils elles on je j' nous vous me m' te lui leur leurs y mon ma mes notre nos votre vos par pour avec sans sous sur dans
  chez vers entre depuis pendant apres avant lors est sont etait etaient ete etre ont avait avaient avoir ai as eu fut soit si
  mais car donc or puis alors ainsi tres bien tout toute tous toutes meme aussi comme cela celui celle ceux celles ci jusqu'
  jusque aucun aucune non jamais absence afin dont quel quelle lequel laquelle quelques plusieurs peu encore deja
  t' sera serait peut pourrait doit fait faire dit notamment environ soit puisque lorsque quand tandis parce malgre selon
`);

/** Words of nearly every report: sharing one of them says nothing about sharing a fact. */
const ORDINARY = words(`
  patient patiente monsieur madame mme mr dr docteur jour examen bilan traitement traitements presence present presente
  presentait cas signe signes notion forme type niveau cours suite suites date prise charge mise place cadre ensemble reste
  montre montrait retrouve retrouvait objective note revele mesure mesurant mesurait particularite anomalie particulier
  aspect taille etat consultation hospitalisation confrere cher chere ami service interet demande realise realisee revoir
  reverrai revois vu vue voir jours mois ans annees semaines heures minutes fois matin soir midi dose posologie trouble troubles
`);

const isGrammar = (key: string): boolean => GRAMMAR.has(key);

/** A word that may carry a fact. */
export const isContent = (key: string): boolean =>
  key.length > 2 && !GRAMMAR.has(key) && !ORDINARY.has(key);

const SHORTEST_SAMPLE = 20;
const FRENCH_SHARE = 0.22;
/** What Spanish, Italian, English and German texts are full of and French ones are not. */
const FOREIGN = words(
  `the of and with was is for this that el los las y con del una por para il della di che e con und der die das mit ist
   fue patient's without no are were from`,
);

/** Whether running text is French enough to be cut and judged; short texts and lists get the benefit of the doubt. */
export function isFrench(keys: readonly string[]): boolean {
  if (keys.length < SHORTEST_SAMPLE) return true;
  const french = keys.filter(isGrammar).length;
  const foreign = keys.filter((key) => FOREIGN.has(key) && !isGrammar(key)).length;
  return (
    foreign * 4 < french || (foreign * 20 < keys.length && french / keys.length < FRENCH_SHARE)
  );
}
