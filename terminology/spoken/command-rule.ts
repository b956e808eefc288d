import { isNumberWord } from './cardinal';
import type { Command, Pair } from './command';
import { commandAt } from './commands';
import type { Doubt } from './piece';
import type { Phrase } from './phrases';
import { readingOf } from './readings';
import { directLabel, partAfter } from './number-context';
import { plainWord } from './plain-word';
import type { Found, Rule, Site } from './site';

const OPENING: Readonly<Record<Pair, string>> = { parenthesis: '(', quotes: '«', bracket: '[' };
const CLOSING: Readonly<Record<Pair, string>> = { parenthesis: ')', quotes: '»', bracket: ']' };
/** How far "fermez la parenthèse" may be from "entre parenthèses", in words. */
const REACH = 80;

/** A spoken command, or its words with a doubt where both readings are possible. */
export const spokenCommand: Rule = (site) => {
  const bare = bareClose(site);
  if (bare !== undefined) return bare;
  const phrase = commandAt(site.tokens, site.at);
  if (phrase === undefined) return undefined;
  const reading = readingOf(site, phrase);
  if (reading === 'words') return shorter(site, phrase);
  if (reading === 'doubtful') return keptWords(site, 'both');
  const found = execute(site, phrase);
  if (found === undefined || reading === 'command') return found;
  return { ...found, certainty: 0.6, doubts: [...(found.doubts ?? []), unsureDoubt(site, phrase)] };
};

/** "le point à la ligne médiane": where the long phrase is words, its head still may not be a command. */
function shorter(site: Site, { to }: Phrase<Command>): Found | undefined {
  const joined = to - site.at > 1 && site.tokens[site.at]?.key === 'point';
  return joined ? keptWords(site) : undefined;
}

function saidAt({ tokens, at }: Site, to: number): string {
  return tokens
    .slice(at, to)
    .map(({ heard }) => heard.text)
    .join(' ');
}

function unsureDoubt(site: Site, { to, value }: Phrase<Command>): Doubt {
  const said = saidAt(site, to);
  if (value.does === 'mark' && value.mark === ',')
    return {
      rule: 'missing-number',
      risk: 3,
      message: `Entendu « ${said} » : un nombre manque peut-être avant la virgule.`,
    };
  return {
    rule: 'ambiguous-command',
    risk: 8,
    message: `« ${said} » pris pour une commande : à vérifier.`,
  };
}

/** The first word stays, with a doubt when asked for. */
function keptWords(site: Site, doubt?: 'both' | Doubt): Found | undefined {
  const token = site.tokens[site.at];
  if (token === undefined) return undefined;
  const both: Doubt = {
    rule: 'ambiguous-command',
    risk: 8,
    message: `« ${token.core} » : commande ou mot du texte ?`,
  };
  return plainWord(token, site.at, doubt === undefined ? [] : [doubt === 'both' ? both : doubt]);
}

/** "fermez" alone, where a parenthesis is open. */
function bareClose(site: Site): Found | undefined {
  const token = site.tokens[site.at];
  if (token === undefined || !/^(fermez|fermer)$/.test(token.key)) return undefined;
  if (commandAt(site.tokens, site.at) !== undefined) return undefined;
  const pair = (['parenthesis', 'quotes', 'bracket'] as const).find((kind) => site.open.has(kind));
  return pair === undefined ? undefined : closing(site, pair, site.at + 1);
}

function execute(site: Site, phrase: Phrase<Command>): Found | undefined {
  const { value: command, to } = phrase;
  switch (command.does) {
    case 'mark':
      return {
        kind: 'punctuation',
        mark: command.mark,
        written: command.mark,
        to,
        certainty: certaintyOf(site, to),
        before: command.mark === ':' ? 'nobreak' : /[;!?]/.test(command.mark) ? 'narrow' : 'none',
        ...(command.then && { breakAfter: command.then }),
        doubts: lostNumber(site),
      };
    case 'break':
      return {
        kind: 'command',
        action: 'break',
        written: '',
        to,
        breakAfter: command.size,
        certainty: 0.95,
      };
    case 'open':
      return opening(site, command.pair, to, command.needsClose === true);
    case 'close':
      return site.open.has(command.pair)
        ? closing(site, command.pair, to)
        : keptWords(site, unmatched('Fermeture sans ouverture : les mots sont gardés.'));
    case 'quote':
      return site.open.has('quotes')
        ? closing(site, 'quotes', to)
        : opening(site, 'quotes', to, true);
    default:
      return styled(site, phrase);
  }
}

const certaintyOf = ({ tokens, at }: Site, to: number): number =>
  tokens[at - 1]?.tail !== '' || tokens[to - 1]?.tail !== '' || to - at > 1 ? 0.98 : 0.94;

/** "de grade points à la ligne": the number before the stop was lost. */
function lostNumber({ tokens, at }: Site): Doubt[] {
  const label = directLabel(tokens, at);
  if (label === undefined || !/^(grade|stade|type|classe)$/.test(label)) return [];
  const message = `Un nombre manque peut-être après « ${label} ».`;
  return [{ rule: 'missing-number', risk: 3, message }];
}

const unmatched = (message: string): Doubt => ({ rule: 'unmatched-mark', risk: 8, message });

function closesAhead({ tokens, at }: Site, pair: Pair): boolean {
  const limit = Math.min(tokens.length, at + REACH);
  for (let index = at + 1; index < limit; index++) {
    if (/^(fermez|fermer)$/.test(tokens[index]?.key ?? '')) return true;
    const command = commandAt(tokens, index)?.value;
    if (command?.does === 'close' && command.pair === pair) return true;
    if (command?.does === 'quote' && pair === 'quotes') return true;
  }
  return false;
}

function opening(site: Site, pair: Pair, to: number, needsClose: boolean): Found | undefined {
  const closes = closesAhead({ ...site, at: to - 1 }, pair);
  const what =
    pair === 'quotes'
      ? 'Guillemets ouverts'
      : pair === 'bracket'
        ? 'Crochet ouvert'
        : 'Parenthèse ouverte';
  if (!closes && needsClose)
    return keptWords(site, unmatched(`${what} sans fermeture : les mots sont gardés.`));
  return {
    kind: 'punctuation',
    mark: OPENING[pair],
    written: OPENING[pair],
    to,
    certainty: closes ? 0.95 : 0.7,
    after: pair === 'quotes' ? 'nobreak' : 'none',
    doubts: closes ? [] : [unmatched(`${what} sans fermeture.`)],
  };
}

const closing = (_site: Site, pair: Pair, to: number): Found => ({
  kind: 'punctuation',
  mark: CLOSING[pair],
  written: CLOSING[pair],
  to,
  certainty: 0.95,
  before: pair === 'quotes' ? 'nobreak' : 'none',
});

function styled(site: Site, { value: command, to }: Phrase<Command>): Found | undefined {
  const silent = { kind: 'command', written: '', to } as const;
  switch (command.does) {
    case 'join':
      return {
        kind: 'punctuation',
        mark: command.sign,
        written: command.sign,
        to,
        certainty: 0.92,
        before: 'none',
        after: 'none',
      };
    case 'dash':
      return dash(site, to);
    case 'capital':
      if (/^(|d[eu']|des)$/.test(partAfter(site.tokens, to))) return undefined;
      return { ...silent, action: 'case', certainty: 0.9, shapes: 'capital-next' };
    case 'capitals':
      return capitals(site, to);
    case 'emphasis':
      return endsAhead(site, command.style, to)
        ? {
            ...silent,
            action: 'emphasis',
            certainty: 0.9,
            turns: { style: command.style, on: true },
          }
        : unfinished(site);
    case 'plain':
      return site.emphasis === command.style
        ? {
            ...silent,
            action: 'emphasis',
            certainty: 0.9,
            turns: { style: command.style, on: false },
          }
        : undefined;
    case 'delete': {
      const message = 'Effacement demandé : le passage est barré, à confirmer.';
      const doubts: Doubt[] = [{ rule: 'deleted-on-request', risk: 3, message }];
      return {
        ...silent,
        action: 'delete',
        certainty: 0.9,
        deletes: command.what,
        doubts,
      };
    }
    default:
      return site.tokens.length - to < 4 ? { ...silent, action: 'end', certainty: 0.9 } : undefined;
  }
}

/** "L4", "L quatre", "3": what a dash may tie to its like. */
function isCode(tokens: Site['tokens'], at: number, site?: Site): boolean {
  const key = tokens[at]?.key ?? '';
  if (/^[a-z]?\d+$/.test(key) || isNumberWord(key))
    return site?.done.at(-1)?.kind === 'number' || site === undefined || /\d/.test(key);
  return /^[a-z]$/.test(key) && isNumberWord(tokens[at + 1]?.parts[0] ?? '');
}

/** A list dash at the start of a line, a bond between codes ("L4 tiret L5"), a dash elsewhere. */
function dash(site: Site, to: number): Found {
  const base = { kind: 'punctuation', to, certainty: 0.85 } as const;
  const bond = isCode(site.tokens, site.at - 1, site) && isCode(site.tokens, to);
  if (bond && !site.lineStart)
    return { ...base, mark: '-', written: '-', before: 'none', after: 'none' };
  return { ...base, mark: '–', written: '–', ...(site.lineStart && { after: 'nobreak' as const }) };
}

/** The word before where the phrase ends here, the next one where it starts here. */
function capitals(site: Site, to: number): Found | undefined {
  const last = site.tokens[to - 1];
  const next = commandAt(site.tokens, to);
  const ends = last?.tail !== '' || to >= site.tokens.length || next !== undefined;
  const starts = site.sentenceStart || site.tokens[site.at - 1]?.tail !== '';
  if (ends === starts) return unfinished(site);
  const shapes = ends ? 'capitals-previous' : 'capitals-next';
  return { kind: 'command', action: 'case', written: '', to, certainty: 0.8, shapes };
}

function endsAhead({ tokens }: Site, style: string, to: number): boolean {
  const limit = Math.min(tokens.length, to + REACH);
  for (let index = to; index < limit; index++) {
    const command = commandAt(tokens, index)?.value;
    if (command?.does === 'plain' && command.style === style) return true;
  }
  return false;
}

/** A style without its end: words, with a doubt only where nothing but a command could stand. */
function unfinished(site: Site): Found | undefined {
  if (!site.sentenceStart) return undefined;
  const message = 'Mise en forme sans fin dictée : les mots sont gardés.';
  return keptWords(site, { rule: 'unfinished-command', risk: 8, message });
}
