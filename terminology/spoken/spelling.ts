import { phrases } from './phrases';
import type { Rule, Site } from './site';
import type { Token } from './token';
import { capitalised } from './typography';

const CUES = phrases(
  [
    "j'epelle",
    'je vous epelle',
    'je l epelle',
    "je l'epelle",
    'epelez',
    'epele',
    'epelle',
    "ca s'ecrit",
    "cela s'ecrit",
    "qui s'ecrit",
    "s'ecrit",
  ].map((cue) => [cue, true] as const),
);
const SIGNS = phrases<string>([
  ['tiret', '-'],
  ["trait d'union", '-'],
  ['apostrophe', '’'],
  ['espace', ' '],
  ['double v', 'w'],
  ['i grec', 'y'],
  ['e accent aigu', 'é'],
  ['e accent grave', 'è'],
  ['e accent circonflexe', 'ê'],
  ['a accent grave', 'à'],
  ['e trema', 'ë'],
  ['i trema', 'ï'],
  ['o accent circonflexe', 'ô'],
  ['c cedille', 'ç'],
]);

interface Letters {
  readonly text: string;
  readonly count: number;
  readonly to: number;
}

/** One spelled letter: "D", "D comme Daniel", "deux N", "E accent aigu". */
function letterAt(tokens: readonly Token[], at: number): Letters | undefined {
  const sign = SIGNS.at(tokens, at);
  if (sign !== undefined) return { text: sign.value, count: 1, to: sign.to };
  const token = tokens[at];
  const twice = token !== undefined && /^(deux|2)$/.test(token.key);
  const letter = twice ? tokens[at + 1] : token;
  if (letter === undefined || !/^[a-zé]$/i.test(letter.core)) return undefined;
  const next = at + (twice ? 2 : 1);
  const text = letter.core.toLowerCase().repeat(twice ? 2 : 1);
  const word = tokens[next]?.key === 'comme' ? tokens[next + 1] : undefined;
  const named = word !== undefined && word.key.startsWith(letter.key);
  return { text, count: 1, to: named ? next + 2 : next };
}

function lettersFrom(tokens: readonly Token[], at: number): Letters {
  let all: Letters = { text: '', count: 0, to: at };
  while (all.count < 40) {
    const letter = letterAt(tokens, all.to);
    if (letter === undefined) break;
    all = { text: all.text + letter.text, count: all.count + 1, to: letter.to };
  }
  return all;
}

const usesComme = ({ tokens, at }: Site, to: number): boolean =>
  tokens.slice(at, to).filter(({ key }) => key === 'comme').length >= 2;

/** A name spelled out ("D comme Daniel, U comme Ursule…", "j'épelle D U P O N T"); it replaces the name heard just before. */
export const spelling: Rule = (site) => {
  const cue = CUES.at(site.tokens, site.at);
  const letters = lettersFrom(site.tokens, cue?.to ?? site.at);
  const enough = cue === undefined ? usesComme(site, letters.to) : letters.count >= 2;
  if (!enough) return undefined;
  const name = letters.text
    .split(/(?<=[ -])/)
    .map(capitalised)
    .join('');
  const before = site.done.at(-1);
  const heard = before !== undefined && isWord(before.kind) ? before.written : '';
  return {
    kind: 'command',
    action: 'spelling',
    written: name,
    to: letters.to,
    certainty: 0.9,
    ...(alike(heard.toLowerCase(), name.toLowerCase()) && { replaces: 1 }),
  };
};

const isWord = (kind: string): boolean => kind === 'word' || kind === 'typography';

/** Two names near enough to be one: the same first letter, or most letters shared. */
function alike(heard: string, spelled: string): boolean {
  if (heard === '') return false;
  const shared = [...new Set(spelled)].filter((letter) => heard.includes(letter)).length;
  return heard[0] === spelled[0] || shared >= 0.6 * new Set(spelled).size;
}
