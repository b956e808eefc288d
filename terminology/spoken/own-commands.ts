import { phrases, type Phrases } from './phrases';
import type { OwnCommand } from './settings';
import type { Rule } from './site';
import { fold } from './token';

const compiled = new WeakMap<readonly OwnCommand[], Phrases<string>>();
const NONE: readonly OwnCommand[] = [];

function tableOf(commands: readonly OwnCommand[]): Phrases<string> {
  const known =
    compiled.get(commands) ??
    phrases(commands.map(({ said, text }) => [fold(said), text] as const));
  compiled.set(commands, known);
  return known;
}

/** A phrase that the practice defined ("formule de politesse") gives its text. */
export const ownCommand: Rule = ({ tokens, at, settings }) => {
  const found = tableOf(settings.options.ownCommands ?? NONE).at(tokens, at);
  if (found === undefined) return undefined;
  return { kind: 'command', action: 'insert', written: found.value, to: found.to, certainty: 0.95 };
};
