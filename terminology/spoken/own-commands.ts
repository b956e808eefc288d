import { commandAt } from './commands';
import { phrases, type Phrases } from './phrases';
import type { Break } from './piece';
import type { OwnCommand } from './settings';
import type { Rule, Site } from './site';
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

/**
 * A phrase that the practice defined ("formule de politesse") gives its text; a text of several lines stands on lines
 * of its own.
 */
export const ownCommand: Rule = (site) => {
  const { tokens, at, settings, lineStart } = site;
  const found = tableOf(settings.options.ownCommands ?? NONE).at(tokens, at);
  if (found === undefined) return undefined;
  const hasLines = found.value.includes('\n');
  const isClosed = hasLines || /[.?!…]$/.test(found.value);
  const stop = isClosed ? fullStopAt(site, found.to) : undefined;
  const breakAfter = stop?.breakAfter ?? (hasLines ? 'line' : undefined);
  return {
    kind: 'command',
    action: 'insert',
    written: found.value,
    to: stop?.to ?? found.to,
    certainty: 0.95,
    ...(hasLines && !lineStart && { breakBefore: 'line' }),
    ...(breakAfter && { breakAfter }),
  };
};

/** The full stop said out of habit after a text that has its own. */
function fullStopAt({ tokens }: Site, at: number): { to: number; breakAfter?: Break } | undefined {
  const found = commandAt(tokens, at);
  if (found?.value.does !== 'mark' || found.value.mark !== '.') return undefined;
  return { to: found.to, ...(found.value.then && { breakAfter: found.value.then }) };
}
