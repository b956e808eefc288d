import type { Sentence } from './reading';
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

/** What is done with one drug of the sentence: the nearest verb of its clause, before it or else after it. */
export function changeOf({ tokens }: Sentence, drug: Term): Change | undefined {
  const at = tokens.findIndex(({ from }) => from >= drug.from);
  const clause = tokens[at]?.clause;
  let best: { change: Change; distance: number } | undefined;
  for (const [index, token] of tokens.entries()) {
    const change = VERBS.find(([, form]) => form.test(token.key))?.[0];
    if (change === undefined) continue;
    const isNear = token.clause === clause || (index < at && at - index < 12);
    const distance = index < at ? at - index : 2 * (index - at);
    if (isNear && distance < (best?.distance ?? Infinity)) best = { change, distance };
  }
  return best?.change;
}
