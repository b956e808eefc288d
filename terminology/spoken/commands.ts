import type { Command, CommandLine } from './command';
import { GLUED_LINE, LAYOUT_COMMANDS, LINE, mark } from './layout-commands';
import { phrases, type Phrase } from './phrases';
import { STYLE_COMMANDS } from './style-commands';
import { fold, type Token } from './token';

/** Every command, in the order of the printed list. */
export const COMMANDS: readonly CommandLine[] = [...LAYOUT_COMMANDS, ...STYLE_COMMANDS];

const TABLE = phrases<Command>(
  COMMANDS.flatMap(({ said, misheard = [], command }) =>
    [...said.filter((phrase) => !phrase.includes('…')), ...misheard].map(
      (phrase) => [fold(phrase), command] as const,
    ),
  ),
);

/** Ways of "à la ligne" that count only where recognition glued them to the word before ("totale.Line"). */
const GLUED = phrases<Command>(
  [...GLUED_LINE, ...LINE].map((phrase) => [phrase, mark('.', 'line')] as const),
);

/** The longest command said at token `at`. */
export function commandAt(tokens: readonly Token[], at: number): Phrase<Command> | undefined {
  const token = tokens[at];
  const glued = token?.heard.glued === true || /^[.,]/.test(token?.lead ?? '');
  const found = TABLE.at(tokens, at);
  const broken = found?.value.does === 'mark' && found.value.mark === ':' && token?.tail !== '';
  return broken ? undefined : (found ?? (glued ? GLUED.at(tokens, at) : undefined));
}
