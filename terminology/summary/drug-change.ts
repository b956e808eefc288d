import type { ReadToken, Sentence } from './reading';
import type { Term } from './term';

/** What is done with a drug. */
export type Change = 'start' | 'stop' | 'raise' | 'lower' | 'keep';

const VERBS: readonly (readonly [Change, RegExp])[] = [
  [
    'stop',
    /^(?:arret|arrete\p{L}*|stop|stoppe\p{L}*|suspen\p{L}*|interrompre|interromp\p{L}*|interruption|cess\p{L}*|retir\p{L}*|retrait|sevr\p{L}*|contre-indiqu\p{L}*)$/u,
  ],
  [
    'start',
    /^(?:debut\p{L}*|introdui\p{L}*|introduction|instaur\p{L}*|initi[eé]\p{L}*|initiation|prescri\p{L}*|ajout\p{L}*|repri[st]\p{L}*|reprend\p{L}*|commenc\p{L}*|demarr\p{L}*|remplac\p{L}*|relais|administr\p{L}*)$/u,
  ],
  ['raise', /^(?:augment\p{L}*|major\p{L}*)$/u],
  ['lower', /^(?:diminu\p{L}*|redui\p{L}*|reduction|baiss\p{L}*|decroissan\p{L}*)$/u],
  [
    'keep',
    /^(?:poursui\p{L}*|poursuite|maint\p{L}*|inchange\p{L}*|renouvel\p{L}*|continu\p{L}*)$/u,
  ],
];

const changeIn = ({ key }: ReadToken): Change | undefined =>
  VERBS.find(([, form]) => form.test(key))?.[0];
const isParticiple = ({ text }: ReadToken): boolean => /(?:é|u|is)e?s?$/.test(text);

/**
 * What is done with one drug of the sentence: the nearest verb of its clause; else a participle that opens the next one
 * ("apixaban 5 mg, arrêté ce jour"); else the verb that a list goes on with ("j'arrête le ramipril, l'aspirine").
 */
export function changeOf({ tokens, stance }: Sentence, drug: Term): Change | undefined {
  const at = tokens.findIndex(({ from }) => from >= drug.from);
  const clause = tokens[at]?.clause ?? 0;
  const told = (index: number): Change | undefined => {
    const token = tokens[index];
    const change = token && changeIn(token);
    return change && stance.negated[index] === true ? 'keep' : change;
  };
  let best: { change: Change; distance: number } | undefined;
  for (const [index, token] of tokens.entries()) {
    const change = token.clause === clause ? told(index) : undefined;
    if (change === undefined) continue;
    const distance = index < at ? at - index : 2 * (index - at) - 1;
    if (distance < (best?.distance ?? Infinity)) best = { change, distance };
  }
  if (best) return best.change;
  const next = tokens.findIndex(
    (token) => token.clause === clause + 1 && token.kind === 'word' && token.key !== 'non',
  );
  const ahead = tokens[next];
  const participle = ahead && isParticiple(ahead) ? told(next) : undefined;
  if (participle) return participle;
  const before = tokens.findLastIndex(
    (token, index) => index < at && index >= at - 12 && changeIn(token) !== undefined,
  );
  const verb = tokens[before];
  return verb && !isParticiple(verb) ? told(before) : undefined;
}
